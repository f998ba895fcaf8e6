package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Constraint.Kind;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a column with its type and all that follows, up to the comma or parenthesis behind it. */
final class ColumnReader {

    /** What may follow the type of a column. */
    static final Set<String> CONSTRAINT_WORDS = Set.of(
            "CONSTRAINT",
            "NOT",
            "NULL",
            "DEFAULT",
            "GENERATED",
            "AS",
            "IDENTITY",
            "AUTO_INCREMENT",
            "AUTOINCREMENT",
            "PRIMARY",
            "KEY",
            "UNIQUE",
            "CHECK",
            "REFERENCES",
            "COLLATE",
            "COMMENT",
            "ON",
            "STORAGE",
            "COMPRESSION",
            "CHARACTER",
            "CHARSET",
            "VIRTUAL",
            "STORED",
            "PERSISTENT",
            "PERSISTED",
            "INVISIBLE",
            "VISIBLE",
            "DEFERRABLE",
            "INITIALLY",
            "ENABLE",
            "DISABLE",
            "WITH",
            "OPTIONS",
            "FIRST",
            "AFTER",
            "BEFORE",
            "USING",
            "SPARSE",
            "ROWGUIDCOL",
            "MASKED",
            "CLUSTERED",
            "NONCLUSTERED",
            "SELECTIVITY",
            "SRID",
            "ENFORCED",
            "COLUMN_FORMAT",
            "ENGINE_ATTRIBUTE",
            "ENCODE",
            "ALIAS",
            "CASCADE",
            "RESTRICT");

    private final Cursor cursor;

    ColumnReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /** A column; absent where no name comes next. */
    Optional<Column> read() {
        int start = cursor.at();
        return cursor.column().map(name -> {
            cursor.take("WITH", "OPTIONS");
            boolean hasNoType = isAtEnd() || (cursor.isAtAny(CONSTRAINT_WORDS) && !cursor.isAt("CHARACTER"));
            Optional<TypeName> type = hasNoType ? Optional.empty() : new TypeReader(cursor).read();
            List<Constraint> constraints = constraints();
            return new Column(name, type, constraints, cursor.placeSince(start));
        });
    }

    private boolean isAtEnd() {
        return cursor.isAtEnd() || cursor.isSign(',') || cursor.isSign(')');
    }

    /** What follows the type. */
    List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        while (!isAtEnd()) {
            int before = cursor.at();
            constraints.add(constraint());
            if (cursor.at() == before) {
                cursor.skip();
            }
        }
        return constraints;
    }

    private Constraint constraint() {
        int start = cursor.at();
        Optional<Mention> name = cursor.take("CONSTRAINT") ? cursor.column() : Optional.empty();
        ConstraintTail tail = new ConstraintTail(cursor);
        if (cursor.take("NOT", "NULL")) {
            return tail.plain(Kind.NOT_NULL, name, start);
        }
        if (cursor.take("NULL")) {
            return tail.plain(Kind.NULL, name, start);
        }
        if (cursor.take("DEFAULT")) {
            return tail.with(Kind.DEFAULT, name, value(), start);
        }
        if (cursor.take("PRIMARY", "KEY") || cursor.take("KEY")) {
            return tail.plain(Kind.PRIMARY_KEY, name, start);
        }
        if (cursor.take("UNIQUE")) {
            cursor.take("KEY");
            return tail.plain(Kind.UNIQUE, name, start);
        }
        if (cursor.take("CHECK")) {
            return tail.with(Kind.CHECK, name, cursor.inParentheses(), start);
        }
        if (cursor.isAt("REFERENCES")) {
            return tail.reference(name, List.of(), start);
        }
        return source(tail, name, start);
    }

    /** Where values come from that nobody gives, and how they are kept. */
    private Constraint source(ConstraintTail tail, Optional<Mention> name, int start) {
        if (cursor.take("GENERATED", "ALWAYS", "AS", "IDENTITY")
                || cursor.take("GENERATED", "BY", "DEFAULT", "AS", "IDENTITY")
                || cursor.take("GENERATED", "BY", "DEFAULT", "ON", "NULL", "AS", "IDENTITY")
                || cursor.take("IDENTITY")) {
            return tail.with(Kind.IDENTITY, name, cursor.inParentheses(), start);
        }
        if (cursor.take("GENERATED", "ALWAYS", "AS") || cursor.take("AS")) {
            Clause expression = cursor.isSign('(') ? cursor.inParentheses() : value();
            cursor.takeAny(Set.of("STORED", "VIRTUAL", "PERSISTENT", "PERSISTED"));
            return tail.with(Kind.GENERATED, name, expression, start);
        }
        if (cursor.take("AUTO_INCREMENT") || cursor.take("AUTOINCREMENT")) {
            return tail.plain(Kind.AUTO_INCREMENT, name, start);
        }
        if (cursor.take("ON", "UPDATE")) {
            return tail.with(Kind.ON_UPDATE, name, value(), start);
        }
        if (cursor.take("COLLATE")) {
            cursor.name();
            return tail.plain(Kind.COLLATION, name, start);
        }
        if (cursor.take("COMMENT")) {
            return tail.with(Kind.COMMENT, name, value(), start);
        }
        cursor.skip();
        cursor.upTo(CONSTRAINT_WORDS);
        return tail.plain(Kind.STORAGE, name, start);
    }

    /** An expression, whose first token may be any word. */
    private Clause value() {
        int start = cursor.at();
        if (!isAtEnd()) {
            cursor.skip();
        }
        cursor.upTo(CONSTRAINT_WORDS);
        return cursor.since(start);
    }
}
