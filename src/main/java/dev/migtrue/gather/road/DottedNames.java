package dev.migtrue.gather.road;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.Tokens;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Names between quotes with a dot within. Whoever follows texts joins what qualifies a name by dots, and would take such a one for two. */
final class DottedNames {

    /** Most texts have none, and need not be taken apart for it. */
    private static final Pattern POSSIBLE = Pattern.compile("[\"`\\[][^\"`\\]]*\\.");

    private DottedNames() {}

    static boolean areIn(String text, Dialect dialect) {
        if (!POSSIBLE.matcher(text).find()) {
            return false;
        }
        Tokens tokens = Script.of(text, dialect).tokens();
        return IntStream.range(0, tokens.size())
                .anyMatch(index -> tokens.kind(index) == TokenKind.NAME
                        && tokens.text(index).contains("."));
    }
}
