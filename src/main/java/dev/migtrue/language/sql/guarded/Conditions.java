package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.ddl.ObjectKind;

/** By which name PostgreSQL's blocks handle what a statement raises. */
final class Conditions {

    private Conditions() {}

    /** When the object is there. */
    static String ofTwice(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> "duplicate_table";
            case COLUMN -> "duplicate_column";
            case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> "duplicate_function";
            case SCHEMA -> "duplicate_schema";
            case TEXT_SEARCH_CONFIGURATION, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_PARSER, TEXT_SEARCH_TEMPLATE ->
                "unique_violation";
            default -> "duplicate_object";
        };
    }

    /** When the object is not there. */
    static String ofNone(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE, INDEX -> "undefined_table";
            case COLUMN -> "undefined_column";
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE, OPERATOR -> "undefined_function";
            case SCHEMA -> "invalid_schema_name";
            case LABEL -> "invalid_parameter_value";
            default -> "undefined_object";
        };
    }
}
