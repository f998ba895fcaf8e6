package dev.migtrue.language.code.prisma;

import dev.migtrue.language.code.prisma.PrismaSchema.Argument;
import dev.migtrue.language.code.prisma.PrismaSchema.Attribute;
import dev.migtrue.language.code.prisma.PrismaSchema.Block;
import dev.migtrue.language.code.prisma.PrismaSchema.Entry;
import dev.migtrue.language.code.prisma.PrismaToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts the words of a schema file together. */
final class PrismaParser {

    private final List<PrismaToken> tokens;
    private int at;

    PrismaParser(List<PrismaToken> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    /** Absent where the words make none. */
    Optional<PrismaSchema> schema() {
        List<Block> blocks = new ArrayList<>();
        skipLines();
        while (at < tokens.size()) {
            Optional<Block> block = block();
            if (block.isEmpty()) {
                return Optional.empty();
            }
            blocks.add(block.get());
            skipLines();
        }
        return Optional.of(new PrismaSchema(blocks));
    }

    private Optional<Block> block() {
        if (at + 2 >= tokens.size()
                || tokens.get(at).kind() != Kind.WORD
                || tokens.get(at + 1).kind() != Kind.WORD
                || !tokens.get(at + 2).is("{")) {
            return Optional.empty();
        }
        PrismaToken kind = tokens.get(at);
        PrismaToken name = tokens.get(at + 1);
        at += 3;
        List<Entry> entries = new ArrayList<>();
        List<Attribute> attributes = new ArrayList<>();
        skipLines();
        while (at < tokens.size() && !tokens.get(at).is("}")) {
            List<PrismaToken> line = line();
            if (line.getFirst().kind() == Kind.ATTRIBUTE) {
                attributes.addAll(attributes(line));
            } else {
                entries.add(entry(line));
            }
            skipLines();
        }
        boolean isClosed = at < tokens.size();
        at++;
        return isClosed
                ? Optional.of(new Block(kind.text(), name.text(), entries, attributes, name.span()))
                : Optional.empty();
    }

    /** The words up to the end of the line, or of the brackets that go on behind it; at least one. */
    private List<PrismaToken> line() {
        int start = at;
        int depth = 0;
        do {
            depth += tokens.get(at).turn();
            at++;
        } while (at < tokens.size() && (depth > 0 || !isEnd(tokens.get(at))));
        return tokens.subList(start, at).stream()
                .filter(token -> token.kind() != Kind.LINE_END)
                .toList();
    }

    private static boolean isEnd(PrismaToken token) {
        return token.kind() == Kind.LINE_END || token.is("}");
    }

    private void skipLines() {
        while (at < tokens.size() && tokens.get(at).kind() == Kind.LINE_END) {
            at++;
        }
    }

    private static Entry entry(List<PrismaToken> line) {
        int attributes = 1;
        while (attributes < line.size() && line.get(attributes).kind() != Kind.ATTRIBUTE) {
            attributes++;
        }
        return new Entry(
                line.getFirst().text(),
                text(line.subList(1, attributes)),
                attributes(line.subList(attributes, line.size())),
                line.getFirst().span());
    }

    private static List<Attribute> attributes(List<PrismaToken> line) {
        List<Attribute> attributes = new ArrayList<>();
        int here = 0;
        while (here < line.size()) {
            PrismaToken name = line.get(here);
            int end = here + 1;
            if (end < line.size() && line.get(end).is("(")) {
                end = closing(line, end) + 1;
            }
            if (name.kind() == Kind.ATTRIBUTE) {
                List<PrismaToken> inside = end - here > 2 ? line.subList(here + 2, end - 1) : List.of();
                attributes.add(new Attribute(
                        name.text(),
                        split(inside).stream().map(PrismaParser::argument).toList(),
                        name.span()));
            }
            here = end;
        }
        return attributes;
    }

    private static Argument argument(List<PrismaToken> given) {
        boolean isNamed = given.size() > 2 && given.get(1).is(":");
        List<PrismaToken> value = isNamed ? given.subList(2, given.size()) : given;
        boolean isList = value.getFirst().is("[");
        List<PrismaToken> inside = isList ? value.subList(1, closing(value, 0)) : List.of();
        return new Argument(
                isNamed ? Optional.of(given.getFirst().text()) : Optional.empty(),
                text(value),
                split(inside).stream().map(PrismaParser::text).toList());
    }

    /** What stands between commas, none of it empty. */
    private static List<List<PrismaToken>> split(List<PrismaToken> list) {
        List<List<PrismaToken>> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i <= list.size(); i++) {
            boolean isEnd = i == list.size() || (depth == 0 && list.get(i).is(","));
            if (isEnd && i > start) {
                parts.add(list.subList(start, i));
            }
            if (isEnd) {
                start = i + 1;
            } else {
                depth += list.get(i).turn();
            }
        }
        return parts;
    }

    /** The place of the bracket that closes the one at {@code open}; the last word where none does. */
    private static int closing(List<PrismaToken> list, int open) {
        int depth = 0;
        for (int i = open; i < list.size(); i++) {
            depth += list.get(i).turn();
            if (depth == 0) {
                return i;
            }
        }
        return list.size() - 1;
    }

    private static String text(List<PrismaToken> words) {
        return words.stream().map(PrismaToken::text).collect(Collectors.joining());
    }

    static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : text;
    }
}
