package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.model.FileSpan;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * An object that scripts have built.
 *
 * @param parts its columns, keys and so on by their names, each with its properties; {@link #ITSELF} for the object
 * @param owner the table of an index; empty where there is none
 * @param definition as its last {@code CREATE} had it
 * @param extent whether all its parts are known
 * @param built where
 */
record Thing(
        ObjectKind kind,
        SortedMap<String, SortedMap<String, String>> parts,
        String owner,
        Optional<Definition> definition,
        Extent extent,
        FileSpan built) {

    static final String ITSELF = "";

    enum Extent {
        WHOLE,
        /** Some of its parts come from elsewhere. */
        PARTLY,
        /** Something happened to it that was not understood. */
        DOUBTFUL
    }

    Thing {
        SortedMap<String, SortedMap<String, String>> copy = new TreeMap<>();
        parts.forEach(
                (part, properties) -> copy.put(part, Collections.unmodifiableSortedMap(new TreeMap<>(properties))));
        parts = Collections.unmodifiableSortedMap(copy);
    }

    static Thing of(ObjectKind kind, FileSpan built) {
        return new Thing(kind, new TreeMap<>(), "", Optional.empty(), Extent.WHOLE, built);
    }

    Map<String, String> part(String name) {
        return parts.getOrDefault(name, new TreeMap<>());
    }

    boolean has(String part) {
        return parts.containsKey(part);
    }

    /** With a part, in place of one of its name. */
    Thing with(String part, Map<String, String> properties) {
        SortedMap<String, SortedMap<String, String>> more = new TreeMap<>(parts);
        more.put(part, new TreeMap<>(properties));
        return with(more);
    }

    Thing with(String part, String property, String value) {
        Map<String, String> more = new TreeMap<>(part(part));
        more.put(property, value);
        return with(part, more);
    }

    Thing without(String part, String property) {
        Map<String, String> fewer = new TreeMap<>(part(part));
        fewer.remove(property);
        return with(part, fewer);
    }

    Thing without(Predicate<String> which) {
        SortedMap<String, SortedMap<String, String>> fewer = new TreeMap<>(parts);
        fewer.keySet().removeIf(which);
        return with(fewer);
    }

    Thing with(SortedMap<String, SortedMap<String, String>> others) {
        return new Thing(kind, others, owner, definition, extent, built);
    }

    Thing of(String table) {
        return new Thing(kind, parts, table, definition, extent, built);
    }

    Thing as(Definition other) {
        return new Thing(kind, parts, owner, Optional.of(other), extent, built);
    }

    Thing known(Extent other) {
        return new Thing(kind, parts, owner, definition, other, built);
    }

    Thing doubted() {
        return known(Extent.DOUBTFUL);
    }

    boolean isDoubtful() {
        return extent == Extent.DOUBTFUL;
    }

    /** Whether a word stands in any of its parts. */
    boolean mentions(String word) {
        return parts.entrySet().stream()
                .anyMatch(part -> holds(part.getKey(), word)
                        || part.getValue().values().stream().anyMatch(value -> holds(value, word)));
    }

    static boolean holds(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean isWhole = (at == 0 || !isLetter(text.charAt(at - 1)))
                    && (end == text.length() || !isLetter(text.charAt(end)));
            if (isWhole) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
