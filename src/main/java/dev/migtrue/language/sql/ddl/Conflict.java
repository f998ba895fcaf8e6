package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;
import java.util.Optional;

/**
 * What an {@code INSERT} does with a row that is there.
 *
 * @param target the key that a row is known by, as written in parentheses; absent for any key
 * @param constraint the same by the name of its constraint
 * @param indexWhere of which partial index the key is
 * @param assignments what is changed in the row that is there; empty where nothing is done
 */
public record Conflict(
        Optional<Clause> target,
        Optional<Mention> constraint,
        Optional<Clause> indexWhere,
        List<Assignment> assignments,
        Optional<Clause> where) {

    public Conflict {
        assignments = List.copyOf(assignments);
    }
}
