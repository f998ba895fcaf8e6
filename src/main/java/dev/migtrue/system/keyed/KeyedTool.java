package dev.migtrue.system.keyed;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.model.Ordering;
import java.util.List;
import java.util.Optional;

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
 * @param down where it looks for what takes a migration back; absent where it takes none back
 * @param tolerance whether it goes on where the file of an applied migration is gone
 * @param sending how it gives a file to the database
 * @param drivers by what the program around it tells the kind of its database
 */
record KeyedTool(
        String name,
        FileNames files,
        Signs signs,
        Ordering ordering,
        Ledger ledger,
        List<Dump> dumps,
        String databaseAhead,
        Optional<DownPart> down,
        Tolerance tolerance,
        Sending sending,
        Drivers drivers) {

    /** How a tool gives a file to the database. */
    enum Sending {
        /** Within a transaction, unless the file says otherwise. */
        IN_A_TRANSACTION,
        /** As it is: what becomes of several statements in one message is the database's business. */
        AS_ONE_MESSAGE;

        Mode mode(Dialect dialect) {
            return switch (this) {
                case IN_A_TRANSACTION -> Mode.ONE_TRANSACTION;
                case AS_ONE_MESSAGE ->
                    switch (dialect) {
                        // Its driver for SQLite puts a transaction around each file.
                        case POSTGRESQL, SQLITE, ANSI -> Mode.ONE_TRANSACTION;
                        case MYSQL, MARIADB, SQL_SERVER, ORACLE, H2 -> Mode.STATEMENT_BY_STATEMENT;
                    };
            };
        }
    }

    /** What a tool makes of an applied migration whose file is gone. */
    enum Tolerance {
        /** It stops, or nobody knows. */
        NONE,
        /** It does not look for it, so that projects may clear old files away. */
        OF_GONE_FILES
    }

    KeyedTool {
        dumps = List.copyOf(dumps);
    }

    /** A tool that takes nothing back, as far as is known, and misses every file. */
    KeyedTool(
            String name,
            FileNames files,
            Signs signs,
            Ordering ordering,
            Ledger ledger,
            List<Dump> dumps,
            String databaseAhead) {
        this(
                name,
                files,
                signs,
                ordering,
                ledger,
                dumps,
                databaseAhead,
                Optional.empty(),
                Tolerance.NONE,
                Sending.IN_A_TRANSACTION,
                Drivers.NONE);
    }

    /** This tool, which takes migrations back. */
    KeyedTool reversedBy(DownPart part) {
        return new KeyedTool(
                name,
                files,
                signs,
                ordering,
                ledger,
                dumps,
                databaseAhead,
                Optional.of(part),
                tolerance,
                sending,
                drivers);
    }

    /** This tool, which does not miss files once they were applied. */
    KeyedTool toleratingGoneFiles() {
        return new KeyedTool(
                name,
                files,
                signs,
                ordering,
                ledger,
                dumps,
                databaseAhead,
                down,
                Tolerance.OF_GONE_FILES,
                sending,
                drivers);
    }

    /** This tool, which leaves transactions to the database. */
    KeyedTool sendingFilesAsTheyAre() {
        return new KeyedTool(
                name,
                files,
                signs,
                ordering,
                ledger,
                dumps,
                databaseAhead,
                down,
                tolerance,
                Sending.AS_ONE_MESSAGE,
                drivers);
    }

    /** This tool, of which the program around it tells what database it works on. */
    KeyedTool toldBy(Drivers telling) {
        return new KeyedTool(
                name, files, signs, ordering, ledger, dumps, databaseAhead, down, tolerance, sending, telling);
    }
}
