package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A column of Knex as a definition writes it. */
record KnexColumn(SchemaText text) {

    /** How PostgreSQL, MySQL and SQLite write a type. */
    private record Row(String postgresql, String mysql, String sqlite) {}

    private static final Map<String, Row> TYPES = Map.ofEntries(
            Map.entry(
                    "increments",
                    new Row(
                            "serial PRIMARY KEY",
                            "int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY",
                            "integer NOT NULL PRIMARY KEY AUTOINCREMENT")),
            Map.entry(
                    "bigIncrements",
                    new Row(
                            "bigserial PRIMARY KEY",
                            "bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY",
                            "integer NOT NULL PRIMARY KEY AUTOINCREMENT")),
            Map.entry("string", new Row("varchar(255)", "varchar(255)", "varchar(255)")),
            Map.entry("text", new Row("text", "text", "text")),
            Map.entry("integer", new Row("integer", "int", "integer")),
            Map.entry("int", new Row("integer", "int", "integer")),
            Map.entry("bigInteger", new Row("bigint", "bigint", "bigint")),
            Map.entry("bigint", new Row("bigint", "bigint", "bigint")),
            Map.entry("tinyint", new Row("smallint", "tinyint", "tinyint")),
            Map.entry("smallint", new Row("smallint", "smallint", "integer")),
            Map.entry("mediumint", new Row("integer", "mediumint", "integer")),
            Map.entry("float", new Row("real", "float(8, 2)", "float")),
            Map.entry("double", new Row("double precision", "double", "float")),
            Map.entry("decimal", new Row("decimal(8, 2)", "decimal(8, 2)", "float")),
            Map.entry("boolean", new Row("boolean", "boolean", "boolean")),
            Map.entry("bool", new Row("boolean", "boolean", "boolean")),
            Map.entry("date", new Row("date", "date", "date")),
            Map.entry("dateTime", new Row("timestamptz", "datetime", "datetime")),
            Map.entry("datetime", new Row("timestamptz", "datetime", "datetime")),
            Map.entry("timestamp", new Row("timestamptz", "timestamp", "datetime")),
            Map.entry("time", new Row("time", "time", "time")),
            Map.entry("binary", new Row("bytea", "blob", "blob")),
            Map.entry("json", new Row("json", "json", "json")),
            Map.entry("jsonb", new Row("jsonb", "json", "json")),
            Map.entry("uuid", new Row("uuid", "char(36)", "char(36)")),
            Map.entry("geometry", new Row("geometry", "geometry", "geometry")),
            Map.entry("geography", new Row("geography", "geography", "geography")),
            Map.entry("point", new Row("point", "point", "point")),
            Map.entry("enu", new Row("text", "", "text")),
            Map.entry("enum", new Row("text", "", "text")));

    /** The name of the column that a call makes; absent where only the run tells. */
    static Optional<String> name(Chain.Link type) {
        boolean isKey = type.name().equals("increments") || type.name().equals("bigIncrements");
        return type.arguments().positional().isEmpty() && isKey
                ? Optional.of("id")
                : type.arguments().text(0, "");
    }

    static boolean has(List<Chain.Link> links, String name) {
        return links.stream().anyMatch(link -> link.name().equals(name));
    }

    /** Absent where it is no column that is known. */
    Optional<String> of(List<Chain.Link> links) {
        Chain.Link first = links.getFirst();
        Optional<String> type = type(first.name(), first.arguments());
        return name(first)
                .flatMap(name -> type.map(known -> {
                    StringBuilder definition = new StringBuilder(new Identifiers(text.dialect()).of(name));
                    definition.append(' ').append(known);
                    links.subList(1, links.size()).forEach(link -> definition.append(modifier(link)));
                    return definition.toString();
                }));
    }

    Optional<String> type(String name, Arguments given) {
        if (name.equals("specificType")) {
            return given.text(1, "");
        }
        Row row = TYPES.get(name);
        if (row == null) {
            return Optional.empty();
        }
        String type = switch (text.dialect()) {
            case MYSQL, MARIADB -> row.mysql();
            case SQLITE -> row.sqlite();
            default -> row.postgresql();
        };
        return name.startsWith("enu")
                ? given.get(0, "").flatMap(column -> choice(type, given))
                : Optional.of(sized(name, type, given));
    }

    private static String sized(String name, String type, Arguments given) {
        List<String> sizes = given.positional().stream()
                .skip(1)
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).digits())
                .toList();
        boolean isSized = name.equals("string") || name.equals("decimal");
        boolean isKind = name.equals("text") && type.equals("text");
        Optional<String> kind = isKind ? given.text(1, "").filter(word -> word.endsWith("text")) : Optional.empty();
        return isSized && !sizes.isEmpty() && type.contains("(")
                ? type.substring(0, type.indexOf('(')) + "(" + String.join(", ", sizes) + ")"
                : kind.orElse(type);
    }

    private Optional<String> choice(String type, Arguments given) {
        return given.texts(1, "").map(values -> {
            String all = values.stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            String column = new Identifiers(text.dialect()).of(given.text(0, "").orElse("value"));
            return type.isEmpty() ? "enum(" + all + ")" : type + " CHECK (" + column + " IN (" + all + "))";
        });
    }

    private String modifier(Chain.Link link) {
        return switch (link.name()) {
            case "notNullable", "notNull" -> " NOT NULL";
            case "primary" -> " PRIMARY KEY";
            case "unsigned" -> text.dialect() == Dialect.MYSQL || text.dialect() == Dialect.MARIADB ? " unsigned" : "";
            case "defaultTo" ->
                link.arguments()
                        .get(0, "")
                        .filter(value -> !(value instanceof Value.None))
                        .map(value -> " DEFAULT " + written(value))
                        .orElse("");
            default -> "";
        };
    }

    private static String written(Value value) {
        if (value instanceof Value.Made made) {
            return switch (made.maker()) {
                case "now" -> "CURRENT_TIMESTAMP";
                case "raw" -> made.arguments().text(0, "").orElse("(unknown_default())");
                default -> "(unknown_default())";
            };
        }
        return Execute.quoted(value).orElse("(unknown_default())");
    }

    /** What the calls of a key say that it points at; absent where they do not. */
    static Optional<String> references(SchemaText text, List<Chain.Link> links) {
        Optional<List<String>> keys = argument(links, "references").flatMap(Values::texts);
        Optional<String> table =
                argument(links, "inTable").or(() -> argument(links, "on")).flatMap(Values::text);
        if (keys.isEmpty() || keys.get().isEmpty()) {
            return Optional.empty();
        }
        String first = keys.get().getFirst();
        int dot = first.lastIndexOf('.');
        Optional<String> target = table.or(() -> dot < 0 ? Optional.empty() : Optional.of(first.substring(0, dot)));
        List<String> columns = keys.get().stream()
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .toList();
        return target.map(owner -> text.references(owner, columns)
                + argument(links, "onDelete")
                        .flatMap(Values::text)
                        .map(action -> " ON DELETE " + action)
                        .orElse("")
                + argument(links, "onUpdate")
                        .flatMap(Values::text)
                        .map(action -> " ON UPDATE " + action)
                        .orElse(""));
    }

    private static Optional<Value> argument(List<Chain.Link> links, String name) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .flatMap(link -> link.arguments().get(0, "").stream())
                .findFirst();
    }
}
