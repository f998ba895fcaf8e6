package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifiers;
import java.util.List;
import java.util.Optional;

/** {@code SERIAL} in MySQL, a short word for a counter that is unique. */
record UniqueCounters(Engine engine, Text text) {

    void add(Key table, Column column) {
        boolean isOne = engine.names().isOneWithDatabase()
                && !column.has(Constraint.Kind.UNIQUE)
                && column.type().filter(type -> type.family().equals("serial")).isPresent();
        if (isOne) {
            Constraint unique = new Constraint(
                    Constraint.Kind.UNIQUE,
                    Optional.empty(),
                    Modifiers.NONE,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    column.place());
            new ConstraintAddition(engine, text).addInline(table, column, unique);
        }
    }
}
