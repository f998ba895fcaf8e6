package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.Locale;
import java.util.Map;

/**
 * A type of values.
 *
 * @param family what it is apart from lengths and precisions, under one name for all its synonyms: {@code integer} for
 * {@code int4}
 * @param written as it stands
 */
public record TypeName(String family, Clause written) {

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("int8", "bigint"),
            Map.entry("bool", "boolean"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("float", "double precision"),
            Map.entry("double", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("varchar", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("nchar", "character"),
            Map.entry("national character", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time without time zone", "time"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp without time zone", "timestamp"));

    /** The one name of a type for all of its synonyms. */
    public static String family(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        boolean isArray = lower.endsWith("[]");
        String element = isArray ? lower.substring(0, lower.length() - 2) : lower;
        String plain = element.startsWith("pg_catalog.") ? element.substring("pg_catalog.".length()) : element;
        return SYNONYMS.getOrDefault(plain, plain) + (isArray ? "[]" : "");
    }
}
