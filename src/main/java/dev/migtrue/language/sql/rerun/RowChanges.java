package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.reader.QueryReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code UPDATE} does. */
final class RowChanges {

    private final Engine engine;
    private final World world;
    private final Text text;

    RowChanges(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    private void apply(Key table, Effect effect) {
        world.change(table, entry -> entry.holding(entry.rows().after(effect)));
    }

    void update(Action.Update update) {
        if (update.tables().isEmpty()) {
            engine.doubt("which table is changed");
            return;
        }
        Key table = engine.required(update.tables().getFirst());
        if (table.name().equals("sqlite_sequence")) {
            new RowRemovals(engine, text).restart(update.where());
            return;
        }
        Set<String> writes = new HashSet<>();
        update.assignments().forEach(one -> one.columns().forEach(column -> writes.add(lower(column))));
        require(table, update);
        Optional<Effect> exchange = exchange(update);
        if (exchange.isPresent()) {
            apply(table, exchange.get(), writes, true);
            return;
        }
        Optional<Effect> copy = copy(update, table);
        if (copy.isPresent()) {
            apply(table, copy.get(), writes, false);
            return;
        }
        boolean isSettling = isSettling(table, update, writes);
        boolean isOver = isMadeFalse(update);
        boolean isFilling = isOver
                && update.where()
                        .filter(where ->
                                where.toString().toUpperCase(Locale.ROOT).contains("IS NULL"))
                        .isPresent();
        Effect.Update effect =
                new Effect.Update(text.plain(), reads(update), writes, isSettling, touchesKeys(table, writes));
        apply(table, isFilling ? effect.filling() : effect, writes, isOver);
    }

    /** The columns that are named have to be there, and to be of the type that they are held to. */
    private void require(Key table, Action.Update update) {
        boolean isAlone = update.from().isEmpty() && update.tables().size() == 1;
        for (Assignment assignment : update.assignments()) {
            assignment
                    .columns()
                    .forEach(
                            column -> engine.requiredColumn(table, column.name().last()));
            assignment.names().stream()
                    .filter(name -> isOf(table, name, update.from().isEmpty())
                            && !engine.variables().isInCode())
                    .forEach(name -> requireStill(table, name.name().last()));
        }
        update.where().filter(where -> isAlone).ifPresent(where -> new Readings(engine).check(table, where));
        Types.requireComparable(engine, table, update);
    }

    /** Whether a name is that of a column of the table: also in a query within, where it says so. */
    private static boolean isOf(Key table, Mention name, boolean isAlone) {
        return name.name()
                .qualifier()
                .map(qualifier -> qualifier.last().equalsIgnoreCase(Equalities.last(table.name())))
                .orElse(isAlone);
    }

    private Set<String> reads(Action.Update update) {
        Set<String> reads = new HashSet<>();
        update.assignments().forEach(one -> one.names().forEach(name -> reads.add(lower(name))));
        update.where().ifPresent(where -> names(where).forEach(name -> reads.add(lower(name))));
        return reads;
    }

    private boolean touchesKeys(Key table, Set<String> writes) {
        return new Keys(world)
                .of(table).stream()
                        .flatMap(key -> key.columns().stream())
                        .anyMatch(column -> writes.contains(column.toLowerCase(Locale.ROOT)));
    }

    /** {@code isOver} where no row is met again that was changed. */
    private void apply(Key table, Effect effect, Set<String> writes, boolean isOver) {
        Rows rows = world.find(table).map(Entry::rows).orElse(Rows.NONE);
        boolean isIdle = rows.isEmpty() || (isOver && rows.isSettled(effect) && effect.isSettling());
        apply(table, effect);
        if (!isIdle) {
            new Triggers(engine).fire(table, "UPDATE", writes);
        }
    }

    /** What stands in an expression may be a word and no column, unless there was such a column. */
    private void requireStill(Key table, String column) {
        Key key = table.member(Space.COLUMN, column);
        if (world.isGone(key) && world.has(table)) {
            throw engine.unknown(key);
        }
    }

    private List<Mention> names(Clause clause) {
        return ExpressionReader.read(clause, engine.dialect()).names();
    }

    private static String lower(Mention mention) {
        return mention.name().last().toLowerCase(Locale.ROOT);
    }

    /** {@code UPDATE t SET b = a}. */
    private Optional<Effect> copy(Action.Update update, Key table) {
        boolean isOfAll = update.assignments().size() == 1
                && update.tables().size() == 1
                && update.where().isEmpty()
                && update.from().isEmpty()
                && update.limit().isEmpty();
        if (!isOfAll) {
            return Optional.empty();
        }
        Assignment only = update.assignments().getFirst();
        boolean isPlain = only.names().size() == 1 && only.value().words().size() == 1;
        String column = lower(only.columns().getFirst());
        return isPlain
                        && world.has(table.member(
                                Space.COLUMN, only.columns().getFirst().name().last()))
                        && !column.equals(lower(only.names().getFirst()))
                        && new Keys(world)
                                .of(table).stream()
                                        .noneMatch(key -> key.columns().contains(column))
                ? Optional.of(Rows.copy(lower(only.names().getFirst()), column))
                : Optional.empty();
    }

    /** {@code SET n = 2 WHERE n = 1}. */
    private Optional<Effect> exchange(Action.Update update) {
        if (update.assignments().size() != 1
                || update.where().isEmpty()
                || !Equalities.isAll(update.where().get())) {
            return Optional.empty();
        }
        Assignment only = update.assignments().getFirst();
        Map<String, String> held = Equalities.of(update.where().get());
        String column = lower(only.columns().getFirst());
        String value = String.join("", only.value().words());
        boolean isExchange =
                held.size() == 1 && Equalities.isValue(held.getOrDefault(column, "")) && Equalities.isValue(value);
        return isExchange
                ? Optional.of(new Effect.Exchange(column, Map.of(held.getOrDefault(column, ""), value)))
                : Optional.empty();
    }

    /** Whether it does nothing when it is done once more: the cheapest way to tell comes first. */
    private boolean isSettling(Key table, Action.Update update, Set<String> writes) {
        if (meetsOthersNext(update, writes)) {
            return false;
        }
        if (update.assignments().stream().map(Assignment::value).allMatch(Expressions::isOfDocument)) {
            return true;
        }
        Optional<Expressions.Nature> tried =
                engine.once(table + " " + text.plain(), () -> Trials.of(engine, table, update));
        if (tried.isPresent()) {
            if (tried.get() == Expressions.Nature.UNCLEAR) {
                engine.doubtRows("which rows are left for the condition");
            }
            return tried.get() == Expressions.Nature.SETTLING;
        }
        return isMadeFalse(update) || areValuesSettling(table, update, writes);
    }

    /** Whether the next run takes other rows: those that a limit left, or those to which the condition comes next. */
    private boolean meetsOthersNext(Action.Update update, Set<String> writes) {
        return update.where()
                .filter(where -> (update.limit().isPresent() && isAboutWritten(where, writes))
                        || MetAgain.isOfNext(where, writes))
                .isPresent();
    }

    private static boolean isMadeFalse(Action.Update update) {
        return update.where()
                .filter(where -> MetAgain.isMadeFalse(where, update))
                .isPresent();
    }

    private boolean areValuesSettling(Key table, Action.Update update, Set<String> writes) {
        boolean isSettling = true;
        Sequels sequels = new Sequels(update.assignments(), engine.names().isOneWithDatabase());
        for (Assignment assignment : update.assignments()) {
            switch (isStep(table, assignment)
                    ? Expressions.Nature.MOVING
                    : natureOf(assignment, sequels, writes, table)) {
                case SETTLING -> {}
                case MOVING -> isSettling = false;
                case UNCLEAR ->
                    engine.doubtRows(
                            "what becomes of \"" + assignment.columns().getFirst() + "\" when it is worked out again");
            }
        }
        if (!isSettling
                && update.where().filter(where -> isAboutWritten(where, writes)).isPresent()) {
            engine.doubtRows("which rows are left for the condition");
        }
        return isSettling;
    }

    /** {@code (SELECT max(n) + 1 FROM t)} for a column of the table itself: from where the last run went. */
    private boolean isStep(Key table, Assignment assignment) {
        Query query = QueryReader.read(assignment.value(), engine.dialect());
        List<String> words =
                assignment.value().words().stream().map(Equalities::last).toList();
        return query.tables().stream().map(engine.names()::relation).anyMatch(table::equals)
                && assignment.columns().stream().map(RowChanges::lower).anyMatch(words::contains)
                && Stream.of("+", "-", "*", "||", "count", "sum").anyMatch(words::contains);
    }

    /** A value made from a column that the same statement writes is another one the next time. */
    private Expressions.Nature natureOf(Assignment assignment, Sequels sequels, Set<String> writes, Key table) {
        List<String> own = assignment.columns().stream().map(RowChanges::lower).toList();
        boolean isOfOther = sequels.readsOther(assignment, writes) || isFedBack(assignment, table);
        return isOfOther ? Expressions.Nature.MOVING : new Expressions(engine).natureOf(assignment.value(), own);
    }

    /** {@code (SELECT max(n) + 1 FROM t)}. */
    private static boolean isFedBack(Assignment assignment, Key table) {
        List<String> words = assignment.value().words();
        Set<String> plain = new HashSet<>();
        words.forEach(word -> plain.add(Equalities.last(word)));
        return plain.contains("select")
                && plain.contains(Equalities.last(table.name()))
                && assignment.columns().stream().map(RowChanges::lower).anyMatch(plain::contains)
                && words.stream()
                        .anyMatch(word -> Set.of("+", "-", "*", "/", "||").contains(word));
    }

    private boolean isAboutWritten(Clause where, Set<String> writes) {
        return names(where).stream().anyMatch(name -> writes.contains(lower(name)));
    }
}
