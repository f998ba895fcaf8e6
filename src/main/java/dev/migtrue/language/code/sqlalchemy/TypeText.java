package dev.migtrue.language.code.sqlalchemy;

import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The types of SQLAlchemy as a dialect writes them. */
record TypeText(Dialect dialect) {

    /** A type as SQL; one that a project made itself by its own name. */
    String of(Value type) {
        return switch (type) {
            case Value.Made made -> made(made);
            case Value.Named named -> name(Values.lastName(named));
            case Value.Member member -> name(member.name());
            case Value.Instance instance ->
                instance.definition().field("name").map(Object::toString).orElse("UNKNOWN");
            default -> "UNKNOWN";
        };
    }

    /** The named list of values that PostgreSQL needs for a column of this type; absent where there is none to make. */
    Optional<Value.Made> label(Value type) {
        return type instanceof Value.Made made
                        && dialect == Dialect.POSTGRESQL
                        && made.maker().equalsIgnoreCase("enum")
                        && !made.arguments().isFalse("create_type")
                        && !made.arguments().isFalse("native_enum")
                        && made.arguments().keyword("name").isPresent()
                ? Optional.of(made)
                : Optional.empty();
    }

    private String made(Value.Made made) {
        String name = made.maker();
        List<String> sizes = made.arguments().positional().stream()
                .filter(value -> value instanceof Value.Numeral)
                .flatMap(value -> Execute.quoted(value).stream())
                .collect(Collectors.toList());
        for (String key : List.of("length", "precision", "scale")) {
            made.arguments()
                    .keyword(key)
                    .filter(value -> value instanceof Value.Numeral)
                    .flatMap(Execute::quoted)
                    .ifPresent(sizes::add);
        }
        String size = sizes.isEmpty() ? "" : "(" + String.join(", ", sizes) + ")";
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "ARRAY" ->
                made.arguments().positional().stream().findFirst().map(this::of).orElse("TEXT") + "[]";
            case "ENUM" -> label(made, size);
            case "DATETIME", "TIMESTAMP", "TIME" -> time(name, made.arguments().isTrue("timezone"));
            case "STRING", "UNICODE", "VARCHAR" -> "VARCHAR" + (size.isEmpty() && isSized() ? "(255)" : size);
            case "CHAR", "NUMERIC", "DECIMAL", "FLOAT", "BIT", "NVARCHAR" -> name(name) + size;
            default ->
                made.function() instanceof Value.Member member && member.name().equals("with_variant")
                        ? of(member.of())
                        : name(name);
        };
    }

    private boolean isSized() {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    }

    private String label(Value.Made made, String size) {
        Optional<String> name = made.arguments().keyword("name").flatMap(Values::text);
        return dialect == Dialect.POSTGRESQL
                        && name.isPresent()
                        && !made.arguments().isFalse("native_enum")
                ? name.get()
                : "VARCHAR" + (size.isEmpty() ? "(255)" : size);
    }

    private String time(String name, boolean hasZone) {
        String upper = name.toUpperCase(Locale.ROOT);
        String bare = upper.equals("TIME")
                ? upper
                : dialect == Dialect.POSTGRESQL || dialect == Dialect.ORACLE || dialect == Dialect.H2
                        ? "TIMESTAMP"
                        : "DATETIME";
        return bare + (hasZone && bare.equals("TIMESTAMP") ? " WITH TIME ZONE" : "");
    }

    private String name(String name) {
        boolean isPostgres = dialect == Dialect.POSTGRESQL;
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "INTEGER", "INT" -> "INTEGER";
            case "BIGINTEGER", "BIGINT" -> "BIGINT";
            case "SMALLINTEGER", "SMALLINT" -> "SMALLINT";
            case "STRING", "UNICODE", "VARCHAR" -> isSized() ? "VARCHAR(255)" : "VARCHAR";
            case "TEXT", "UNICODETEXT" -> "TEXT";
            case "DATETIME", "TIMESTAMP" -> time("DATETIME", false);
            case "LARGEBINARY", "BLOB" -> isPostgres ? "BYTEA" : "BLOB";
            case "PICKLETYPE" -> isPostgres ? "BYTEA" : "BLOB";
            case "INTERVAL" -> isPostgres ? "INTERVAL" : "DATETIME";
            case "DOUBLE_PRECISION" -> "DOUBLE PRECISION";
            default -> name.toUpperCase(Locale.ROOT);
        };
    }
}
