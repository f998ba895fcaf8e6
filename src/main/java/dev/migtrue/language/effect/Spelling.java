package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A type of values in the one spelling that a dialect has for all of its synonyms.
 *
 * @param family without lengths: {@code character varying}
 * @param arguments lengths, precisions or labels, as they are printed
 * @param array {@code []} for an array, else empty
 */
record Spelling(String family, List<String> arguments, String array) {

    Spelling {
        arguments = List.copyOf(arguments);
    }

    /** Absent for a type of which nobody here knows how the server prints it. */
    static Optional<Spelling> of(String written, Dialect dialect) {
        return raw(written, dialect).flatMap(raw -> switch (dialect) {
            case POSTGRESQL -> PostgresTypes.settled(raw);
            case MYSQL, MARIADB -> raw.array.isEmpty() ? MySqlTypes.settled(raw, dialect) : Optional.empty();
            case H2 -> raw.array.isEmpty() ? H2Types.settled(raw) : Optional.empty();
            case SQLITE -> Optional.of(SqliteTypes.settled(raw));
            case SQL_SERVER, ORACLE, ANSI -> Optional.empty();
        });
    }

    /** Its words, wherever they stand, then what stands in parentheses. */
    private static Optional<Spelling> raw(String written, Dialect dialect) {
        List<String> words = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        StringBuilder array = new StringBuilder();
        int depth = 0;
        for (Token token : Wording.all(written, dialect)) {
            if (token.text().contains("{")) {
                return Optional.empty();
            }
            if (token.is("(") || token.is(")")) {
                depth += token.is("(") ? 1 : -1;
            } else if (depth > 0 && !token.is(",")) {
                arguments.add(token.kind() == Token.Kind.STRING ? "'" + token.text() + "'" : token.text());
            } else if (depth == 0 && (token.is("[") || token.is("[]"))) {
                array.append("[]");
            } else if (depth == 0 && token.kind() == Token.Kind.WORD) {
                words.add(token.text());
            } else if (depth == 0 && !token.is("]") && array.isEmpty()) {
                return Optional.empty();
            }
        }
        boolean isArray = words.remove("array") || !array.isEmpty();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Spelling(String.join(" ", words), arguments, isArray ? "[]" : ""));
    }

    Spelling as(String other) {
        return new Spelling(other, arguments, array);
    }

    Spelling over(String... others) {
        return new Spelling(family, List.of(others), array);
    }

    Spelling bare() {
        return over();
    }

    /** With a length of one where none is said. */
    Spelling atLeastOne() {
        return arguments.isEmpty() ? over("1") : this;
    }

    boolean isIn(Set<String> families) {
        return families.contains(family);
    }

    /** As catalogues have it, but for the case of letters. */
    String printed(Dialect dialect) {
        String between = dialect == Dialect.H2 || dialect == Dialect.SQLITE ? ", " : ",";
        String inside = arguments.stream().collect(Collectors.joining(between));
        String in = arguments.isEmpty() ? "" : "(" + inside + ")";
        int space = family.indexOf(' ');
        boolean isTime = family.startsWith("time") && dialect == Dialect.POSTGRESQL && space > 0;
        boolean isUnsigned = family.endsWith(" unsigned");
        String text = isTime || isUnsigned ? family.substring(0, space) + in + family.substring(space) : family + in;
        return (dialect == Dialect.H2 ? text.toUpperCase(java.util.Locale.ROOT) : text) + array;
    }
}
