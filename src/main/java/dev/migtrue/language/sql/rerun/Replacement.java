package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code OR REPLACE} can take the place of. */
final class Replacement {

    private final Engine engine;
    private final Text text;

    Replacement(Engine engine, Text text) {
        this.engine = engine;
        this.text = text;
    }

    /** What stays on an object of which the definition is replaced: its owner, who may use it, what is said of it. */
    static Map<String, String> kept(Map<String, String> facets) {
        return facets.entrySet().stream()
                .filter(facet -> facet.getKey().startsWith("grant")
                        || facet.getKey().startsWith("owner")
                        || facet.getKey().equals("comment"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void check(Key key, Entry old, Action.Create create) {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        switch (create.definition()) {
            case Definition.View view -> {
                List<String> before = columns(old);
                List<String> now = new ViewCreation(engine, text).columns(view);
                boolean isKnown = !before.isEmpty() && !now.isEmpty();
                if (isKnown
                        && (now.size() < before.size()
                                || !now.subList(0, before.size()).equals(before))) {
                    throw engine.refused(Fault.SHAPE, Space.RELATION, "columns of view \"" + key + "\" would change");
                }
            }
            case Definition.Routine routine -> {
                String before = old.facets().getOrDefault("shape", "");
                boolean isWithoutDefault =
                        defaults(routine) < Long.parseLong(old.facets().getOrDefault("defaults", "0"));
                if ((!before.isEmpty() && !before.equals(shape(routine))) || isWithoutDefault) {
                    throw engine.refused(Fault.SHAPE, Space.ROUTINE, "what \"" + key + "\" returns would change");
                }
            }
            default -> {}
        }
    }

    private static List<String> columns(Entry old) {
        String columns = old.facets().getOrDefault("columns", "");
        return columns.isEmpty() ? List.of() : List.of(columns.split(",", -1));
    }

    /** How many parameters may be left out. */
    static long defaults(Definition.Routine routine) {
        return routine.signature().parameters().stream()
                .filter(parameter -> parameter.standard().isPresent())
                .count();
    }

    /** What callers know of a routine. */
    static String shape(Definition.Routine routine) {
        return routine.signature().parameters().stream()
                        .map(parameter -> parameter.name().map(Object::toString).orElse("") + parameter.mode())
                        .collect(Collectors.joining(","))
                + routine.returns().map(Object::toString).orElse("");
    }
}
