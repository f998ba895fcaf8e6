package dev.migtrue.language.sql.rerun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is not known of a run, in the order in which it came up. Grows as the run goes on. */
final class Doubts {

    private final List<String> all = new ArrayList<>();
    private final Set<String> ofRows = new HashSet<>();
    private final Set<String> ofAnything = new HashSet<>();
    private final Map<String, Set<String>> named = new HashMap<>();

    /** May be about whatever there is. */
    void add(String reason) {
        ofAnything.add(reason);
        note(reason);
    }

    /** About nothing but rows. */
    void addOfRows(String reason) {
        ofRows.add(reason);
        add(reason);
    }

    /** About nothing but what a statement names. */
    void addOf(String reason, String statement) {
        named.computeIfAbsent(reason, key -> new HashSet<>()).addAll(Text.words(statement));
        note(reason);
    }

    private void note(String reason) {
        if (!all.contains(reason)) {
            all.add(reason);
        }
    }

    /** As if nothing had come up yet. */
    void clear() {
        all.clear();
        ofRows.clear();
        ofAnything.clear();
        named.clear();
    }

    List<String> all() {
        return all;
    }

    /** Those of some that are about more than rows. */
    List<String> beyondRows(List<String> some) {
        return some.stream().filter(doubt -> !ofRows.contains(doubt)).toList();
    }

    /** Those of some that may be about one of these objects. */
    List<String> about(Collection<Key> objects, List<String> some) {
        return some.stream()
                .filter(doubt -> ofAnything.contains(doubt) || objects.stream().anyMatch(key -> names(doubt, key)))
                .toList();
    }

    private boolean names(String doubt, Key key) {
        Set<String> words = named.getOrDefault(doubt, Set.of());
        return words.contains(last(key.name())) || (!key.owner().isEmpty() && words.contains(last(key.owner())));
    }

    private static String last(String name) {
        String plain = name.replaceAll("\\(.*", "");
        return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
