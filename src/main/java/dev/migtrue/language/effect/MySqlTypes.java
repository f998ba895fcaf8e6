package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How MySQL and MariaDB print types. The width in which a number should be shown is left out, as some versions do. */
final class MySqlTypes {

    private static final String UNSIGNED = " unsigned";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int4", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("bool", "tinyint"),
            Map.entry("boolean", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int8", "bigint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("double precision", "double"),
            Map.entry("real", "double"),
            Map.entry("character", "char"),
            Map.entry("character varying", "varchar"),
            Map.entry("char varying", "varchar"));

    private static final Set<String> NUMBERS = Set.of("int", "tinyint", "smallint", "mediumint", "bigint");
    private static final Set<String> PLAIN = Set.of(
            "date",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "uuid",
            "inet6",
            "point",
            "geometry",
            "linestring",
            "polygon");
    private static final Set<String> TIMES = Set.of("datetime", "timestamp", "time");
    private static final Set<String> LABELLED = Set.of("enum", "set", "varchar", "varbinary");

    private MySqlTypes() {}

    static Optional<Spelling> settled(Spelling raw, Dialect dialect) {
        boolean isUnsigned = raw.family().endsWith(UNSIGNED);
        String own = isUnsigned
                ? raw.family().substring(0, raw.family().length() - UNSIGNED.length())
                : raw.family().replaceFirst(" signed$", "");
        String name = NAMES.getOrDefault(own, own);
        return signed(raw.as(name), dialect).map(type -> isUnsigned ? type.as(type.family() + UNSIGNED) : type);
    }

    private static Optional<Spelling> signed(Spelling type, Dialect dialect) {
        if (type.isIn(NUMBERS)) {
            return Optional.of(type.bare());
        }
        if (type.isIn(PLAIN)) {
            return type.arguments().isEmpty() ? Optional.of(type) : Optional.empty();
        }
        if (type.isIn(TIMES)) {
            return Optional.of(type.arguments().equals(java.util.List.of("0")) ? type.bare() : type);
        }
        if (type.isIn(LABELLED)) {
            return Optional.of(type);
        }
        return switch (type.family()) {
            case "char", "binary", "bit" -> Optional.of(type.atLeastOne());
            case "decimal" -> Optional.of(decimal(type));
            case "double" -> Optional.of(type);
            case "float" -> type.arguments().size() == 1 ? Optional.empty() : Optional.of(type);
            case "year" -> Optional.of(type.bare());
            case "json" -> Optional.of(dialect == Dialect.MARIADB ? type.as("longtext") : type);
            default -> Optional.empty();
        };
    }

    private static Spelling decimal(Spelling type) {
        return switch (type.arguments().size()) {
            case 0 -> type.over("10", "0");
            case 1 -> type.over(type.arguments().getFirst(), "0");
            default -> type;
        };
    }
}
