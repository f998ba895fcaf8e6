package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.model.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each dialect offers for the changes of an {@code ALTER}: one way for all of them. */
final class AlterationForms {

    private final Dialect dialect;
    private final Draft draft;

    AlterationForms(Dialect dialect, Draft draft) {
        this.dialect = dialect;
        this.draft = draft;
    }

    List<GuardedForm> of(Action.Alter alter) {
        List<GuardedForm> parts = new ArrayList<>();
        for (Change change : alter.changes()) {
            if (isGuarded(change) || !mayBeRefused(change)) {
                continue;
            }
            Optional<GuardedForm> form = of(alter, change);
            if (form.isEmpty()) {
                return List.of();
            }
            parts.add(form.get());
        }
        boolean isApart = parts.size() == 1 || parts.stream().allMatch(this::isWithin);
        return isApart && !parts.isEmpty() ? List.of(together(parts)) : List.of();
    }

    /** Whether it leaves what stands in front of the statement alone, so that others can go with it. */
    private boolean isWithin(GuardedForm form) {
        return form.isMechanical() && form.insertions().getFirst().at() > draft.start();
    }

    private static GuardedForm together(List<GuardedForm> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<Insertion> insertions = parts.stream()
                .flatMap(part -> part.insertions().stream())
                .distinct()
                .toList();
        String words = String.join(", ", parts.stream().map(GuardedForm::words).toList());
        Optional<String> since =
                parts.stream().flatMap(part -> part.since().stream()).findFirst();
        boolean isReplacing = parts.stream().anyMatch(part -> part.safety() == Fix.Safety.UNSAFE);
        return new GuardedForm(words, since, insertions, isReplacing ? Fix.Safety.UNSAFE : Fix.Safety.SAFE);
    }

    private static boolean isGuarded(Change change) {
        return change.modifiers().has(Modifier.IF_EXISTS)
                || change.modifiers().has(Modifier.IF_NOT_EXISTS)
                || (change instanceof Change.AlterColumn column && isGuarded(column.change()));
    }

    private static boolean isGuarded(ColumnChange change) {
        return switch (change) {
            case ColumnChange.DropIdentity drop -> drop.modifiers().has(Modifier.IF_EXISTS);
            case ColumnChange.DropExpression drop -> drop.modifiers().has(Modifier.IF_EXISTS);
            default -> false;
        };
    }

    /** Whether a second run may find that it is done. */
    private static boolean mayBeRefused(Change change) {
        return switch (change) {
            case Change.SettleConstraint settle -> false;
            case Change.SetMembers set -> false;
            case Change.Adjust adjust -> false;
            case Change.OfType of -> false;
            case Change.TruncatePartitions truncate -> false;
            case Change.AlterColumn column ->
                column.change() instanceof ColumnChange.AddIdentity
                        || column.change() instanceof ColumnChange.DropIdentity
                        || column.change() instanceof ColumnChange.DropExpression;
            case Change.RedefineColumn redefine ->
                !redefine.old().name().equals(redefine.column().name().name());
            default -> true;
        };
    }

    private Optional<GuardedForm> of(Action.Alter alter, Change change) {
        return switch (dialect) {
            case POSTGRESQL -> new PostgresAlterations(draft).of(alter, change);
            case MARIADB -> mariadb(alter, change);
            case H2 -> h2(alter, change);
            case MYSQL -> Optional.of(new Questions(dialect, draft).described());
            case SQL_SERVER -> sqlServer(alter, change);
            case SQLITE, ORACLE, ANSI -> Optional.empty();
        };
    }

    private Optional<GuardedForm> mariadb(Action.Alter alter, Change change) {
        return switch (change) {
            case Change.AddColumn add -> Optional.of(before(add.column().name(), "IF NOT EXISTS ", change));
            case Change.DropColumn drop -> Optional.of(before(drop.column(), "IF EXISTS ", change));
            case Change.DropIndex drop -> Optional.of(before(drop.index(), "IF EXISTS ", change));
            case Change.RenameColumn rename -> Optional.of(before(rename.from(), "IF EXISTS ", change));
            case Change.RedefineColumn redefine -> Optional.of(before(redefine.old(), "IF EXISTS ", change));
            case Change.DropConstraint drop -> drop.name().map(name -> before(name, "IF EXISTS ", change));
            case Change.AddIndex add -> add.index().name().map(name -> before(name, "IF NOT EXISTS ", change));
            case Change.AddPartitions add -> Optional.of(before(add.partitions().getFirst(), "IF NOT EXISTS ", change));
            case Change.DropPartitions drop ->
                Optional.of(before(drop.partitions().getFirst(), "IF EXISTS ", change));
            case Change.AddConstraint add -> mariadb(add);
            case Change.RenameTo rename -> ofTable(alter);
            default -> Optional.empty();
        };
    }

    private Optional<GuardedForm> mariadb(Change.AddConstraint add) {
        return add.constraint().name().flatMap(name -> switch (add.constraint().kind()) {
            case CHECK -> Optional.of(before(name, "IF NOT EXISTS ", add));
            case UNIQUE -> Optional.of(GuardedForm.described("ADD UNIQUE IF NOT EXISTS " + name + " (…)"));
            case FOREIGN_KEY ->
                draft.behind(List.of("FOREIGN", "KEY"), add.place().end())
                        .map(end -> draft.inserting(
                                new Insertion(end, " IF NOT EXISTS"),
                                new Place(add.place().start(), end)));
            default -> Optional.empty();
        });
    }

    private Optional<GuardedForm> h2(Action.Alter alter, Change change) {
        return switch (change) {
            case Change.AddColumn add -> Optional.of(before(add.column().name(), "IF NOT EXISTS ", change));
            case Change.DropColumn drop -> Optional.of(before(drop.column(), "IF EXISTS ", change));
            case Change.RenameColumn rename -> Optional.of(before(rename.from(), "IF EXISTS ", change));
            case Change.DropConstraint drop -> drop.name().map(name -> before(name, "IF EXISTS ", change));
            case Change.AddConstraint add ->
                add.constraint().name().map(name -> before(name, "IF NOT EXISTS ", change));
            case Change.RenameTo rename -> ofTable(alter);
            default -> Optional.empty();
        };
    }

    private Optional<GuardedForm> sqlServer(Action.Alter alter, Change change) {
        Questions questions = new Questions(dialect, draft);
        return alter.name().flatMap(table -> switch (change) {
            case Change.AddColumn add -> questions.column(table, add.column().name());
            case Change.DropColumn drop ->
                Optional.of(before(drop.column(), "IF EXISTS ", change).since("2016"));
            case Change.DropConstraint drop ->
                drop.name().map(name -> before(name, "IF EXISTS ", change).since("2016"));
            case Change.AddConstraint add -> add.constraint().name().flatMap(questions::constraint);
            default -> Optional.empty();
        });
    }

    private GuardedForm before(Mention name, String words, Change change) {
        return draft.inserting(
                new Insertion(name.place().start(), words),
                new Place(change.place().start(), name.place().end()));
    }

    private Optional<GuardedForm> ofTable(Action.Alter alter) {
        return alter.name()
                .filter(name -> alter.kind() == ObjectKind.TABLE)
                .map(name -> draft.inserting(
                        new Insertion(
                                draft.behind(List.of("TABLE"), name.place().start())
                                        .orElse(name.place().start()),
                                " IF EXISTS"),
                        new Place(draft.start(), name.place().end())));
    }
}
