package dev.migtrue.language.code.python;

import dev.migtrue.language.sql.program.Caught;
import java.util.List;

/** The classes of errors, and which of a database's refusals each stands for. */
final class Errors {

    private static final List<String> OF_DEFINITIONS = List.of(
            "OperationalError",
            "ProgrammingError",
            "Duplicate",
            "Undefined",
            "NoSuchTableError",
            "InternalError",
            "NotSupportedError");
    private static final List<String> OF_ALL =
            List.of("Exception", "DatabaseError", "DBAPIError", "SQLAlchemyError", "sqlite3.Error", "psycopg2.Error", "psycopg.Error");

    private Errors() {}

    /** @param errors as the handler names them; empty where it names none */
    static Caught caught(String errors) {
        if (errors.isBlank() || OF_ALL.stream().anyMatch(errors::contains)) {
            return Caught.ALL;
        }
        if (OF_DEFINITIONS.stream().anyMatch(errors::contains)) {
            return Caught.OF_DEFINITIONS;
        }
        return errors.contains("IntegrityError") || errors.contains("UniqueViolation") ? Caught.OF_ROWS : Caught.NONE;
    }
}
