package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;

/**
 * What an expression is made from.
 *
 * @param names those that may be columns of the row it is worked out for; of sub-queries only what has a qualifier,
 * since the rest belongs to
 *     the tables there
 * @param calls the functions that are called, in sub-queries too, and values such as {@code CURRENT_TIMESTAMP} that are
 * calls without parentheses
 */
public record Expression(Clause clause, List<Mention> names, List<Mention> calls) {

    public Expression {
        names = List.copyOf(names);
        calls = List.copyOf(calls);
    }
}
