package dev.migtrue.language.code.rails;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that Rails has names of its own for, as each dialect writes them. */
record RailsType(Dialect dialect) {

    /** How PostgreSQL, MySQL and all others write a type. */
    private record Row(String postgresql, String mysql, String others) {}

    private static final Map<String, Row> ROWS = Map.ofEntries(
            Map.entry("string", new Row("character varying", "varchar(255)", "varchar")),
            Map.entry("integer", new Row("integer", "int", "integer")),
            Map.entry("float", new Row("double precision", "float", "float")),
            Map.entry("decimal", new Row("numeric", "decimal", "decimal")),
            Map.entry("datetime", new Row("timestamp(6)", "datetime(6)", "datetime(6)")),
            Map.entry("timestamp", new Row("timestamp(6)", "datetime(6)", "datetime(6)")),
            Map.entry("timestamptz", new Row("timestamp with time zone", "datetime(6)", "datetime(6)")),
            Map.entry("binary", new Row("bytea", "blob", "blob")),
            Map.entry("boolean", new Row("boolean", "tinyint(1)", "boolean")),
            Map.entry("virtual", new Row("text", "text", "text")));

    /** Those that the table of a migration has a method for, besides those with a row. */
    private static final Set<String> OTHERS = Set.of(
            ("text bigint numeric time date blob json jsonb uuid xml hstore inet cidr macaddr bit bit_varying citext tsvector"
                            + " tsquery point line lseg box path polygon circle int4range int8range numrange tsrange tstzrange"
                            + " daterange money oid interval serial bigserial ltree enum tinyint smallint tinytext mediumtext"
                            + " longtext tinyblob mediumblob longblob unsigned_integer unsigned_bigint geometry geography"
                            + " st_point st_polygon vector")
                    .split(" "));

    /** Whether the table of a migration has a method of this name for columns. */
    static boolean isKnown(String name) {
        return ROWS.containsKey(name) || OTHERS.contains(name);
    }

    /** One that no table knows is the database's own. */
    String of(String name, Arguments options) {
        String own =
                name.equals("enum") ? RailsStatements.text(options, "enum_type").orElse("text") : name;
        Row row = ROWS.getOrDefault(own, new Row(own, own, own));
        String type = switch (dialect) {
            case POSTGRESQL -> row.postgresql();
            case MYSQL, MARIADB -> row.mysql();
            default -> row.others();
        };
        String sized = size(name, options)
                .map(size -> type.replaceAll("\\(\\d+\\)", "") + size)
                .orElse(type);
        return options.isTrue("array") && dialect == Dialect.POSTGRESQL ? sized + "[]" : sized;
    }

    private static Optional<String> size(String name, Arguments options) {
        Optional<String> precision = number(options, "precision");
        Optional<String> scale = number(options, "scale");
        return switch (name) {
            case "string" -> number(options, "limit").map(limit -> "(" + limit + ")");
            case "decimal", "numeric" ->
                precision.map(digits ->
                        "(" + digits + scale.map(behind -> ", " + behind).orElse("") + ")");
            case "datetime", "timestamp" -> precision.map(digits -> "(" + digits + ")");
            default -> Optional.empty();
        };
    }

    private static Optional<String> number(Arguments options, String name) {
        return options.keyword(name)
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).digits());
    }
}
