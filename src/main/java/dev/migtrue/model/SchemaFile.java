package dev.migtrue.model;

import java.util.List;

/**
 * A file beside the migrations in which their tool writes down what was applied to the database that it was made from (Rails' {@code
 * db/schema.rb}), held against the files of the same source.
 *
 * @param at where it names them
 * @param withoutFile the migrations that it names and that have no file, those left out that come before the first file: their files may have been
 *     cleared away
 * @param unlisted the migrations that have a file and should be in it, and are not
 */
public record SchemaFile(FileSpan at, List<MigrationId> withoutFile, List<Migration> unlisted) {

    public SchemaFile {
        withoutFile = List.copyOf(withoutFile);
        unlisted = List.copyOf(unlisted);
    }
}
