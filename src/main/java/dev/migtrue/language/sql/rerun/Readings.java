package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a query needs to be there. */
final class Readings {

    private final Engine engine;
    private final World world;

    Readings(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /** Refuses a query of which a table or a column is gone. */
    void check(Query query) {
        query.tables().forEach(engine::read);
        List<Key> tables = query.tables().stream().map(engine.names()::relation).toList();
        if (tables.isEmpty()) {
            return;
        }
        Set<String> words = Text.words(query.clause().toString());
        for (Key table : tables) {
            for (String word : words) {
                Key column =
                        table.member(Space.COLUMN, engine.dialect().columns().plain(word));
                if (world.isGone(column) && !isElsewhere(tables, column.name()) && isPlain(query, word)) {
                    throw engine.missing(column);
                }
            }
        }
        boolean isAllKnown = tables.stream()
                .allMatch(table -> world.find(table).filter(Entry::isWhole).isPresent());
        if (isAllKnown) {
            listed(query, tables);
        }
    }

    private void listed(Query query, List<Key> tables) {
        for (Clause part : SelectList.parts(SelectList.list(query.clause()))) {
            List<String> words = part.words();
            boolean isColumn =
                    words.size() == 1 && words.getFirst().matches("[A-Za-z_]\\w*") && !isValue(words.getFirst());
            String name = engine.dialect().columns().plain(words.getFirst());
            if (isColumn && !isElsewhere(tables, name)) {
                throw engine.missing(tables.getFirst().member(Space.COLUMN, name));
            }
        }
    }

    private static boolean isValue(String word) {
        return Set.of("NULL", "TRUE", "FALSE", "DEFAULT", "CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_USER", "ROWID")
                .contains(word.toUpperCase(java.util.Locale.ROOT));
    }

    private boolean isElsewhere(List<Key> tables, String column) {
        return tables.stream().anyMatch(table -> world.has(table.member(Space.COLUMN, column)));
    }

    /** Whether the word stands there as a name, not behind {@code AS} or in a string only. */
    private static boolean isPlain(Query query, String word) {
        List<String> words = query.clause().words();
        for (int index = 0; index < words.size(); index++) {
            boolean isIt = words.get(index).equalsIgnoreCase(word);
            boolean isAlias = index > 0 && words.get(index - 1).equalsIgnoreCase("AS");
            if (isIt && !isAlias) {
                return true;
            }
        }
        return false;
    }

    /** The tables that it takes rows from, without those that it only asks. */
    static List<Mention> origins(Query query) {
        List<Mention> origins = new ArrayList<>(query.tables());
        for (Query.Test test : query.tests()) {
            test.query().tables().forEach(origins::remove);
        }
        return origins;
    }
}
