package dev.migtrue.judge.rule;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.Optional;

/** Words about the changes of a table that fail where their part of it is there already, or is gone. */
final class Members {

    private Members() {}

    static boolean isGuarded(Change change) {
        return change.modifiers().has(Modifier.IF_NOT_EXISTS)
                || change.modifiers().has(Modifier.IF_EXISTS);
    }

    /** Whether it fails when it is done again. */
    static boolean needsGuard(Change change) {
        return !isGuarded(change)
                && switch (change) {
                    case Change.AddColumn add -> true;
                    case Change.DropColumn drop -> true;
                    case Change.RenameColumn rename -> true;
                    case Change.DropConstraint drop -> drop.name().isPresent();
                    case Change.AddConstraint add -> isRefusedTwice(add.constraint());
                    default -> false;
                };
    }

    private static boolean isRefusedTwice(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.PRIMARY_KEY
                || (constraint.name().isPresent() && constraint.kind() != Constraint.Kind.NOT_NULL);
    }

    /** Whether one change takes away what another one adds. */
    static boolean makesRoom(Change first, Change second) {
        return switch (first) {
            case Change.DropConstraint drop ->
                second instanceof Change.AddConstraint add
                        && (add.constraint().kind() == Constraint.Kind.PRIMARY_KEY
                                || drop.name()
                                        .map(name -> name.name())
                                        .equals(add.constraint().name().map(name -> name.name())));
            case Change.DropColumn drop ->
                second instanceof Change.AddColumn add
                        && drop.column().name().equals(add.column().name().name());
            default -> false;
        };
    }

    static String name(Change change) {
        return switch (change) {
            case Change.AddColumn add -> "column \"%s\"".formatted(add.column().name());
            case Change.DropColumn drop -> "column \"%s\"".formatted(drop.column());
            case Change.RenameColumn rename -> "column \"%s\"".formatted(rename.from());
            case Change.RedefineColumn redefine -> "column \"%s\"".formatted(redefine.old());
            case Change.DropConstraint drop ->
                "constraint " + quoted(drop.name().map(Object::toString));
            case Change.AddConstraint add ->
                add.constraint().name().isEmpty()
                        ? "the primary key"
                        : "constraint " + quoted(add.constraint().name().map(Object::toString));
            case Change.AddIndex add -> "index " + quoted(add.index().name().map(Object::toString));
            case Change.DropIndex drop -> "index \"%s\"".formatted(drop.index());
            default -> "what it changes";
        };
    }

    private static String quoted(Optional<String> name) {
        return name.map("\"%s\""::formatted).orElse("without a name");
    }

    /** What makes it fail. */
    static String obstacle(Change change) {
        return switch (change) {
            case Change.AddColumn add -> "the column is there already";
            case Change.AddConstraint add -> "the constraint is there already";
            case Change.DropConstraint drop -> "the constraint is gone";
            default -> "the column is gone";
        };
    }

    /** How the dialect would have it. */
    static String cure(Change change, Dialect dialect) {
        return switch (change) {
            case Change.AddColumn add ->
                dialect == Dialect.ORACLE
                        ? "run it in a block that passes over ORA-01430 alone"
                        : "write ADD COLUMN IF NOT EXISTS %s"
                                .formatted(add.column().name());
            case Change.DropColumn drop ->
                dialect == Dialect.ORACLE
                        ? "run it in a block that passes over ORA-00904 alone"
                        : "write DROP COLUMN IF EXISTS %s".formatted(drop.column());
            case Change.DropConstraint drop ->
                "write DROP CONSTRAINT IF EXISTS %s".formatted(drop.name().orElseThrow());
            case Change.AddConstraint add ->
                dialect == Dialect.H2
                        ? "write ADD CONSTRAINT IF NOT EXISTS"
                        : "write DROP CONSTRAINT IF EXISTS%s before it in the same statement"
                                .formatted(add.constraint()
                                        .name()
                                        .map(name -> " " + name)
                                        .orElse(""));
            default ->
                dialect == Dialect.MARIADB
                        ? "write RENAME COLUMN IF EXISTS"
                        : "ask the catalogue for the old column first, in a block of its own";
        };
    }
}
