package dev.migtrue.language.code.python;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.Optional;

/** What inspectors tell, those of SQLAlchemy and of Django. */
final class Inspections {

    private Inspections() {}

    static Optional<Value> call(Value function, Arguments arguments) {
        return switch (Values.lastName(function)) {
            case "get_table_names", "table_names", "get_tables" ->
                Optional.of(new Value.Listing(ObjectKind.TABLE, Optional.empty(), Value.Listing.Form.NAMES));
            case "get_view_names" ->
                Optional.of(new Value.Listing(ObjectKind.VIEW, Optional.empty(), Value.Listing.Form.NAMES));
            case "get_sequence_names" ->
                Optional.of(new Value.Listing(ObjectKind.SEQUENCE, Optional.empty(), Value.Listing.Form.NAMES));
            case "get_schema_names" ->
                Optional.of(new Value.Listing(ObjectKind.SCHEMA, Optional.empty(), Value.Listing.Form.NAMES));
            case "has_table" -> exists(ObjectKind.TABLE, arguments);
            case "has_sequence" -> exists(ObjectKind.SEQUENCE, arguments);
            case "get_columns", "get_table_description" -> members(ObjectKind.COLUMN, arguments);
            case "get_indexes" -> members(ObjectKind.INDEX, arguments);
            case "get_unique_constraints", "get_foreign_keys", "get_check_constraints", "get_constraints" ->
                members(ObjectKind.CONSTRAINT, arguments);
            case "get_enums" ->
                Optional.of(new Value.Listing(ObjectKind.TYPE, Optional.empty(), Value.Listing.Form.ROWS));
            default -> Optional.empty();
        };
    }

    /** Old ways hand a connection over first. */
    private static Optional<String> subject(Arguments arguments) {
        return arguments
                .text(0, "table_name")
                .or(() -> arguments.text(1, "table_name"))
                .or(() -> arguments.keyword("sequence_name").flatMap(Values::text));
    }

    private static Optional<Value> exists(ObjectKind kind, Arguments arguments) {
        return subject(arguments).map(name -> new Value.Question(new Guard.Exists(kind, name, Optional.empty())));
    }

    private static Optional<Value> members(ObjectKind kind, Arguments arguments) {
        return subject(arguments).map(table -> new Value.Listing(kind, Optional.of(table), Value.Listing.Form.ROWS));
    }
}
