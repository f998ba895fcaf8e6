package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads where rows come from: which tables, under which condition, and what has to be there or not. */
public final class QueryReader {

    private static final Set<String> AFTER_WHERE = Set.of(
            "GROUP",
            "ORDER",
            "HAVING",
            "LIMIT",
            "UNION",
            "EXCEPT",
            "INTERSECT",
            "MINUS",
            "RETURNING",
            "FETCH",
            "OFFSET",
            "WINDOW",
            "FOR",
            "OPTION",
            "WITH");

    private final Cursor cursor;
    private final List<Mention> tables = new ArrayList<>();
    private final List<Query.Test> tests = new ArrayList<>();

    /** At which depths a query is, and not the arguments of a function: {@code extract(year from d)}. */
    private final BitSet queries = new BitSet();

    private Optional<Mention> into = Optional.empty();
    private Optional<Clause> where = Optional.empty();
    private int depth;
    private boolean isInList;

    /** A query, or an expression that asks some. */
    public static Query read(Clause clause, Dialect dialect) {
        return new QueryReader(new Cursor(clause, dialect)).read();
    }

    QueryReader(Cursor cursor) {
        this.cursor = cursor;
        queries.set(0);
    }

    /**
     * Reads up to what goes on with an {@code INSERT}, to a closing parenthesis that was opened before, or to the end.
     */
    Query read() {
        int start = cursor.at();
        if (cursor.take("TABLE")) {
            // All rows of it, as PostgreSQL and MySQL have it for short.
            table();
        }
        boolean wasAfterDistinct = false;
        while (!cursor.isAtEnd() && !isOver()) {
            boolean isDistinct = cursor.isAt("DISTINCT");
            if (cursor.isWord()) {
                word(wasAfterDistinct);
            } else {
                sign();
            }
            wasAfterDistinct = isDistinct;
        }
        return new Query(cursor.since(start), tables, into, where, tests);
    }

    private boolean isOver() {
        return depth == 0
                && (cursor.isSign(')')
                        || cursor.isAt("ON", "CONFLICT")
                        || cursor.isAt("ON", "DUPLICATE")
                        || cursor.isAt("RETURNING")
                        || cursor.isAt("WITH", "NO")
                        || cursor.isAt("WITH", "DATA"));
    }

    private void sign() {
        if (cursor.isSign('(')) {
            depth++;
            queries.clear(depth);
            isInList = false;
        } else if (cursor.isSign(')')) {
            depth = Math.max(0, depth - 1);
            isInList = false;
        } else if (cursor.isSign(',') && isInList) {
            cursor.next();
            table();
            return;
        }
        cursor.next();
    }

    private void word(boolean isAfterDistinct) {
        switch (cursor.word()) {
            case "SELECT", "DELETE" -> {
                queries.set(depth);
                isInList = false;
                cursor.next();
            }
            case "FROM" -> {
                cursor.next();
                if (queries.get(depth) && !isAfterDistinct) {
                    table();
                }
            }
            case "JOIN", "STRAIGHT_JOIN" -> {
                cursor.next();
                table();
            }
            case "INTO" -> into();
            case "WHERE" -> where();
            case "EXISTS" -> test(cursor.at(), Query.Expected.SOME_ROW);
            case "NOT" -> not();
            default -> {
                isInList &= !cursor.isAtAny(AFTER_WHERE);
                cursor.next();
            }
        }
    }

    private void table() {
        cursor.take("ONLY");
        cursor.take("LATERAL");
        isInList = true;
        if (cursor.isName() && !cursor.isAt("SELECT")) {
            cursor.name().filter(name -> !cursor.isSign('(')).ifPresent(tables::add);
        }
    }

    private void into() {
        cursor.next();
        if (depth == 0 && into.isEmpty()) {
            while (cursor.take("TEMPORARY") || cursor.take("TEMP") || cursor.take("UNLOGGED") || cursor.take("TABLE")) {
                // What kind of table it makes.
            }
            into = cursor.name();
        }
    }

    /** The condition is read like the rest; only where it ends is found out beforehand. */
    private void where() {
        isInList = false;
        cursor.next();
        if (depth == 0 && where.isEmpty()) {
            int start = cursor.at();
            while (!cursor.isAtEnd() && !isOver() && !cursor.isAtAny(AFTER_WHERE)) {
                cursor.skip();
            }
            where = Optional.of(cursor.since(start));
            cursor.goTo(start);
        }
    }

    private void not() {
        int start = cursor.at();
        cursor.next();
        if (cursor.isAt("EXISTS")) {
            test(start, Query.Expected.NO_ROW);
        }
    }

    private void test(int start, Query.Expected expected) {
        cursor.next();
        if (cursor.isSign('(')) {
            Query query = new QueryReader(cursor.inside(cursor.inParentheses())).read();
            tables.addAll(query.tables());
            tests.add(new Query.Test(expected, query, cursor.placeSince(start)));
        }
    }
}
