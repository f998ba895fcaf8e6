package dev.migtrue.model;

/**
 * A place in a migration that its tool fills in with what the machine says on which it runs.
 *
 * @param written the place as it is written: {@code ${HOME}}
 * @param teller who says it there: "the environment", "the JVM"
 */
public record MachineValue(MigrationId migration, FileSpan at, String written, String teller) {}
