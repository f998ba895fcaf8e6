package dev.migtrue.language.effect;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How H2 prints types; those that hang on the mode in which it runs are left out. */
final class H2Types {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("float8", "double precision"),
            Map.entry("clob", "character large object"),
            Map.entry("blob", "binary large object"));

    private static final Set<String> PLAIN =
            Set.of("integer", "bigint", "smallint", "tinyint", "boolean", "real", "double precision", "date", "uuid");
    private static final Set<String> TIMES = Set.of("timestamp", "timestamp with time zone");
    private static final Set<String> LARGE = Set.of("character large object", "binary large object");

    private H2Types() {}

    static Optional<Spelling> settled(Spelling raw) {
        Spelling type = raw.as(NAMES.getOrDefault(raw.family(), raw.family()));
        boolean isBare = type.arguments().isEmpty();
        if (type.isIn(PLAIN)) {
            return isBare ? Optional.of(type) : Optional.empty();
        }
        if (type.isIn(TIMES)) {
            return Optional.of(isBare ? type.over("6") : type);
        }
        if (type.isIn(LARGE)) {
            return Optional.of(type.bare());
        }
        return switch (type.family()) {
            // Without a length it is as long as may be, which is another number in each version.
            case "character varying" ->
                Optional.of(type.arguments().stream().anyMatch(length -> length.length() > 6) ? type.bare() : type);
            case "character" -> Optional.of(type.atLeastOne());
            case "time" -> Optional.of(isBare ? type.over("0") : type);
            case "numeric" -> type.arguments().size() == 2 ? Optional.of(type) : Optional.empty();
            case "enum" -> Optional.of(type);
            default -> Optional.empty();
        };
    }
}
