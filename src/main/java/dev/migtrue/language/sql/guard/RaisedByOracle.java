package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;

/** Oracle's numbers, as {@code SQLCODE} gives them. */
final class RaisedByOracle {

    private RaisedByOracle() {}

    static List<String> by(Action action) {
        return switch (action) {
            case Action.Create create -> create(create.kind());
            case Action.Drop drop -> drop(drop.kind());
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
            case INDEX -> List.of("-955", "-1408");
            case TRIGGER -> List.of("-4081");
            case USER -> List.of("-1920");
            case ROLE -> List.of("-1921");
            case TABLE, VIEW, SEQUENCE, SYNONYM, MATERIALIZED_VIEW, TYPE, FUNCTION, PROCEDURE, PACKAGE ->
                List.of("-955", "-12006");
            default -> List.of();
        };
    }

    private static List<String> drop(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW -> List.of("-942");
            case INDEX -> List.of("-1418");
            case SEQUENCE -> List.of("-2289");
            case MATERIALIZED_VIEW -> List.of("-12003", "-942");
            case TRIGGER -> List.of("-4080");
            case FUNCTION, PROCEDURE, PACKAGE, TYPE -> List.of("-4043");
            case SYNONYM -> List.of("-1434", "-1432");
            case USER -> List.of("-1918");
            case ROLE -> List.of("-1919");
            default -> List.of();
        };
    }

    private static List<String> change(Change change) {
        return switch (change) {
            case Change.AddColumn add -> List.of("-1430");
            case Change.DropColumn drop -> List.of("-904");
            case Change.RenameColumn rename -> List.of("-904", "-957");
            case Change.DropConstraint drop -> List.of("-2443");
            case Change.AddConstraint add -> constraint(add.constraint().kind());
            default -> List.of();
        };
    }

    private static List<String> constraint(Constraint.Kind kind) {
        return switch (kind) {
            case PRIMARY_KEY -> List.of("-2260", "-2264");
            case UNIQUE -> List.of("-2261", "-2264");
            case FOREIGN_KEY -> List.of("-2275", "-2264");
            case CHECK -> List.of("-2264");
            default -> List.of();
        };
    }
}
