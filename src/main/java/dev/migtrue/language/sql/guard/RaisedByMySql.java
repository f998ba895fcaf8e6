package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;

/** The numbers of MySQL and MariaDB; where the two differ, both. */
final class RaisedByMySql {

    private RaisedByMySql() {}

    static List<String> by(Action action) {
        return switch (action) {
            case Action.Create create -> create(create.kind());
            case Action.Drop drop -> drop(drop.kind());
            case Action.Rename rename -> List.of("1146", "1050");
            case Action.Alter alter ->
                alter.changes().stream()
                        .filter(change -> !change.modifiers().has(Modifier.IF_EXISTS)
                                && !change.modifiers().has(Modifier.IF_NOT_EXISTS))
                        .flatMap(change -> change(change).stream())
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> create(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, SEQUENCE -> List.of("1050");
            case INDEX -> List.of("1061");
            case DATABASE, SCHEMA -> List.of("1007");
            case FUNCTION, PROCEDURE -> List.of("1304");
            case TRIGGER -> List.of("1359");
            case EVENT -> List.of("1537");
            case USER, ROLE -> List.of("1396");
            default -> List.of();
        };
    }

    private static List<String> drop(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW -> List.of("1051");
            case INDEX -> List.of("1091");
            case DATABASE, SCHEMA -> List.of("1008");
            case FUNCTION, PROCEDURE -> List.of("1305");
            case TRIGGER -> List.of("1360");
            case EVENT -> List.of("1539");
            case USER, ROLE -> List.of("1396");
            default -> List.of();
        };
    }

    private static List<String> change(Change change) {
        return switch (change) {
            case Change.AddColumn add -> List.of("1060");
            case Change.DropColumn drop -> List.of("1091");
            case Change.DropIndex drop -> List.of("1091");
            case Change.DropConstraint drop -> List.of("1091", "3940");
            case Change.AddIndex add -> add.index().name().isPresent() ? List.of("1061") : List.of();
            case Change.AddConstraint add -> constraint(add.constraint());
            case Change.RenameColumn rename -> List.of("1054");
            case Change.RedefineColumn redefine ->
                redefine.old().name().equals(redefine.column().name().name()) ? List.of() : List.of("1054");
            case Change.RenameTo rename -> List.of("1146", "1050");
            case Change.AddPartitions add -> List.of("1517");
            case Change.DropPartitions drop -> List.of("1507", "1508");
            default -> List.of();
        };
    }

    private static List<String> constraint(Constraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> List.of("1068");
            case UNIQUE -> constraint.name().isPresent() ? List.of("1061") : List.of();
            case FOREIGN_KEY -> constraint.name().isPresent() ? List.of("1826", "1005", "1022", "121") : List.of();
            case CHECK -> constraint.name().isPresent() ? List.of("3822", "1826") : List.of();
            default -> List.of();
        };
    }
}
