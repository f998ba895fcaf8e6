package dev.migtrue.judge.rule;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Words about the changes of a table that fail where their part of it is there already, or is gone. */
final class Members {

    private static final Set<Dialect> GUARDED_ADDING =
            EnumSet.of(Dialect.POSTGRESQL, Dialect.MARIADB, Dialect.H2, Dialect.ANSI);

    private static final Set<Dialect> GUARDED_DROPPING =
            EnumSet.of(Dialect.POSTGRESQL, Dialect.MARIADB, Dialect.H2, Dialect.SQL_SERVER, Dialect.ANSI);

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

    /** How the dialect would have it: by a guard of its own, else by asking first. */
    static String cure(Change change, Dialect dialect) {
        return switch (change) {
            case Change.AddColumn add ->
                GUARDED_ADDING.contains(dialect)
                        ? "write ADD COLUMN IF NOT EXISTS %s"
                                .formatted(add.column().name())
                        : asking(dialect, "ORA-01430");
            case Change.DropColumn drop ->
                GUARDED_DROPPING.contains(dialect)
                        ? "write DROP COLUMN IF EXISTS %s".formatted(drop.column())
                        : asking(dialect, "ORA-00904");
            case Change.DropConstraint drop ->
                GUARDED_DROPPING.contains(dialect)
                        ? "write DROP CONSTRAINT IF EXISTS %s"
                                .formatted(drop.name().orElseThrow())
                        : asking(dialect, "ORA-02443");
            case Change.AddConstraint add -> added(add, dialect);
            default ->
                dialect == Dialect.MARIADB
                        ? "write RENAME COLUMN IF EXISTS"
                        : "ask the catalogue for the old column first, in a block of its own";
        };
    }

    private static String added(Change.AddConstraint add, Dialect dialect) {
        if (dialect == Dialect.H2) {
            return "write ADD CONSTRAINT IF NOT EXISTS";
        }
        return GUARDED_DROPPING.contains(dialect)
                ? "write DROP CONSTRAINT IF EXISTS%s before it in the same statement"
                        .formatted(
                                add.constraint().name().map(name -> " " + name).orElse(""))
                : asking(dialect, "ORA-02264");
    }

    /** @param error what Oracle answers where it is done already */
    private static String asking(Dialect dialect, String error) {
        return switch (dialect) {
            case ORACLE -> "run it in a block that passes over %s alone".formatted(error);
            case SQLITE -> "SQLite has no guard for it: have the code that runs it ask PRAGMA table_info first";
            case MYSQL ->
                "MySQL has no guard for it: ask information_schema first, and run it where the answer is none";
            case POSTGRESQL, MARIADB, SQL_SERVER, H2, ANSI -> "ask the catalogue first whether it is done";
        };
    }
}
