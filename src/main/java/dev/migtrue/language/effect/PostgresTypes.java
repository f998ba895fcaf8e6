package dev.migtrue.language.effect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How PostgreSQL prints types. */
final class PostgresTypes {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("serial", "integer"),
            Map.entry("serial4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("bigserial", "bigint"),
            Map.entry("serial8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("smallserial", "smallint"),
            Map.entry("serial2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("nchar", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("varbit", "bit varying"));

    private static final Set<String> PLAIN = Set.of(
            "integer",
            "bigint",
            "smallint",
            "boolean",
            "text",
            "real",
            "double precision",
            "date",
            "interval",
            "uuid",
            "json",
            "jsonb",
            "bytea",
            "inet",
            "cidr",
            "macaddr",
            "money",
            "xml",
            "tsvector",
            "tsquery",
            "oid",
            "name",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange");

    private static final Set<String> WITH_LENGTH = Set.of(
            "character varying",
            "bit varying",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone");

    private PostgresTypes() {}

    static Optional<Spelling> settled(Spelling raw) {
        String name = NAMES.getOrDefault(raw.family(), raw.family());
        Spelling type = raw.as(name);
        if (PLAIN.contains(name)) {
            return raw.arguments().isEmpty() ? Optional.of(type) : Optional.empty();
        }
        if (WITH_LENGTH.contains(name)) {
            return Optional.of(type);
        }
        return switch (name) {
            case "character", "bit" -> Optional.of(type.atLeastOne());
            case "numeric" ->
                Optional.of(
                        type.arguments().size() == 1
                                ? type.over(type.arguments().getFirst(), "0")
                                : type);
            case "float" -> real(type);
            default -> Optional.empty();
        };
    }

    private static Optional<Spelling> real(Spelling type) {
        boolean isShort = type.arguments().stream().anyMatch(digits -> digits.matches("1?\\d|2[0-4]"));
        return Optional.of(type.bare().as(isShort ? "real" : "double precision"));
    }
}
