package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads types and domains past their names. */
final class TypeDefinitionReader {

    private final Cursor cursor;

    TypeDefinitionReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Definition type() {
        if (cursor.take("AS", "ENUM")) {
            return new Definition.Enumeration(labels(cursor.inside(cursor.inParentheses())));
        }
        boolean isComposite = cursor.take("AS", "OBJECT") || cursor.take("AS", "TABLE") || isAttributes();
        return isComposite ? new Definition.Composite(attributes()) : new Definition.Other(cursor.rest());
    }

    private boolean isAttributes() {
        int start = cursor.at();
        boolean isThere = cursor.take("AS") && cursor.isSign('(');
        if (!isThere) {
            cursor.goTo(start);
        }
        return isThere;
    }

    private List<Column> attributes() {
        Cursor inner = cursor.inside(cursor.inParentheses());
        List<Column> attributes = new ArrayList<>();
        while (!inner.isAtEnd()) {
            new ColumnReader(inner).read().ifPresent(attributes::add);
            inner.upTo(Set.of());
            inner.next();
        }
        return attributes;
    }

    static List<Label> labels(Cursor inner) {
        List<Label> labels = new ArrayList<>();
        while (!inner.isAtEnd()) {
            if (inner.isKind(TokenKind.STRING)) {
                labels.add(label(inner));
            } else {
                inner.next();
            }
        }
        return labels;
    }

    /** The string that comes next, which is passed. */
    static Label label(Cursor cursor) {
        int start = cursor.at();
        String value = Quoted.content(cursor.tokens().text(start), cursor.dialect());
        cursor.next();
        return new Label(value, cursor.placeSince(start));
    }

    Definition domain() {
        cursor.take("AS");
        return new TypeReader(cursor)
                .read()
                .<Definition>map(type -> {
                    List<Constraint> constraints = new ColumnReader(cursor).constraints();
                    return new Definition.Domain(type, constraints);
                })
                .orElseGet(() -> new Definition.Other(cursor.rest()));
    }
}
