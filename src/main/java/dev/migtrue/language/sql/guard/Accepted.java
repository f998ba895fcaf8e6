package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which guards a dialect takes: what some version of it takes counts as taken. */
public final class Accepted {

    private final Dialect dialect;
    private final GuardedKinds kinds;

    /**
     * A guard that the dialect refuses to read.
     *
     * @param what the statement or the part of it that it stands in: {@code CREATE TYPE}, {@code ADD COLUMN} …
     * @param kind of the object that it would guard
     */
    public record Unknown(Modifier guard, String what, ObjectKind kind, Place place) {}

    public Accepted(Dialect dialect) {
        this.dialect = dialect;
        this.kinds = new GuardedKinds(dialect);
    }

    /**
     * The first guard of a statement that no version of the dialect takes; absent where all are taken, or where nobody
     * knows.
     *
     * @param source the text that the statement stands in
     */
    public Optional<Unknown> unknown(Action action, String source) {
        return switch (action) {
            case Action.Create create -> ofCreate(create);
            case Action.Alter alter -> ofAlter(alter, source);
            case Action.Drop drop -> ofDrop(drop);
            case Action.Rename rename -> ofRename(rename);
            default -> Optional.empty();
        };
    }

    private Optional<Unknown> ofCreate(Action.Create create) {
        Modifiers modifiers = create.modifiers();
        String what = "CREATE " + words(create);
        boolean isBoth = modifiers.has(Modifier.OR_REPLACE) && modifiers.has(Modifier.IF_NOT_EXISTS);
        if (isBoth && (dialect == Dialect.MARIADB || dialect == Dialect.ORACLE)) {
            return unknown(modifiers, Modifier.IF_NOT_EXISTS, "CREATE OR REPLACE " + words(create), create.kind());
        }
        if (modifiers.has(Modifier.IF_NOT_EXISTS) && !isGuarded(create)) {
            return unknown(modifiers, Modifier.IF_NOT_EXISTS, what, create.kind());
        }
        boolean isConstraint = create.modifiers().has(Modifier.CONSTRAINT);
        if (modifiers.has(Modifier.OR_REPLACE) && (isConstraint || !kinds.isReplaced(create.kind()))) {
            return unknown(modifiers, Modifier.OR_REPLACE, what, create.kind());
        }
        return Optional.empty();
    }

    private static String words(Action.Create create) {
        String constraint = create.modifiers().has(Modifier.CONSTRAINT) ? "CONSTRAINT " : "";
        return constraint + String.join(" ", create.kind().words());
    }

    /** PostgreSQL wants a name to look for, and nothing made along with a schema. */
    private boolean isGuarded(Action.Create create) {
        boolean isNamed = create.name().isPresent()
                || (create.definition() instanceof Definition.Index index
                        && index.index().name().isPresent());
        boolean hasElements = create.definition() instanceof Definition.Schema schema
                && !schema.elements().isEmpty();
        boolean isFit = dialect != Dialect.POSTGRESQL
                || (!hasElements && (isNamed || create.kind() == ObjectKind.USER_MAPPING));
        return isFit && kinds.isGuarded(create.kind());
    }

    private Optional<Unknown> ofAlter(Action.Alter alter, String source) {
        if (alter.modifiers().has(Modifier.IF_EXISTS) && !kinds.isAltered(alter.kind())) {
            String what = "ALTER " + String.join(" ", alter.kind().words());
            return unknown(alter.modifiers(), Modifier.IF_EXISTS, what, alter.kind());
        }
        return alter.changes().stream()
                .flatMap(change -> ofChange(alter, change, source).stream())
                .findFirst();
    }

    private Optional<Unknown> ofChange(Action.Alter alter, Change change, String source) {
        Modifiers modifiers = change.modifiers();
        Optional<Modifier> guard = Stream.of(Modifier.IF_NOT_EXISTS, Modifier.IF_EXISTS)
                .filter(modifiers::has)
                .findFirst();
        if (guard.isEmpty() || isTaken(alter, change, source)) {
            return Optional.empty();
        }
        return unknown(modifiers, guard.get(), words(change), kind(change));
    }

    private boolean isTaken(Action.Alter alter, Change change, String source) {
        return switch (dialect) {
            case POSTGRESQL ->
                switch (change) {
                    case Change.AddColumn add -> alter.kind() != ObjectKind.TYPE;
                    case Change.DropColumn drop -> true;
                    case Change.DropConstraint drop -> true;
                    case Change.AddLabel add -> true;
                    case Change.AddConstraint add -> false;
                    case Change.RenameColumn rename -> false;
                    case Change.RenamePart rename -> false;
                    case Change.RenameLabel rename -> false;
                    default -> true;
                };
            case MARIADB -> !isBeforeName(change, source);
            case MYSQL, SQLITE -> alter.kind() != ObjectKind.TABLE;
            case SQL_SERVER -> change instanceof Change.DropColumn || change instanceof Change.DropConstraint;
            case ORACLE -> !(change instanceof Change.AddColumn || change instanceof Change.DropColumn);
            case H2, ANSI -> true;
        };
    }

    /** MariaDB: behind {@code CONSTRAINT} only a check may have its guard. */
    private static boolean isBeforeName(Change change, String source) {
        if (!(change instanceof Change.AddConstraint add) || add.constraint().kind() == Constraint.Kind.CHECK) {
            return false;
        }
        Optional<Place> guard = change.modifiers().place(Modifier.IF_NOT_EXISTS);
        return guard.map(place -> source.substring(change.place().start(), place.start())
                        .strip()
                        .toUpperCase(java.util.Locale.ROOT))
                .filter(before -> before.endsWith("CONSTRAINT"))
                .isPresent();
    }

    private static String words(Change change) {
        return switch (change) {
            case Change.AddColumn add -> "ADD COLUMN";
            case Change.DropColumn drop -> "DROP COLUMN";
            case Change.RenameColumn rename -> "RENAME COLUMN";
            case Change.RedefineColumn redefine -> "MODIFY COLUMN";
            case Change.AddConstraint add -> "ADD CONSTRAINT";
            case Change.DropConstraint drop -> "DROP CONSTRAINT";
            case Change.AddIndex add -> "ADD INDEX";
            case Change.DropIndex drop -> "DROP INDEX";
            case Change.RenamePart rename ->
                "RENAME " + String.join(" ", rename.kind().words());
            default -> "this change";
        };
    }

    private static ObjectKind kind(Change change) {
        return switch (change) {
            case Change.AddConstraint add -> ObjectKind.CONSTRAINT;
            case Change.DropConstraint drop -> ObjectKind.CONSTRAINT;
            case Change.AddIndex add -> ObjectKind.INDEX;
            case Change.DropIndex drop -> ObjectKind.INDEX;
            default -> ObjectKind.COLUMN;
        };
    }

    private Optional<Unknown> ofDrop(Action.Drop drop) {
        boolean isKnown = kinds.isDropped(drop.kind());
        return drop.modifiers().has(Modifier.IF_EXISTS) && !isKnown
                ? unknown(
                        drop.modifiers(),
                        Modifier.IF_EXISTS,
                        "DROP " + String.join(" ", drop.kind().words()),
                        drop.kind())
                : Optional.empty();
    }

    private Optional<Unknown> ofRename(Action.Rename rename) {
        boolean isKnown = !List.of(Dialect.MYSQL, Dialect.SQLITE).contains(dialect);
        return rename.modifiers().has(Modifier.IF_EXISTS) && !isKnown
                ? unknown(rename.modifiers(), Modifier.IF_EXISTS, "RENAME TABLE", rename.kind())
                : Optional.empty();
    }

    private static Optional<Unknown> unknown(Modifiers modifiers, Modifier guard, String what, ObjectKind kind) {
        return modifiers.place(guard).map(place -> new Unknown(guard, what, kind, place));
    }
}
