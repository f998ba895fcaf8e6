package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which changes of an {@code ALTER} a server knows. */
final class Alterations {

    private Alterations() {}

    static boolean isRight(Action.Alter alter, Server server, Text text) {
        return switch (server.dialect()) {
            case SQLITE ->
                alter.kind() == ObjectKind.TABLE
                        && alter.changes().size() == 1
                        && isOfSqlite(alter.changes().getFirst(), server);
            case MYSQL -> alter.changes().stream().allMatch(change -> isOfMySql(change, server));
            case MARIADB -> alter.changes().stream().allMatch(change -> isOfMariaDb(change, text));
            case H2 -> isOfH2(alter, server, text);
            case POSTGRESQL, SQL_SERVER, ORACLE, ANSI -> true;
        };
    }

    private static boolean isOfSqlite(Change change, Server server) {
        boolean isRecent = !server.isBefore(3, 53, 0);
        return switch (change) {
            case Change.AddColumn add -> true;
            case Change.DropColumn drop -> !server.isBefore(3, 35, 0);
            case Change.RenameColumn rename -> !server.isBefore(3, 25, 0);
            case Change.RenameTo rename -> true;
            case Change.AddConstraint add -> isRecent && add.constraint().kind() == Constraint.Kind.CHECK;
            case Change.DropConstraint drop -> isRecent && drop.kind().isEmpty();
            case Change.AlterColumn column ->
                isRecent
                        && (column.change() instanceof ColumnChange.SetNotNull
                                || column.change() instanceof ColumnChange.DropNotNull);
            default -> false;
        };
    }

    private static boolean isOfMySql(Change change, Server server) {
        return switch (change) {
            case Change.RenameColumn rename -> !server.isBefore(8, 0, 0);
            case Change.RenamePart rename -> !server.isBefore(5, 7, 0);
            case Change.DropConstraint drop ->
                drop.kind().filter(kind -> kind != Constraint.Kind.CHECK).isPresent() || !server.isBefore(8, 0, 16);
            default -> isOfMySqlFamily(change);
        };
    }

    private static boolean isOfMySqlFamily(Change change) {
        return switch (change) {
            case Change.AlterColumn column ->
                !(column.change() instanceof ColumnChange.SetType
                        || column.change() instanceof ColumnChange.SetNotNull
                        || column.change() instanceof ColumnChange.DropNotNull
                        || column.change() instanceof ColumnChange.AddIdentity);
            case Change.AttachPartition attach -> false;
            case Change.Inherit inherit -> false;
            case Change.NoInherit leave -> false;
            default -> true;
        };
    }

    /** The guard of a key stands behind its kind, that of a check before its name. */
    private static boolean isOfMariaDb(Change change, Text text) {
        boolean isMisplaced = change instanceof Change.AddConstraint add
                && add.constraint().kind() != Constraint.Kind.CHECK
                && add.constraint()
                        .name()
                        .flatMap(name -> guard(add).filter(guard -> guard.start() < kind(add, text)))
                        .isPresent();
        return !isMisplaced && isOfMySqlFamily(change);
    }

    private static Optional<Place> guard(Change.AddConstraint add) {
        return add.modifiers().place(Modifier.IF_NOT_EXISTS);
    }

    /** Where the words stand that say of which kind a constraint is. */
    private static int kind(Change.AddConstraint add, Text text) {
        String words = add.constraint().place().in(text.source()).toUpperCase(java.util.Locale.ROOT);
        String first = add.constraint().kind().name().replaceAll("_.*", "");
        return add.constraint().place().start() + words.indexOf(first);
    }

    private static boolean isOfH2(Action.Alter alter, Server server, Text text) {
        boolean isImitating = Wordings.isMySql(server) || server.imitated().equals("oracle");
        boolean isRenamedSequence = alter.kind() == ObjectKind.SEQUENCE
                && alter.changes().stream().anyMatch(Change.RenameTo.class::isInstance);
        boolean isForeign = alter.changes().stream()
                .anyMatch(change -> change instanceof Change.AddIndex
                        || (change instanceof Change.AddColumn add
                                && Set.of("INDEX", "KEY")
                                        .contains(add.column().name().name().last()))
                        || (change instanceof Change.RedefineColumn
                                && !text.plain(change.place())
                                        .toUpperCase(java.util.Locale.ROOT)
                                        .startsWith("ALTER")));
        return !isRenamedSequence && (isImitating || !isForeign) && !hasGuardedList(alter);
    }

    /** One guard stands for one column, not for several in parentheses. */
    private static boolean hasGuardedList(Action.Alter alter) {
        Set<Place> guards = new HashSet<>();
        return alter.changes().stream()
                .filter(Change.AddColumn.class::isInstance)
                .flatMap(change -> change.modifiers().place(Modifier.IF_NOT_EXISTS).stream())
                .anyMatch(guard -> !guards.add(guard));
    }
}
