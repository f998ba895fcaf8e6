package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.List;
import java.util.Optional;

/**
 * A value for one column, or for several that are given together.
 *
 * @param names every name in the value that may be that of a column of the row which is changed
 */
public record Assignment(List<Mention> columns, Clause value, List<Mention> names) {

    public Assignment {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
    }

    /** Whether the new value is made from the old one, such as {@code n = n + 1}. */
    public boolean isSelfReferring() {
        return names.stream().anyMatch(name -> columns.stream().anyMatch(column -> isSame(column, name)));
    }

    private static boolean isSame(Mention one, Mention other) {
        Optional<Name> table = one.name().qualifier();
        boolean isOfAnother = other.name()
                .qualifier()
                .flatMap(qualifier -> table.filter(own -> !own.last().equalsIgnoreCase(qualifier.last())))
                .isPresent();
        return !isOfAnother && one.name().last().equalsIgnoreCase(other.name().last());
    }
}
