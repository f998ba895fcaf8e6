package dev.migtrue.system.keyed;

import dev.migtrue.model.Ordering;

/**
 * One row of the table: all that is to be known of a tool that keys migrations by their file names.
 *
 * @param name the name that users write
 * @param files which files are its migrations, and what their names say
 * @param signs by what a folder of its is told from one of another tool
 * @param ordering what becomes of a migration that comes before an applied one
 * @param ledger its version table, and what the rows mean
 * @param databaseAhead see {@link dev.migtrue.model.Project#databaseAhead}
 */
record KeyedTool(String name, FileNames files, Signs signs, Ordering ordering, Ledger ledger, String databaseAhead) {}
