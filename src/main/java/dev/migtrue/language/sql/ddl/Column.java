package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Place;
import java.util.List;
import java.util.Optional;

/**
 * A column of a table, or an attribute of a type.
 *
 * @param type absent where none is written, as SQLite allows
 * @param constraints its default, its identity and all else that stands after the type, in order
 */
public record Column(Mention name, Optional<TypeName> type, List<Constraint> constraints, Place place) {

    public Column {
        constraints = List.copyOf(constraints);
    }

    public boolean has(Constraint.Kind kind) {
        return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
    }
}
