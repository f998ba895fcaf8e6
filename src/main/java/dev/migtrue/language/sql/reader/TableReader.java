package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Index;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a table past its name. */
final class TableReader {

    private final Cursor cursor;
    private final Found found;
    private final boolean hasIndexes;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Mention> like = new ArrayList<>();
    private final List<Mention> inherits = new ArrayList<>();
    private Optional<Mention> partitionOf = Optional.empty();
    private Optional<Mention> ofType = Optional.empty();
    private Optional<Query> query = Optional.empty();

    TableReader(Cursor cursor, Found found) {
        this.cursor = cursor;
        this.found = found;
        this.hasIndexes = hasIndexesAmongColumns(cursor.dialect());
    }

    static boolean hasIndexesAmongColumns(Dialect dialect) {
        return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB || dialect == Dialect.SQL_SERVER;
    }

    Definition.Table read() {
        if (cursor.take("PARTITION", "OF")) {
            partitionOf = cursor.name();
        } else if (cursor.take("OF")) {
            ofType = cursor.name();
        } else if (cursor.take("LIKE")) {
            cursor.name().ifPresent(like::add);
        }
        if (cursor.isSign('(')) {
            parentheses();
        }
        int options = cursor.at();
        while (!cursor.isAtEnd()) {
            option();
        }
        return new Definition.Table(
                columns, constraints, indexes, like, inherits, partitionOf, ofType, query, cursor.since(options));
    }

    private void parentheses() {
        Cursor inner = cursor.inside(cursor.inParentheses());
        if (inner.isAt("SELECT")) {
            query = Optional.of(new QueryReader(inner).read());
        } else {
            elements(inner);
        }
    }

    private void elements(Cursor inner) {
        ConstraintReader constraint = new ConstraintReader(inner);
        IndexReader index = new IndexReader(inner);
        while (!inner.isAtEnd()) {
            if (inner.isAt("LIKE") && !inner.isBefore(',')) {
                inner.next();
                inner.name().ifPresent(like::add);
            } else if (constraint.isNext()) {
                constraint.read().ifPresent(constraints::add);
            } else if (hasIndexes && index.isNext()) {
                indexes.add(index.read());
            } else if (!inner.isAt("PERIOD", "FOR")) {
                new ColumnReader(inner).read().ifPresent(columns::add);
            }
            inner.upTo(Set.of());
            inner.next();
        }
    }

    private void option() {
        if (cursor.take("INHERITS")) {
            inherits.addAll(cursor.inside(cursor.inParentheses()).names());
        } else if (found.take(Modifier.WITH_NO_DATA, "WITH", "NO", "DATA")) {
            return;
        } else if (cursor.isAt("AS") || (cursor.isAt("SELECT") && query.isEmpty())) {
            cursor.take("AS");
            query = Optional.of(new QueryReader(cursor).read());
        } else if (cursor.take("LIKE")) {
            cursor.name().ifPresent(like::add);
        } else {
            cursor.skip();
        }
    }
}
