package dev.migtrue.language.sql.ddl;

import dev.migtrue.language.sql.Clause;
import java.util.Optional;

/** What becomes of one column. */
public sealed interface ColumnChange {

    /** Another type; {@code using} says how its values get there. */
    record SetType(TypeName type, Optional<Clause> using) implements ColumnChange {}

    record SetDefault(Clause value) implements ColumnChange {}

    record DropDefault() implements ColumnChange {}

    record SetNotNull() implements ColumnChange {}

    record DropNotNull() implements ColumnChange {}

    record AddIdentity(Clause clause) implements ColumnChange {}

    record DropIdentity(Modifiers modifiers) implements ColumnChange {}

    record SetExpression(Clause expression) implements ColumnChange {}

    record DropExpression(Modifiers modifiers) implements ColumnChange {}

    /** Its counter, its options, how it is stored: set to a value. */
    record Adjust(Clause clause) implements ColumnChange {}

    record Unrecognized(Clause clause) implements ColumnChange {}
}
