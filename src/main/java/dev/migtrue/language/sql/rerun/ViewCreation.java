package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a view is made from. */
final class ViewCreation {

    private final Engine engine;
    private final World world;
    private final Text text;

    ViewCreation(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void fill(Key key, Definition.View view) {
        if (isLooked()) {
            new Readings(engine).check(view.query());
        }
        Set<Key> uses = uses(view.query());
        uses.removeIf(one -> one.equals(key) || one.isMemberOf(key));
        List<String> columns = columns(view);
        Entry entry = world.find(key).orElseThrow();
        boolean isStored = entry.kind() == ObjectKind.MATERIALIZED_VIEW;
        world.put(
                key,
                entry.using(uses)
                        .define(text.plain() + " " + String.join(",", columns))
                        .with("columns", String.join(",", columns))
                        .holding(isStored ? new Sources(engine).rows(view.query()) : Rows.NONE)
                        .whole(columns.isEmpty() ? Entry.Extent.PARTLY : Entry.Extent.WHOLE));
        columns.forEach(column -> world.put(key.member(Space.COLUMN, column), Entry.of(ObjectKind.COLUMN, column)));
    }

    /** SQLite reads a view when it is used, H2 one that is forced too. */
    private boolean isLooked() {
        return switch (engine.dialect()) {
            case SQLITE -> false;
            case H2, ORACLE -> !Text.words(text.plain()).contains("force");
            case POSTGRESQL, MYSQL, MARIADB, SQL_SERVER, ANSI -> true;
        };
    }

    private Set<Key> uses(Query query) {
        Set<String> words = Text.words(query.clause().toString());
        boolean isAll = SelectList.hasStar(query.clause());
        Set<Key> uses = new HashSet<>();
        for (Mention mention : query.tables()) {
            Key table = engine.names().relation(mention);
            uses.add(table);
            for (Key column : world.members(table, Space.COLUMN)) {
                if (isAll || words.contains(column.name().toLowerCase(Locale.ROOT))) {
                    uses.add(column);
                }
            }
        }
        return uses;
    }

    /** Its columns in order; empty where nobody knows. */
    List<String> columns(Definition.View view) {
        if (!view.columns().isEmpty()) {
            return view.columns().stream().map(column -> column.name().last()).toList();
        }
        boolean isOfNamed = view.query().clause().words().stream().limit(1).anyMatch("WITH"::equalsIgnoreCase);
        if (isOfNamed) {
            return List.of();
        }
        List<String> columns = new ArrayList<>();
        for (String item : SelectList.names(view.query().clause(), engine.dialect())) {
            if (!item.equals("*")) {
                columns.add(item);
                continue;
            }
            for (Mention mention : view.query().tables()) {
                Key table = engine.names().relation(mention);
                if (world.find(table).filter(Entry::isWhole).isEmpty()) {
                    return List.of();
                }
                columns.addAll(TableCreation.columns(world, table));
            }
        }
        return columns;
    }
}
