package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which columns an assignment reads that the same statement writes; MySQL assigns them one after the other. */
final class Sequels {

    private final Set<String> unchanged = new HashSet<>();
    private final Map<Assignment, Set<String>> before = new HashMap<>();

    Sequels(List<Assignment> assignments, boolean isOneAfterTheOther) {
        Map<String, String> copies = new HashMap<>();
        Set<String> written = new HashSet<>();
        for (Assignment assignment : assignments) {
            before.put(assignment, isOneAfterTheOther ? Set.copyOf(written) : Set.of());
            String column = lower(assignment.columns().getFirst());
            String value = Equalities.last(String.join("", assignment.value().words()));
            String source = isOneAfterTheOther ? copies.getOrDefault(value, value) : value;
            if (source.equals(column)) {
                unchanged.add(column);
            }
            copies.put(column, source);
            assignment.columns().forEach(one -> written.add(lower(one)));
        }
    }

    /** Whether it reads what is another value the next time. */
    boolean readsOther(Assignment assignment, Set<String> writes) {
        List<String> own = assignment.columns().stream().map(Sequels::lower).toList();
        return assignment.names().stream()
                        .map(Sequels::lower)
                        .anyMatch(name -> writes.contains(name)
                                && !own.contains(name)
                                && !unchanged.contains(name)
                                && !before.getOrDefault(assignment, Set.of()).contains(name))
                || isExchanged(assignment, own);
    }

    /** {@code (a, b) = (b, a)}. */
    private static boolean isExchanged(Assignment assignment, List<String> own) {
        List<String> values = SelectList.parts(SelectList.inside(assignment.value())).stream()
                .map(part -> Equalities.last(String.join("", part.words())))
                .toList();
        for (int index = 0; index < Math.min(values.size(), own.size()); index++) {
            if (own.contains(values.get(index)) && !own.get(index).equals(values.get(index))) {
                return true;
            }
        }
        return false;
    }

    private static String lower(Mention mention) {
        return mention.name().last().toLowerCase(Locale.ROOT);
    }
}
