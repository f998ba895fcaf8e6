package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rows that a query puts into a table. */
final class Fills {

    private static final Set<String> AGGREGATES = Set.of("max", "min", "count", "sum", "avg");

    private final Engine engine;
    private final World world;
    private final Key table;

    Fills(Engine engine, Key table) {
        this.engine = engine;
        this.world = engine.world();
        this.table = table;
    }

    /** Whether rows of the table become other rows of it. */
    boolean feedsItself(Query query) {
        boolean isOfItself = Readings.origins(query).stream().anyMatch(this::isTable);
        boolean isSame = items(query).stream().allMatch(Fills::isPlain);
        return isOfItself && !isSame && query.tests().isEmpty() && query.where().isEmpty();
    }

    private boolean isTable(Mention mention) {
        return engine.names().relation(mention).equals(table);
    }

    /** What was made of the first rows is made of them again. */
    void feed(Action.Insert insert, Query query, String text, List<String> columns) {
        Effect effect = new Effect.Fill(text, false);
        Rows rows = world.find(table).orElseThrow().rows();
        boolean isGuarded = insert.conflict().isPresent()
                || insert.modifiers().has(Modifier.IGNORE)
                || insert.modifiers().has(Modifier.REPLACE);
        boolean isTaken = rows.effects().contains(effect) && !isAggregate(query) && hasKeyOf(query, columns);
        if (isTaken && !isGuarded) {
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "the rows are in \"" + table + "\" already");
        }
        if (!rows.isEmpty() || isAggregate(query)) {
            world.change(table, entry -> entry.holding(entry.rows().after(effect)));
        }
    }

    private static boolean isAggregate(Query query) {
        return Text.words(SelectList.list(query.clause()).toString()).stream().anyMatch(AGGREGATES::contains);
    }

    /** Whether the rows are what the query made. */
    boolean isDerived(Rows rows, Query query) {
        return rows.origin().startsWith(query.clause() + " over ");
    }

    /** Whether a key gets its values from the query. */
    boolean hasKeyOf(Query query, List<String> columns) {
        List<Clause> items = items(query);
        if (new Expressions(engine).isVolatile(SelectList.list(query.clause()))) {
            return false;
        }
        boolean isStar = SelectList.hasStar(query.clause());
        return new Keys(world)
                .of(table).stream()
                        .anyMatch(key -> key.columns().stream()
                                .allMatch(column -> isStar || isGiven(columns, column, items.size())));
    }

    private static boolean isGiven(List<String> columns, String column, int size) {
        return columns.stream().limit(size).anyMatch(column::equalsIgnoreCase);
    }

    /** The rows of a table that was empty. */
    Rows rows(Query query, List<String> columns) {
        Rows rows = new Sources(engine).rows(query);
        List<Mention> origins = Readings.origins(query);
        if (origins.size() != 1 || Sources.isWhole(query)) {
            return rows;
        }
        Rows source = world.find(engine.names().relation(origins.getFirst()))
                .map(Entry::rows)
                .orElse(Rows.NONE);
        boolean isSettled = source.effects().isEmpty() && source.origin().startsWith(query.clause() + " over ");
        return isSettled && isSettling(query, columns) ? source : rows;
    }

    /** Whether the query leaves what it made the last time as it is. */
    private boolean isSettling(Query query, List<String> columns) {
        List<Clause> items = items(query);
        for (int index = 0; index < items.size(); index++) {
            Clause item = items.get(index);
            String word = Equalities.last(item.words().getLast());
            boolean isKept = isPlain(item)
                    && (index >= columns.size() || columns.get(index).equalsIgnoreCase(word));
            boolean isSettled = index < columns.size()
                    && new Expressions(engine).natureOf(item, List.of(columns.get(index)))
                            == Expressions.Nature.SETTLING;
            if (!isKept && !(isSettled && !isPlain(item))) {
                return false;
            }
        }
        return true;
    }

    private static List<Clause> items(Query query) {
        return SelectList.parts(SelectList.list(query.clause()));
    }

    private static boolean isPlain(Clause item) {
        List<String> words = item.words();
        return words.stream().allMatch(word -> word.matches("[A-Za-z_\"`\\[][\\w\"`\\] $]*|\\.|\\*"))
                && !words.getFirst().toUpperCase(Locale.ROOT).equals("DISTINCT");
    }
}
