package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what is created together with a schema. */
final class SchemaReader {

    private static final Set<String> ELEMENTS = Set.of("CREATE", "GRANT");

    private final Cursor cursor;

    SchemaReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Definition.Schema read() {
        List<Action> elements = new ArrayList<>();
        cursor.across(ELEMENTS);
        while (!cursor.isAtEnd()) {
            int start = cursor.at();
            cursor.next();
            cursor.across(ELEMENTS);
            elements.add(new StatementReader(cursor.inside(cursor.since(start))).read());
        }
        return new Definition.Schema(elements);
    }
}
