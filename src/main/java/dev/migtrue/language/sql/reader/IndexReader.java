package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Index;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads indexes: those that stand among columns, and the keys of all. */
final class IndexReader {

    private static final Set<String> AFTER_COLUMN = Set.of("ASC", "DESC", "NULLS", "COLLATE", "WITH");

    private final Cursor cursor;

    IndexReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Whether an index comes next: {@code KEY name (…)}, {@code FULLTEXT KEY (…)}. */
    boolean isNext() {
        return cursor.isAt("KEY") || cursor.isAt("INDEX") || isSort("FULLTEXT") || isSort("SPATIAL");
    }

    private boolean isSort(String sort) {
        return cursor.isAt(sort, "KEY") || cursor.isAt(sort, "INDEX") || (cursor.isAt(sort) && isBeforeKeys());
    }

    /** {@code FULLTEXT name (…)} is an index only where no column may be called so. */
    private boolean isBeforeKeys() {
        Cursor next = cursor.copy();
        next.next();
        boolean isReserved = cursor.dialect() == Dialect.MYSQL || cursor.dialect() == Dialect.MARIADB;
        return cursor.isBefore('(') || (isReserved && next.isName() && next.isBefore('('));
    }

    /** One that stands among columns, or behind {@code ADD}. */
    Index read() {
        int start = cursor.at();
        Found found = new Found(cursor);
        found.take(Modifier.FULLTEXT, "FULLTEXT");
        found.take(Modifier.SPATIAL, "SPATIAL");
        if (!cursor.take("KEY")) {
            cursor.take("INDEX");
        }
        found.takeIfNotExists();
        boolean isNamed = cursor.isName() && !(cursor.isAt("USING") && !cursor.isBefore('('));
        Optional<Mention> name = isNamed ? cursor.name() : Optional.empty();
        return keys(name, found, start);
    }

    /** The keys, and what follows up to a comma or the end. */
    Index keys(Optional<Mention> name, Found found, int start) {
        int options = cursor.at();
        while (!cursor.isAtEnd() && !cursor.isSign('(') && !cursor.isSign(',') && !cursor.isSign(')')) {
            cursor.next();
        }
        List<Index.Key> keys = new ArrayList<>();
        Cursor inner = cursor.inside(cursor.inParentheses());
        while (!inner.isAtEnd()) {
            keys.add(key(inner));
            inner.takeSign(',');
        }
        found.take(Modifier.NULLS_NOT_DISTINCT, "NULLS", "NOT", "DISTINCT");
        cursor.upTo(Set.of("WHERE"));
        Optional<Clause> where = cursor.take("WHERE") ? Optional.of(cursor.upTo(Set.of())) : Optional.empty();
        return new Index(name, found.modifiers(), keys, where, cursor.since(options), cursor.placeSince(start));
    }

    private static Index.Key key(Cursor inner) {
        int start = inner.at();
        Optional<Mention> column = inner.column();
        if (inner.isSign('(')) {
            // A prefix of a text, as MySQL has it, or a function.
            boolean isLength = inner.inside(inner.inParentheses()).isKind(TokenKind.NUMBER);
            column = isLength ? column : Optional.empty();
        }
        boolean isPlain = inner.isAtEnd() || inner.isSign(',') || inner.isAtAny(AFTER_COLUMN) || inner.isName();
        if (!inner.isAtEnd() && !inner.isSign(',')) {
            inner.skip();
            inner.upTo(Set.of());
        }
        if (inner.isSign(')')) {
            inner.next();
        }
        return new Index.Key(isPlain ? column : Optional.empty(), inner.since(start));
    }
}
