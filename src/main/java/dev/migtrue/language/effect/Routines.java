package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What catalogues call functions and procedures. */
final class Routines {

    /** Types that PostgreSQL prints as they are. */
    private static final Set<String> PLAIN = Set.of(
            "integer",
            "bigint",
            "smallint",
            "text",
            "boolean",
            "real",
            "double precision",
            "numeric",
            "character varying",
            "character",
            "uuid",
            "json",
            "jsonb",
            "bytea",
            "date",
            "interval",
            "timestamp with time zone",
            "time with time zone",
            "inet",
            "cidr",
            "tsvector",
            "tsquery",
            "xml",
            "regclass",
            "name",
            "oid",
            "anyelement",
            "anyarray",
            "record",
            "\"char\"");

    private static final Map<String, String> PRINTED =
            Map.of("timestamp", "timestamp without time zone", "time", "time without time zone");

    private final Dialect dialect;

    /** Whether it is known which of them are there. */
    static boolean areFollowed(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, MYSQL, MARIADB -> true;
            case SQLITE, SQL_SERVER, ORACLE, H2, ANSI -> false;
        };
    }

    Routines(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<Wanted> of(Held held) {
        ObjectKind kind = held.kind() == dev.migtrue.language.sql.ddl.ObjectKind.PROCEDURE
                ? ObjectKind.PROCEDURE
                : ObjectKind.FUNCTION;
        return switch (dialect) {
            case POSTGRESQL -> postgres(held.name()).map(name -> new Wanted(kind, Optional.empty(), name, held));
            case MYSQL, MARIADB ->
                Optional.of(new Wanted(
                        kind, Optional.empty(), held.name().replaceFirst("^(function|procedure) ", ""), held));
            case SQLITE, SQL_SERVER, ORACLE, H2, ANSI -> Optional.empty();
        };
    }

    /** Types of the project's own are printed with a schema, which the text need not have. */
    private static Optional<String> postgres(String name) {
        int open = name.indexOf('(');
        if (open < 0 || !name.endsWith(")")) {
            return Optional.empty();
        }
        String inside = name.substring(open + 1, name.length() - 1);
        List<String> types = new ArrayList<>();
        for (String type : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
            Optional<String> printed = printed(type.strip());
            if (printed.isEmpty()) {
                return Optional.empty();
            }
            types.add(printed.get());
        }
        return Optional.of(name.substring(0, open) + "(" + String.join(", ", types) + ")");
    }

    private static Optional<String> printed(String type) {
        boolean isArray = type.endsWith("[]");
        String element = isArray ? type.substring(0, type.length() - 2) : type;
        String printed = PRINTED.getOrDefault(element, element);
        boolean isKnown = PLAIN.contains(printed) || PRINTED.containsValue(printed);
        return isKnown ? Optional.of(printed + (isArray ? "[]" : "")) : Optional.empty();
    }
}
