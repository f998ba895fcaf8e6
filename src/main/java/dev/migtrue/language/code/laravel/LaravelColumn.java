package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Execute;
import dev.migtrue.language.code.follow.Identifiers;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.schema.SchemaText;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A column of Laravel as a definition writes it. */
record LaravelColumn(SchemaText text) {

    /** How PostgreSQL, MySQL and SQLite write a type. */
    private record Row(String postgresql, String mysql, String sqlite) {
        private static Row same(String type) {
            return new Row(type, type, type);
        }
    }

    private static final Row BIG_KEY = new Row(
            "bigserial PRIMARY KEY", "bigint unsigned AUTO_INCREMENT PRIMARY KEY", "integer PRIMARY KEY AUTOINCREMENT");
    private static final Row KEY = new Row(
            "serial PRIMARY KEY", "int unsigned AUTO_INCREMENT PRIMARY KEY", "integer PRIMARY KEY AUTOINCREMENT");
    private static final Row BIG = new Row("bigint", "bigint", "integer");
    private static final Row UNSIGNED_BIG = new Row("bigint", "bigint unsigned", "integer");
    private static final Row INTEGER = new Row("integer", "int", "integer");
    private static final Row UNSIGNED = new Row("integer", "int unsigned", "integer");
    private static final Row SMALL = new Row("smallint", "smallint", "integer");
    private static final Row TEXT = new Row("text", "text", "text");
    private static final Row TIME = new Row("timestamp(0) without time zone", "timestamp", "datetime");
    private static final Row DATETIME = new Row("timestamp(0) without time zone", "datetime", "datetime");
    private static final Row TIME_TZ = new Row("timestamp(0) with time zone", "timestamp", "datetime");
    private static final Row UUID = new Row("uuid", "char(36)", "varchar");
    private static final Row ULID = new Row("char(26)", "char(26)", "varchar");

    private static final Map<String, Row> TYPES = Map.ofEntries(
            Map.entry("id", BIG_KEY),
            Map.entry("bigIncrements", BIG_KEY),
            Map.entry("increments", KEY),
            Map.entry("integerIncrements", KEY),
            Map.entry("mediumIncrements", KEY),
            Map.entry("smallIncrements", KEY),
            Map.entry("tinyIncrements", KEY),
            Map.entry("string", new Row("varchar(255)", "varchar(255)", "varchar")),
            Map.entry("char", new Row("char(255)", "char(255)", "varchar")),
            Map.entry("tinyText", new Row("varchar(255)", "tinytext", "text")),
            Map.entry("text", TEXT),
            Map.entry("mediumText", new Row("text", "mediumtext", "text")),
            Map.entry("longText", new Row("text", "longtext", "text")),
            Map.entry("integer", INTEGER),
            Map.entry("tinyInteger", new Row("smallint", "tinyint", "integer")),
            Map.entry("smallInteger", SMALL),
            Map.entry("mediumInteger", new Row("integer", "mediumint", "integer")),
            Map.entry("bigInteger", BIG),
            Map.entry("unsignedInteger", UNSIGNED),
            Map.entry("unsignedTinyInteger", new Row("smallint", "tinyint unsigned", "integer")),
            Map.entry("unsignedSmallInteger", new Row("smallint", "smallint unsigned", "integer")),
            Map.entry("unsignedMediumInteger", new Row("integer", "mediumint unsigned", "integer")),
            Map.entry("unsignedBigInteger", UNSIGNED_BIG),
            Map.entry("foreignId", UNSIGNED_BIG),
            Map.entry("foreignUuid", UUID),
            Map.entry("foreignUlid", ULID),
            Map.entry("float", new Row("double precision", "double", "float")),
            Map.entry("double", new Row("double precision", "double", "double")),
            Map.entry("decimal", new Row("decimal(8, 2)", "decimal(8, 2)", "numeric")),
            Map.entry("unsignedDecimal", new Row("decimal(8, 2)", "decimal(8, 2) unsigned", "numeric")),
            Map.entry("boolean", new Row("boolean", "tinyint(1)", "tinyint(1)")),
            Map.entry("json", new Row("json", "json", "text")),
            Map.entry("jsonb", new Row("jsonb", "json", "text")),
            Map.entry("date", Row.same("date")),
            Map.entry("dateTime", DATETIME),
            Map.entry("datetime", DATETIME),
            Map.entry("dateTimeTz", TIME_TZ),
            Map.entry("time", new Row("time(0) without time zone", "time", "time")),
            Map.entry("timestamp", TIME),
            Map.entry("timestampTz", TIME_TZ),
            Map.entry("year", new Row("integer", "year", "integer")),
            Map.entry("binary", new Row("bytea", "blob", "blob")),
            Map.entry("uuid", UUID),
            Map.entry("ulid", ULID),
            Map.entry("ipAddress", new Row("inet", "varchar(45)", "varchar")),
            Map.entry("macAddress", new Row("macaddr", "varchar(17)", "varchar")),
            Map.entry("enum", new Row("varchar(255)", "", "varchar")),
            Map.entry("set", new Row("", "", "")),
            Map.entry("softDeletes", TIME),
            Map.entry("softDeletesTz", TIME_TZ),
            Map.entry("rememberToken", new Row("varchar(100)", "varchar(100)", "varchar")));

    private static final Map<String, String> NAMES = Map.of(
            "id", "id",
            "softDeletes", "deleted_at",
            "softDeletesTz", "deleted_at",
            "rememberToken", "remember_token",
            "uuid", "uuid",
            "ulid", "ulid");
    private static final Set<String> NULLABLE = Set.of("softDeletes", "softDeletesTz", "rememberToken");
    private static final Set<String> SIZED = Set.of("string", "char", "decimal", "unsignedDecimal");

    /** The name of the column that a call makes; absent where only the run tells. */
    static Optional<String> name(Chain.Link type) {
        return type.name().equals("addColumn")
                ? type.arguments().text(1, "name")
                : type.arguments()
                        .text(0, "column")
                        .or(() -> type.arguments().positional().isEmpty()
                                ? Optional.ofNullable(NAMES.get(type.name()))
                                : Optional.empty());
    }

    static boolean has(List<Chain.Link> links, String name) {
        return links.stream().anyMatch(link -> link.name().equals(name));
    }

    /** Absent where it is no column that is known. */
    Optional<String> of(List<Chain.Link> links) {
        Chain.Link first = links.getFirst();
        return name(first)
                .flatMap(name -> type(name, first, links).map(type -> {
                    StringBuilder all = new StringBuilder(new Identifiers(text.dialect()).of(name));
                    all.append(' ').append(type);
                    boolean isKey = type.contains("PRIMARY KEY");
                    if (!isNullable(links) && !isKey) {
                        all.append(" NOT NULL");
                    }
                    links.subList(1, links.size()).forEach(link -> all.append(modifier(link)));
                    return all.toString();
                }));
    }

    private static boolean isNullable(List<Chain.Link> links) {
        return NULLABLE.contains(links.getFirst().name())
                || links.stream()
                        .filter(link -> link.name().equals("nullable"))
                        .anyMatch(link -> link.arguments()
                                .get(0, "value")
                                .filter(new Value.Truth(false)::equals)
                                .isEmpty());
    }

    private Optional<String> type(String name, Chain.Link link, List<Chain.Link> links) {
        boolean isNamed = link.name().equals("addColumn");
        Optional<String> wanted = isNamed ? link.arguments().text(0, "type") : Optional.of(link.name());
        Row row = wanted.map(TYPES::get).orElse(null);
        if (row == null) {
            return Optional.empty();
        }
        String type = switch (text.dialect()) {
            case MYSQL, MARIADB -> row.mysql();
            case SQLITE -> row.sqlite();
            default -> row.postgresql();
        };
        if (link.name().equals("enum") || link.name().equals("set")) {
            return choice(name, link, type);
        }
        boolean isIncreasing = has(links, "autoIncrement");
        boolean isUnsigned = has(links, "unsigned") && isMysql() && !type.contains("unsigned");
        return Optional.of(sized(link, type) + (isUnsigned ? " unsigned" : "") + (isIncreasing ? " PRIMARY KEY" : ""));
    }

    private boolean isMysql() {
        return text.dialect() == Dialect.MYSQL || text.dialect() == Dialect.MARIADB;
    }

    private static String sized(Chain.Link link, String type) {
        String sizes = link.arguments().positional().stream()
                .skip(1)
                .filter(Value.Numeral.class::isInstance)
                .map(value -> ((Value.Numeral) value).digits())
                .collect(Collectors.joining(", "));
        return SIZED.contains(link.name()) && !sizes.isEmpty() && type.contains("(")
                ? type.replaceAll("\\(.*?\\)", "(" + sizes + ")")
                : type;
    }

    private Optional<String> choice(String name, Chain.Link link, String type) {
        return link.arguments().texts(1, "allowed").map(values -> {
            String all = values.stream()
                    .map(value -> "'" + value.replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            return type.isEmpty()
                    ? link.name() + "(" + all + ")"
                    : type + " CHECK (" + new Identifiers(text.dialect()).of(name) + " IN (" + all + "))";
        });
    }

    private static String modifier(Chain.Link link) {
        return switch (link.name()) {
            case "default" ->
                link.arguments()
                        .get(0, "value")
                        .filter(value -> !(value instanceof Value.None))
                        .map(value -> " DEFAULT " + written(value))
                        .orElse("");
            case "useCurrent" -> " DEFAULT CURRENT_TIMESTAMP";
            case "primary" -> " PRIMARY KEY";
            default -> "";
        };
    }

    private static String written(Value value) {
        return LaravelRows.raw(value).or(() -> Execute.quoted(value)).orElse("(unknown_default())");
    }

    /** What the calls of a key say that it points at; absent where they do not. */
    Optional<String> references(String column, List<Chain.Link> links) {
        Optional<Arguments> constrained = arguments(links, "constrained");
        Optional<String> table = arguments(links, "on")
                .flatMap(given -> given.text(0, "table"))
                .or(() -> constrained.flatMap(given -> given.text(0, "table").or(() -> guessed(column, given))));
        Optional<List<String>> keys = arguments(links, "references")
                .flatMap(given -> given.texts(0, "columns"))
                .or(() ->
                        constrained.map(given -> List.of(given.text(1, "column").orElse("id"))));
        return table.flatMap(owner -> keys.map(names -> text.references(owner, names) + actions(links)));
    }

    /** Laravel makes the plural of the name of what a key is called after. */
    private static Optional<String> guessed(String column, Arguments given) {
        return given.positional().isEmpty() && given.keyword("table").isEmpty() && column.endsWith("_id")
                ? Optional.of(column.substring(0, column.length() - 3).replaceAll("y$", "ie") + "s")
                : Optional.empty();
    }

    private static String actions(List<Chain.Link> links) {
        StringBuilder all = new StringBuilder();
        for (Chain.Link link : links) {
            all.append(
                    switch (link.name()) {
                        case "onDelete" ->
                            " ON DELETE " + link.arguments().text(0, "").orElse("no action");
                        case "onUpdate" ->
                            " ON UPDATE " + link.arguments().text(0, "").orElse("no action");
                        case "cascadeOnDelete" -> " ON DELETE CASCADE";
                        case "nullOnDelete" -> " ON DELETE SET NULL";
                        case "restrictOnDelete" -> " ON DELETE RESTRICT";
                        case "cascadeOnUpdate" -> " ON UPDATE CASCADE";
                        default -> "";
                    });
        }
        return all.toString();
    }

    private static Optional<Arguments> arguments(List<Chain.Link> links, String name) {
        return links.stream()
                .filter(link -> link.name().equals(name))
                .map(Chain.Link::arguments)
                .findFirst();
    }
}
