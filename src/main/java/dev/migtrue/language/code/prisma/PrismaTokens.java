package dev.migtrue.language.code.prisma;

import dev.migtrue.language.code.prisma.PrismaToken.Kind;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a schema file into words; comments are left out. */
final class PrismaTokens {

    private static final Pattern NEXT = Pattern.compile("(?<space>[ \\t\\r\\f\\uFEFF]+|//[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<line>\\n)"
            + "|(?<text>\"[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+\")"
            + "|(?<attribute>@@?[A-Za-z_][\\w.]*)"
            + "|(?<word>[-\\p{L}\\p{N}_.]+)"
            + "|(?<sign>[(){}\\[\\],:?=!])");

    private final String source;
    private final List<PrismaToken> tokens = new ArrayList<>();
    private int line = 1;
    private int lineStart;

    private PrismaTokens(String source) {
        this.source = source;
    }

    /** In their order; absent where there is something that no schema file may hold. */
    static Optional<List<PrismaToken>> of(String source) {
        return new PrismaTokens(source).cut();
    }

    private Optional<List<PrismaToken>> cut() {
        Matcher next = NEXT.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!next.region(at, source.length()).lookingAt()) {
                return Optional.empty();
            }
            add(next);
            at = next.end();
        }
        return Optional.of(tokens);
    }

    private void add(Matcher next) {
        if (next.group("space") != null) {
            countLines(next.group(), next.start());
            return;
        }
        tokens.add(new PrismaToken(kind(next), next.group(), span(next)));
        countLines(next.group(), next.start());
    }

    private static Kind kind(Matcher next) {
        if (next.group("line") != null) {
            return Kind.LINE_END;
        }
        if (next.group("text") != null) {
            return Kind.TEXT;
        }
        if (next.group("attribute") != null) {
            return Kind.ATTRIBUTE;
        }
        return next.group("word") != null ? Kind.WORD : Kind.SIGN;
    }

    private Span span(Matcher next) {
        return new Span(line, column(next.start()), line, column(next.end()));
    }

    private int column(int offset) {
        return source.codePointCount(lineStart, offset) + 1;
    }

    private void countLines(String text, int start) {
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = start + i + 1;
        }
    }
}
