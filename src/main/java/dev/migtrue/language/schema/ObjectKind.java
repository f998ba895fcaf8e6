package dev.migtrue.language.schema;

import java.util.Locale;

/** What kind of thing an object of a schema is. Declared in the order in which reports tell of them: what others stand on comes first. */
public enum ObjectKind {
    /** What is true of the database as a whole. */
    DATABASE,
    SCHEMA,
    EXTENSION,
    COLLATION,
    ENUM_TYPE,
    DOMAIN,
    COMPOSITE_TYPE,
    RANGE_TYPE,
    SEQUENCE,
    TABLE,
    FOREIGN_TABLE,
    COLUMN,
    PRIMARY_KEY,
    UNIQUE_CONSTRAINT,
    FOREIGN_KEY,
    CHECK_CONSTRAINT,
    EXCLUSION_CONSTRAINT,
    INDEX,
    STATISTICS,
    VIEW,
    MATERIALIZED_VIEW,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    OPERATOR,
    CAST,
    TRIGGER,
    RULE,
    POLICY,
    EVENT_TRIGGER,
    EVENT,
    CONSTANT,
    SYNONYM,
    PUBLICATION;

    /** What messages call it: {@code materialized view}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
