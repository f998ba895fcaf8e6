package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Conflict;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a statement does something to rows once more. */
final class RowCauses {

    /** An update that would be nothing by itself. */
    static final String MET_AGAIN = "it meets rows again that another statement of the program changes";

    private static final String TAKEN = "loses rows that the program did not take before";

    private final Engine engine;
    private final World before;

    RowCauses(Engine engine, World before) {
        this.engine = engine;
        this.before = before;
    }

    /** Whether the statement would find its work done, were it not for others. */
    static boolean isOfOthers(Told told) {
        return told.cause().detail().equals(MET_AGAIN) || told.cause().detail().endsWith(TAKEN);
    }

    static boolean isOfRows(Action action) {
        return switch (action) {
            case Action.Insert insert -> true;
            case Action.Update update -> true;
            case Action.Delete delete -> true;
            case Action.Merge merge -> true;
            case Action.Truncate truncate -> true;
            case Action.Copy copy -> true;
            default -> false;
        };
    }

    /** Absent where it did nothing to rows by itself. */
    Optional<Told> of(Key table, Trail.Step step) {
        return switch (step.action()) {
            case Action.Insert insert -> Optional.of(insert(table, step.line(), insert));
            case Action.Copy copy ->
                told(Cause.Kind.COPIED_AGAIN, step.line(), table, "the rows come into \"" + table + "\" once more");
            case Action.Update update -> Optional.of(update(table, step.line(), update));
            case Action.Delete delete -> Optional.of(delete(table, step.line(), delete));
            case Action.Merge merge -> Optional.of(merge(table, step.line(), merge));
            case Action.Alter alter -> alter(table, step.line(), alter);
            default -> Optional.empty();
        };
    }

    private static Optional<Told> told(Cause.Kind kind, Line line, Key table, String detail) {
        return Optional.of(Told.of(kind, line, table, detail));
    }

    private Told insert(Key table, Line line, Action.Insert insert) {
        boolean isOther = !engine.names().relation(insert.table()).equals(table);
        if (isOther) {
            return Told.of(
                    Cause.Kind.CHANGED, line, table, "rows of \"" + table + "\" go with those that are replaced");
        }
        List<Assignment> assignments =
                insert.conflict().map(Conflict::assignments).orElse(List.of());
        if (!assignments.isEmpty() && hasKey(table, insert)) {
            return stored(table, line, assignments);
        }
        boolean isGuarded = insert.conflict().isPresent()
                || insert.modifiers().has(Modifier.IGNORE)
                || insert.modifiers().has(Modifier.REPLACE);
        return isGuarded
                ? Told.of(Cause.Kind.CONFLICT_UNMET, line, table, "no key tells them from those that are there")
                : Told.of(Cause.Kind.INSERTED_AGAIN, line, table, twice(table));
    }

    /** Of a table that was there before, the keys are not known. */
    private String twice(Key table) {
        boolean isKnown = before.find(table).filter(Entry::isWhole).isPresent();
        return isKnown ? "they are there twice then" : "unless a key refuses them, they are there twice then";
    }

    private boolean hasKey(Key table, Action.Insert insert) {
        return insert.conflict().flatMap(Conflict::target).isPresent()
                || !new Keys(before).of(table).isEmpty();
    }

    private Told stored(Key table, Line line, List<Assignment> assignments) {
        return assignments.stream()
                .filter(Assignment::isSelfReferring)
                .findFirst()
                .map(one -> Told.of(
                        Cause.Kind.STORED_VALUE_READ,
                        line,
                        table,
                        "\"" + name(one) + "\" is made from the value that is stored"))
                .orElseGet(() -> Told.of(
                        Cause.Kind.STORED_VALUE_READ,
                        line,
                        table,
                        "\"" + name(moving(assignments)) + "\" is another value each time"));
    }

    private Assignment moving(List<Assignment> assignments) {
        return assignments.stream().filter(this::isVolatile).findFirst().orElse(assignments.getFirst());
    }

    private boolean isVolatile(Assignment assignment) {
        return new Expressions(engine).isVolatile(assignment.value());
    }

    private static String name(Assignment assignment) {
        return assignment.columns().getFirst().name().last();
    }

    private Told update(Key table, Line line, Action.Update update) {
        if (update.limit().isPresent()) {
            return Told.of(
                    Cause.Kind.NEXT_ROWS_TAKEN, line, table, "each run changes the next rows of \"" + table + "\"");
        }
        return Told.of(Cause.Kind.UPDATED_AGAIN, line, table, changing(update));
    }

    private String changing(Action.Update update) {
        List<String> written =
                update.assignments().stream().map(RowCauses::name).toList();
        for (Assignment assignment : update.assignments()) {
            if (isVolatile(assignment)) {
                return "\"" + name(assignment) + "\" is another value each time";
            }
            if (assignment.isSelfReferring()) {
                return "\"" + name(assignment) + "\" is made from its own value";
            }
            Optional<String> other = assignment.names().stream()
                    .map(mention -> mention.name().last())
                    .filter(written::contains)
                    .findFirst();
            if (other.isPresent()) {
                return "\"" + name(assignment) + "\" is made from \"" + other.get()
                        + "\", which the same statement changes";
            }
        }
        return MET_AGAIN;
    }

    private static Told delete(Key table, Line line, Action.Delete delete) {
        boolean isNext = delete.limit().isPresent()
                || delete.where().filter(RowRemovals::takesNext).isPresent();
        return isNext
                ? Told.of(
                        Cause.Kind.NEXT_ROWS_TAKEN, line, table, "each run deletes the next rows of \"" + table + "\"")
                : Told.of(Cause.Kind.CHANGED, line, table, "\"" + table + "\" " + TAKEN);
    }

    private static Told merge(Key table, Line line, Action.Merge merge) {
        boolean isNever = merge.on()
                .map(Object::toString)
                .filter(on -> on.equalsIgnoreCase("false") || on.equals("1 = 0"))
                .isPresent();
        return isNever
                ? Told.of(Cause.Kind.CONFLICT_UNMET, line, table, "its condition is never met")
                : Told.of(Cause.Kind.STORED_VALUE_READ, line, table, "a value is made from the one that is stored");
    }

    private static Optional<Told> alter(Key table, Line line, Action.Alter alter) {
        return alter.changes().stream()
                .flatMap(change -> change instanceof Change.AlterColumn column
                                && column.change() instanceof ColumnChange.SetType type
                                && type.using().isPresent()
                        ? Stream.of(column)
                        : Stream.empty())
                .findFirst()
                .map(column -> Told.of(
                        Cause.Kind.CONVERTED_AGAIN,
                        line,
                        table,
                        "\"" + column.column().name().last() + "\" is converted from what it was converted to"));
    }
}
