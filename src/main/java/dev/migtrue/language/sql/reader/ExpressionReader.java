package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Expression;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads which names and functions an expression holds. */
public final class ExpressionReader {

    /** Words that name no column. */
    private static final Set<String> KEYWORDS = Set.of(
            "AND",
            "OR",
            "NOT",
            "NULL",
            "TRUE",
            "FALSE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "IS",
            "IN",
            "LIKE",
            "BETWEEN",
            "INTERVAL",
            "DEFAULT",
            "DISTINCT",
            "BOTH",
            "LEADING",
            "TRAILING",
            "FROM",
            "FOR",
            "AS",
            "AT",
            "TIME",
            "ZONE",
            "COLLATE",
            "DIV",
            "MOD",
            "ROW",
            "ARRAY",
            "ILIKE",
            "SIMILAR",
            "ESCAPE",
            "USING",
            "EXISTS",
            "ANY",
            "ALL",
            "SOME",
            "DATE",
            "TIMESTAMP",
            "BINARY",
            "UNKNOWN",
            "XOR",
            "REGEXP",
            "RLIKE",
            "VALUES",
            "SELECT",
            "WHERE",
            "LIMIT",
            "ORDER",
            "BY",
            "ASC",
            "DESC",
            "GROUP",
            "HAVING",
            "UNION",
            "JOIN",
            "ON",
            "WITH");

    private static final Set<String> CALLED_WITHOUT_PARENTHESES = Set.of(
            "CURRENT_DATE",
            "CURRENT_TIME",
            "CURRENT_TIMESTAMP",
            "LOCALTIME",
            "LOCALTIMESTAMP",
            "CURRENT_USER",
            "SESSION_USER",
            "SYSDATE",
            "SYSTIMESTAMP");

    private final List<Mention> names = new ArrayList<>();
    private final List<Mention> calls = new ArrayList<>();

    private ExpressionReader() {}

    public static Expression read(Clause clause, Dialect dialect) {
        return read(clause, new Cursor(clause, dialect));
    }

    static Expression read(Clause clause, Cursor cursor) {
        ExpressionReader reader = new ExpressionReader();
        reader.collect(cursor);
        return new Expression(clause, reader.names, reader.calls);
    }

    private void collect(Cursor cursor) {
        while (!cursor.isAtEnd()) {
            if (cursor.isAt("VALUES") && cursor.isBefore('(')) {
                // MySQL: what would have been inserted.
                cursor.next();
                cursor.skip();
            } else if (cursor.isSign('(')) {
                group(cursor.inside(cursor.inParentheses()));
            } else if (cursor.isAtAny(CALLED_WITHOUT_PARENTHESES)) {
                cursor.column().ifPresent(calls::add);
            } else if (cursor.isName() && !cursor.isAtAny(KEYWORDS)) {
                cursor.column().ifPresent(name -> (cursor.isSign('(') ? calls : names).add(name));
            } else if (cursor.tokens().text(cursor.at()).equals("::")) {
                cursor.next();
                new TypeReader(cursor).read();
            } else {
                cursor.next();
            }
        }
    }

    private void group(Cursor group) {
        boolean isQuery = group.isAt("SELECT") || group.isAt("WITH");
        ExpressionReader inner = new ExpressionReader();
        inner.collect(group);
        calls.addAll(inner.calls);
        inner.names.stream()
                .filter(name -> !isQuery || name.name().qualifier().isPresent())
                .forEach(names::add);
    }
}
