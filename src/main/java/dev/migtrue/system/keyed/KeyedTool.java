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
 * @param traits what not every tool has: at most one of each type
 */
record KeyedTool(
        String name,
        FileNames files,
        Signs signs,
        Ordering ordering,
        Ledger ledger,
        List<Dump> dumps,
        String databaseAhead,
        List<Trait> traits) {

    /** Something that tools differ in; of a tool that has none of a type, the usual is true. */
    sealed interface Trait permits DownPart, Drivers, Sending, Tolerance {}

    /** How a tool gives a file to the database. */
    enum Sending implements Trait {
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
    enum Tolerance implements Trait {
        /** It stops, or nobody knows. */
        NONE,
        /** It does not look for it, so that projects may clear old files away. */
        OF_GONE_FILES
    }

    KeyedTool {
        dumps = List.copyOf(dumps);
        traits = List.copyOf(traits);
    }

    /** Without any trait: a tool that takes nothing back, as far as is known, misses every file, and runs each in a transaction. */
    KeyedTool(
            String name,
            FileNames files,
            Signs signs,
            Ordering ordering,
            Ledger ledger,
            List<Dump> dumps,
            String databaseAhead,
            Trait... traits) {
        this(name, files, signs, ordering, ledger, dumps, databaseAhead, List.of(traits));
    }

    /** Where it looks for what takes a migration back; absent where it takes none back. */
    Optional<DownPart> down() {
        return trait(DownPart.class);
    }

    /** Whether it goes on where the file of an applied migration is gone. */
    Tolerance tolerance() {
        return trait(Tolerance.class).orElse(Tolerance.NONE);
    }

    /** How it gives a file to the database. */
    Sending sending() {
        return trait(Sending.class).orElse(Sending.IN_A_TRANSACTION);
    }

    /** By what the program around it tells the kind of its database. */
    Drivers drivers() {
        return trait(Drivers.class).orElse(Drivers.NONE);
    }

    private <T extends Trait> Optional<T> trait(Class<T> type) {
        return traits.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
