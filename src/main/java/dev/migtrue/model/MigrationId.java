package dev.migtrue.model;

/**
 * What a migration tool remembers a migration by: an Alembic revision, a Flyway version in its shortest spelling. Ids are compared for
 * equality only: which comes first is told by the history, as Alembic's ids have no order.
 */
public record MigrationId(String value) {

    public MigrationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a migration id is never blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
