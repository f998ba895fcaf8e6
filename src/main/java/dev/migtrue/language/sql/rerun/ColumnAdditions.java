package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.rerun.Refused.Fault;

/** What a server makes of columns that are added, beyond the columns. */
final class ColumnAdditions {

    private final Engine engine;
    private final World world;
    private final Text text;

    ColumnAdditions(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    /** MariaDB leaves the column as it is, and makes its foreign key nevertheless. */
    void referTwice(Key table, Column column) {
        if (engine.dialect() == Dialect.MARIADB) {
            column.constraints().stream()
                    .filter(constraint -> constraint.kind() == Constraint.Kind.FOREIGN_KEY)
                    .forEach(constraint -> new ConstraintAddition(engine, text).addInline(table, column, constraint));
        }
    }

    /** SQLite cannot fill in keys, and where there are rows no values that are not constant. */
    void requireAddable(Key table, Column column) {
        boolean isFilled = new Contents(world).isFilled(table);
        boolean isRequired = column.has(Constraint.Kind.NOT_NULL)
                && !column.has(Constraint.Kind.GENERATED)
                && !column.has(Constraint.Kind.IDENTITY)
                && !column.has(Constraint.Kind.AUTO_INCREMENT)
                && !hasValue(column);
        boolean fillsIn = engine.names().isOneWithDatabase() || engine.dialect() == Dialect.POSTGRESQL;
        if (isFilled && isRequired && !fillsIn) {
            throw engine.refused(Fault.STATE, Space.COLUMN, "rows would be without \"" + column.name() + "\"");
        }
        boolean isMoving = column.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.DEFAULT)
                .anyMatch(constraint -> constraint
                        .expression()
                        .filter(value -> new Expressions(engine).isVolatile(value) || isWorkedOut(value))
                        .isPresent());
        boolean isKey = column.has(Constraint.Kind.UNIQUE) || column.has(Constraint.Kind.PRIMARY_KEY);
        if (engine.dialect() == Dialect.SQLITE && ((isMoving && isFilled) || isKey)) {
            throw engine.refused(Fault.STATE, Space.COLUMN, "a column like \"" + column.name() + "\" cannot be added");
        }
    }

    /** SQLite takes {@code (1)} for a value and {@code (1 + 1)} for none. */
    private static boolean isWorkedOut(Clause value) {
        return value.words().size() > 3 && value.words().getFirst().equals("(");
    }

    private static boolean hasValue(Column column) {
        return column.constraints().stream()
                .filter(constraint -> constraint.kind() == Constraint.Kind.DEFAULT)
                .anyMatch(constraint -> constraint
                        .expression()
                        .filter(value -> !value.toString().equalsIgnoreCase("NULL"))
                        .isPresent());
    }
}
