package dev.migtrue.system.keyed;

import dev.migtrue.model.Ordering;
import java.util.List;

/**
 * One row of the table: all that is to be known of a tool that keys migrations by their file names.
 *
 * @param name the name that users write
 * @param files which files are its migrations, and what their names say
 * @param signs by what a folder of its is told from one of another tool
 * @param ordering what becomes of a migration that comes before an applied one
 * @param ledger its version table, and what the rows mean
 * @param dumps the files in which it names what was run; of several, the first that is there counts
 * @param databaseAhead see {@link dev.migtrue.model.Project#databaseAhead}
 * @param habits what else it does in its own way
 */
record KeyedTool(
        String name,
        FileNames files,
        Signs signs,
        Ordering ordering,
        Ledger ledger,
        List<Dump> dumps,
        String databaseAhead,
        Habits habits) {

    KeyedTool {
        dumps = List.copyOf(dumps);
    }
}
