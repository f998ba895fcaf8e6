package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.reader.QueryReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a query needs to be there. */
final class Readings {

    private final Engine engine;
    private final World world;

    Readings(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /** Refuses an expression of which a name was that of a column which is gone from the one table it can be of. */
    void check(Key table, Clause expression) {
        for (Mention name : ExpressionReader.read(expression, engine.dialect()).names()) {
            Key column = table.member(Space.COLUMN, name.name().last());
            boolean isOwn = name.name()
                    .qualifier()
                    .map(qualifier -> qualifier.last().equalsIgnoreCase(Equalities.last(table.name())))
                    .orElse(true);
            if (isOwn && world.isGone(column) && !engine.variables().isInCode()) {
                throw engine.unknown(column);
            }
        }
    }

    /** Refuses what stands before the changing part of a {@code WITH}, as it refuses queries. */
    void checkNamed(Text text) {
        if (!text.plain().regionMatches(true, 0, "WITH", 0, 4)) {
            return;
        }
        Script.within(text.source(), text.place(), engine.dialect()).statements().stream()
                .findFirst()
                .map(Statement::content)
                .ifPresent(whole -> check(QueryReader.read(named(whole), engine.dialect())));
    }

    private static Clause named(Clause whole) {
        int depth = 0;
        int end = whole.from();
        while (end < whole.to() && !(depth == 0 && isMain(whole.tokens(), end))) {
            depth += whole.tokens().isSign(end, '(') ? 1 : whole.tokens().isSign(end, ')') ? -1 : 0;
            end++;
        }
        return new Clause(whole.tokens(), whole.from(), end);
    }

    private static boolean isMain(Tokens tokens, int at) {
        return tokens.isWord(at, "INSERT")
                || tokens.isWord(at, "UPDATE")
                || tokens.isWord(at, "DELETE")
                || tokens.isWord(at, "MERGE")
                || tokens.isWord(at, "SELECT");
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
                    throw engine.unknown(column);
                }
            }
        }
        boolean isAllKnown = tables.stream()
                .allMatch(table -> world.find(table).filter(Entry::isWhole).isPresent());
        if (isAllKnown && !hasRowsOfItsOwn(query)) {
            listed(query, tables);
        }
    }

    /** {@code FROM (VALUES …) AS x(a, b)}, or a query there: with columns of its own. */
    private static boolean hasRowsOfItsOwn(Query query) {
        List<String> words = query.clause().words();
        for (int index = 0; index + 1 < words.size(); index++) {
            boolean isSource =
                    Set.of("FROM", "JOIN", "LATERAL").contains(words.get(index).toUpperCase(Locale.ROOT));
            if (isSource
                    && (words.get(index + 1).equals("(")
                            || (index + 2 < words.size() && words.get(index + 2).equals("(")))) {
                return true;
            }
        }
        return words.getFirst().equalsIgnoreCase("WITH");
    }

    private void listed(Query query, List<Key> tables) {
        for (Clause part : SelectList.parts(SelectList.list(query.clause()))) {
            List<String> words = part.words();
            boolean isColumn =
                    words.size() == 1 && words.getFirst().matches("[A-Za-z_]\\w*") && !isValue(words.getFirst());
            String name = engine.dialect().columns().plain(words.getFirst());
            if (isColumn && !isElsewhere(tables, name)) {
                throw engine.unknown(tables.getFirst().member(Space.COLUMN, name));
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
