package dev.migtrue.model;

/**
 * Words for people in a migration that say another thing than what its tool goes by.
 *
 * @param migration whose they are
 * @param at where they stand, or the migration where that is not known
 * @param said the words, as written
 * @param meant what the tool goes by, as a statement of the file
 */
public record MisleadingText(MigrationId migration, FileSpan at, String said, String meant) {}
