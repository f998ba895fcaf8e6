package dev.migtrue.language.schema;

/** How deep an object stands: what has a higher rank may hold it. In order from what holds most. */
enum Rank {
    SCHEMA,
    WHOLE,
    COLUMN,
    /** What is a part of a table, and may name its columns. */
    PART;

    static Rank of(ObjectId id) {
        return switch (id.kind()) {
            case SCHEMA -> SCHEMA;
            case COLUMN -> COLUMN;
            default -> id.table().isPresent() ? PART : WHOLE;
        };
    }
}
