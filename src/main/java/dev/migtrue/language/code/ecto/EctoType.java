package dev.migtrue.language.code.ecto;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Optional;

/** The types that Ecto has names of its own for, as each dialect writes them. */
record EctoType(Dialect dialect) {

    /** Absent where only the run tells. */
    Optional<String> of(Value type, Arguments options) {
        if (type instanceof Value.Items list && list.values().size() == 2) {
            boolean isArray = Values.text(list.values().getFirst())
                    .filter("array"::equals)
                    .isPresent();
            return of(list.values().get(1), options).map(inner -> isArray ? inner + "[]" : inner);
        }
        return Values.text(type).map(name -> written(name) + size(name, options));
    }

    private boolean isPostgres() {
        return dialect == Dialect.POSTGRESQL || dialect == Dialect.ANSI;
    }

    private String written(String name) {
        return switch (name) {
            case "string" -> "varchar";
            case "id", "identity" -> "bigint";
            case "serial", "bigserial" -> isPostgres() ? name : "bigint";
            case "binary_id", "uuid" -> isPostgres() ? "uuid" : "binary(16)";
            case "binary" -> isPostgres() ? "bytea" : "blob";
            case "map" -> isPostgres() ? "jsonb" : "json";
            case "float" -> isPostgres() ? "float" : "double";
            case "decimal" -> isPostgres() ? "numeric" : "decimal";
            case "utc_datetime", "naive_datetime" -> isPostgres() ? "timestamp(0)" : "datetime";
            case "utc_datetime_usec", "naive_datetime_usec" -> isPostgres() ? "timestamp" : "datetime(6)";
            case "time_usec" -> "time";
            default -> name;
        };
    }

    private static String size(String name, Arguments options) {
        Optional<String> precision = number(options, "precision");
        if (precision.isPresent() && List.of("decimal", "numeric").contains(name)) {
            return "(" + precision.get()
                    + number(options, "scale").map(scale -> ", " + scale).orElse("") + ")";
        }
        return name.equals("string") ? "(" + number(options, "size").orElse("255") + ")" : "";
    }

    private static Optional<String> number(Arguments options, String name) {
        return options.keyword(name)
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).digits());
    }
}
