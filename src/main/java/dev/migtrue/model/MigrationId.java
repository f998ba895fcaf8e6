package dev.migtrue.model;

/**
 * What a migration tool remembers a migration by: an Alembic revision, a Flyway version. Opaque: ids are compared for equality
 * only, because order is data (Alembic ids have none).
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
