package dev.migtrue.report.draft;

import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import java.util.Optional;

/**
 * Both schemas: a statement that says a column anew says more than what differs.
 *
 * @param expected what the migrations build
 * @param live what is there
 */
record Sides(Schema expected, Schema live) {

    static Sides of(SchemaView view) {
        return new Sides(
                view.expected() instanceof Expected.Known known ? known.schema() : Schema.EMPTY,
                view.live() instanceof LiveSchema.Read read ? read.schema() : Schema.EMPTY);
    }

    /** The check that stands with a column, by whose name it is known; absent where there is none. */
    Optional<SchemaObject> check(ObjectId column) {
        return live.find(new ObjectId(ObjectKind.CHECK_CONSTRAINT, column.schema(), column.table(), column.name()));
    }

    /** The column that a check stands with. */
    Optional<SchemaObject> column(ObjectId check) {
        return live.find(new ObjectId(ObjectKind.COLUMN, check.schema(), check.table(), check.name()));
    }
}
