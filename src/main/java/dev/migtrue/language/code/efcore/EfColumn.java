package dev.migtrue.language.code.efcore;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import java.util.Optional;

/** A column as a definition writes it. */
record EfColumn(Dialect dialect) {

    /** @param name as SQL writes it */
    String of(String name, Arguments given) {
        Optional<String> computed = EfNames.text(given, "computedColumnSql");
        if (computed.isPresent()) {
            return dialect == Dialect.SQL_SERVER
                    ? name + " AS " + computed.get()
                    : name + " " + type(given) + " GENERATED ALWAYS AS (" + computed.get() + ") STORED";
        }
        return name + " " + type(given)
                + standard(given).map(value -> " DEFAULT " + value).orElse("") + (isRequired(given) ? " NOT NULL" : "");
    }

    static boolean isRequired(Arguments given) {
        return !given.isTrue("nullable");
    }

    /** What only the run tells is a call here: it may be anything. */
    static Optional<String> standard(Arguments given) {
        return EfNames.text(given, "defaultValueSql")
                .map(sql -> "(" + sql + ")")
                .or(() -> given.keyword("defaultValue")
                        .filter(value -> !(value instanceof Value.None))
                        .map(value -> Execute.quoted(value).orElse("(unknown_default())")));
    }

    /** As given, or else what stands for the type of C#. */
    String type(Arguments given) {
        return EfNames.text(given, "type").orElseGet(() -> switch (EfNames.text(given, "<>")
                .orElse("")) {
            case "int", "short", "byte" -> "integer";
            case "long" -> "bigint";
            case "bool" -> dialect == Dialect.SQL_SERVER ? "bit" : "boolean";
            case "DateTime", "DateTimeOffset" ->
                dialect == Dialect.POSTGRESQL ? "timestamp with time zone" : "datetime";
            case "Guid" -> dialect == Dialect.POSTGRESQL ? "uuid" : "char(36)";
            case "decimal" -> "decimal(18, 2)";
            case "double", "float" -> "double precision";
            default -> dialect == Dialect.MYSQL || dialect == Dialect.MARIADB ? "longtext" : "text";
        });
    }

    /** The options of {@code table.Column<int>(…)}, whatever is called on it; absent where a value is none. */
    static Optional<Arguments> options(Value value) {
        Value at = value;
        while (at instanceof Value.Made made) {
            if (made.maker().equals("Column")) {
                return Optional.of(made.arguments());
            }
            at = made.function() instanceof Value.Member member ? member.of() : new Value.None();
        }
        return Optional.empty();
    }
}
