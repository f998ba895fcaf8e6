package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Texts in one form, however they are written. */
final class Normal {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern CAST =
            Pattern.compile(" ?:: ?(?:character varying|double precision|\\w+)(?: \\[ ?])?$");
    private static final Set<String> WITH_WIDTH = Set.of("integer", "bigint", "smallint", "tinyint", "mediumint");

    private Normal() {}

    static String of(Clause clause) {
        Tokens tokens = clause.tokens();
        StringJoiner words = new StringJoiner(" ");
        for (int index = clause.from(); index < clause.to(); index++) {
            if (!tokens.isSilent(index)) {
                String word = tokens.text(index);
                words.add(tokens.kind(index) == TokenKind.WORD ? word.toLowerCase(Locale.ROOT) : unquoted(word));
            }
        }
        return words.toString();
    }

    static String of(String text, Place place, Dialect dialect) {
        Tokens tokens = Script.within(text, place, dialect).tokens();
        return of(new Clause(tokens, 0, tokens.size())).replaceFirst(" ?;$", "");
    }

    /** A quoted name that needs no quotes. */
    private static String unquoted(String word) {
        boolean isQuoted = word.length() > 2
                && ((word.startsWith("\"") && word.endsWith("\""))
                        || (word.startsWith("`") && word.endsWith("`"))
                        || (word.startsWith("[") && word.endsWith("]")));
        String inner = isQuoted ? word.substring(1, word.length() - 1) : word;
        return isQuoted && PLAIN.matcher(inner).matches() ? inner : word;
    }

    /** A value that a column has by default: a cast of a constant says nothing. */
    static String value(Clause clause) {
        String text = of(clause);
        String bare = text.startsWith("'") ? CAST.matcher(text).replaceFirst("") : text;
        return switch (bare) {
            case "now ( )", "current_timestamp ( )", "( current_timestamp )", "( now ( ) )" -> "current_timestamp";
            default -> bare;
        };
    }

    static String type(TypeName type) {
        String written = of(type.written());
        int open = written.indexOf('(');
        int close = written.lastIndexOf(')');
        boolean hasLength = open > 0 && close > open && !type.family().contains("(") && !hasWidth(type.family());
        return type.family() + (hasLength ? written.substring(open, close + 1).replace(" ", "") : "");
    }

    /** How wide MySQL shows a number says nothing about it. */
    private static boolean hasWidth(String family) {
        return WITH_WIDTH.contains(family.replace(" unsigned", "").replace(" zerofill", ""));
    }
}
