package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text that puts statements together may do to objects whose names nobody can read there. */
final class Openings {

    private static final Pattern REMOVING =
            Pattern.compile("(?i)\\b(?:drop|rename)\\s+(?:if\\s+exists\\s+|materialized\\s+|foreign\\s+)*(\\w+)");
    private static final Pattern MAKING = Pattern.compile(
            "(?i)\\b(?:create|add|rename)\\s+(?:or\\s+replace\\s+|unique\\s+"
                    + "|if\\s+not\\s+exists\\s+|temp\\s+|temporary\\s+|unlogged\\s+|materialized\\s+|foreign\\s+table\\s+)*(\\w+)");
    private static final Map<String, Set<ObjectKind>> KINDS = Map.ofEntries(
            Map.entry("table", Set.of(ObjectKind.TABLE)),
            Map.entry("to", Set.of(ObjectKind.TABLE, ObjectKind.VIEW, ObjectKind.INDEX, ObjectKind.TYPE)),
            Map.entry("view", Set.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)),
            Map.entry("index", Set.of(ObjectKind.INDEX)),
            Map.entry("constraint", Set.of(ObjectKind.CONSTRAINT)),
            Map.entry("primary", Set.of(ObjectKind.CONSTRAINT)),
            Map.entry("foreign", Set.of(ObjectKind.CONSTRAINT)),
            Map.entry("check", Set.of(ObjectKind.CONSTRAINT)),
            Map.entry("sequence", Set.of(ObjectKind.SEQUENCE)),
            Map.entry("trigger", Set.of(ObjectKind.TRIGGER)),
            Map.entry("function", Set.of(ObjectKind.FUNCTION)),
            Map.entry("procedure", Set.of(ObjectKind.FUNCTION)),
            Map.entry("type", Set.of(ObjectKind.TYPE)),
            Map.entry("value", Set.of(ObjectKind.LABEL)),
            Map.entry("domain", Set.of(ObjectKind.DOMAIN)),
            Map.entry("policy", Set.of(ObjectKind.POLICY)),
            Map.entry("rule", Set.of(ObjectKind.RULE)),
            Map.entry("schema", Set.of(ObjectKind.SCHEMA)),
            Map.entry("extension", Set.of(ObjectKind.EXTENSION)),
            Map.entry("role", Set.of()),
            Map.entry("user", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("default", Set.of()),
            Map.entry("not", Set.of()),
            Map.entry("identity", Set.of()),
            Map.entry("event", Set.of(ObjectKind.EVENT)));

    private Openings() {}

    /** The kinds of which something may go, or get another name. */
    static Set<ObjectKind> removed(String text) {
        return kinds(REMOVING, text);
    }

    /** The kinds of which something may be made, or get a name. */
    static Set<ObjectKind> made(String text) {
        return kinds(MAKING, text);
    }

    /** {@code ADD x} and {@code DROP x} without another word are about columns. */
    private static Set<ObjectKind> kinds(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(
                        found -> KINDS
                                .getOrDefault(
                                        found.group(1).toLowerCase(java.util.Locale.ROOT), Set.of(ObjectKind.COLUMN))
                                .stream())
                .collect(Collectors.toSet());
    }
}
