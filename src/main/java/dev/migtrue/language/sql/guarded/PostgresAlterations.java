package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL offers for one change of an {@code ALTER}. */
final class PostgresAlterations {

    private final Draft draft;
    private final Blocks blocks;

    PostgresAlterations(Draft draft) {
        this.draft = draft;
        this.blocks = new Blocks(draft);
    }

    Optional<GuardedForm> of(Action.Alter alter, Change change) {
        boolean isTable = alter.kind() == ObjectKind.TABLE || alter.kind() == ObjectKind.FOREIGN_TABLE;
        return switch (change) {
            case Change.AddColumn add ->
                isTable
                        ? Optional.of(before(add.column().name(), "IF NOT EXISTS ", change)
                                .since("9.6"))
                        : blocks.taking("duplicate_column");
            case Change.DropColumn drop -> Optional.of(before(drop.column(), "IF EXISTS ", change));
            case Change.DropConstraint drop -> drop.name().map(name -> before(name, "IF EXISTS ", change));
            case Change.AddConstraint add -> constraint(alter, add);
            case Change.AddLabel add -> Optional.of(label(add));
            case Change.RenameTo rename -> renamed(alter);
            case Change.SetSchema schema -> renamed(alter);
            case Change.RenameColumn rename -> blocks.taking("undefined_column");
            case Change.RenameLabel rename -> blocks.taking("invalid_parameter_value");
            case Change.RenamePart rename -> blocks.taking(Conditions.ofNone(rename.kind()));
            case Change.AttachPartition attach -> blocks.taking("wrong_object_type");
            case Change.DetachPartition detach ->
                detach.modifiers().has(Modifier.CONCURRENTLY) ? Optional.empty() : blocks.taking("undefined_table");
            case Change.Inherit inherit -> blocks.taking("duplicate_table");
            case Change.NoInherit leave -> blocks.taking("undefined_table");
            case Change.AddMembers add ->
                Optional.of(GuardedForm.described("ALTER PUBLICATION … SET TABLE with all tables"))
                        .filter(form -> alter.kind() == ObjectKind.PUBLICATION)
                        .or(() -> blocks.taking("object_not_in_prerequisite_state"));
            case Change.DropMembers drop -> blocks.taking("undefined_object");
            case Change.AlterColumn column -> column(column);
            default -> Optional.empty();
        };
    }

    /** An index that becomes one of the constraint has gone with the constraint. */
    private Optional<GuardedForm> constraint(Action.Alter alter, Change.AddConstraint add) {
        Constraint constraint = add.constraint();
        boolean isOfIndex = constraint.modifiers().has(Modifier.USING_INDEX);
        return constraint.name().filter(name -> !isOfIndex).map(name -> {
            String drop = "DROP CONSTRAINT IF EXISTS "
                    + name.place().in(draft.statement().tokens().source());
            String mark = alter.kind() == ObjectKind.DOMAIN ? ";" : ",";
            if (alter.kind() == ObjectKind.DOMAIN) {
                String words = "ALTER DOMAIN %s %s%s"
                        .formatted(alter.name().map(Object::toString).orElse(""), drop, mark);
                return new GuardedForm(words, List.of(new Insertion(draft.start(), words + "\n"))).replacing();
            }
            return draft.inserting(
                            new Insertion(add.place().start(), drop + mark + " "),
                            new Place(add.place().start(), name.place().end()))
                    .replacing();
        });
    }

    private GuardedForm label(Change.AddLabel add) {
        Place place = add.label().place();
        return draft.inserting(
                        new Insertion(place.start(), "IF NOT EXISTS "),
                        new Place(add.place().start(), place.end()))
                .since("9.3");
    }

    private Optional<GuardedForm> renamed(Action.Alter alter) {
        if (!alter.kind().isRelation() || alter.modifiers().has(Modifier.IF_EXISTS)) {
            return alter.kind().isRelation() ? Optional.empty() : blocks.taking(gone(alter.kind()));
        }
        return alter.name()
                .flatMap(name -> draft.behind(alter.kind().words(), name.place().start())
                        .map(end -> draft.inserting(
                                new Insertion(end, " IF EXISTS"),
                                new Place(draft.start(), name.place().end()))));
    }

    /** What is raised when another name was given before; of a policy it is the new name that is found first. */
    private static String gone(ObjectKind kind) {
        return kind == ObjectKind.POLICY ? "duplicate_object" : Conditions.ofNone(kind);
    }

    private Optional<GuardedForm> column(Change.AlterColumn change) {
        return switch (change.change()) {
            case ColumnChange.AddIdentity add -> blocks.taking("object_not_in_prerequisite_state");
            case ColumnChange.DropIdentity drop -> dropped(change, "IDENTITY", "10");
            case ColumnChange.DropExpression drop -> dropped(change, "EXPRESSION", "13");
            default -> Optional.empty();
        };
    }

    private Optional<GuardedForm> dropped(Change.AlterColumn change, String what, String since) {
        return draft.behind(List.of("DROP", what), change.place().end())
                .map(end -> draft.inserting(
                                new Insertion(end, " IF EXISTS"),
                                new Place(change.place().start(), end))
                        .since(since));
    }

    private GuardedForm before(Mention name, String words, Change change) {
        return draft.inserting(
                new Insertion(name.place().start(), words),
                new Place(change.place().start(), name.place().end()));
    }
}
