package dev.migtrue.system.keyed;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Promise;
import dev.migtrue.model.Promised;
import java.util.List;
import java.util.Optional;

/**
 * One row of the table: all that is to be known of a tool that keys migrations by their names.
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

    /** Something that tools differ in, and of which much is said by leaving it out. */
    sealed interface Trait
            permits Author,
                    DownPart,
                    Drivers,
                    FileChecksum,
                    HollowFolders,
                    Manifest,
                    Providers,
                    Sending,
                    StatedIds,
                    Tolerance {}

    /** Who writes the migrations. */
    enum Author implements Trait {
        /** People, with whatever care they take. */
        PEOPLE(Promise.RE_RUNNABLE),
        /** The tool, without guards: it runs none that came to its end a second time. */
        THE_TOOL(Promise.RESTARTABLE);

        private final Promise promise;

        Author(Promise promise) {
            this.promise = promise;
        }

        Promised promised() {
            return new Promised(Optional.empty(), promise);
        }
    }

    /** How a tool gives a file to the database. */
    enum Sending implements Trait {
        /** Within a transaction, unless the file says otherwise. */
        IN_A_TRANSACTION,
        /** As it is: what becomes of several statements in one message is the database's business. */
        AS_ONE_MESSAGE,
        /** As it is, but for the driver for SQLite, which puts a transaction around each file. */
        AS_ONE_MESSAGE_BUT_TO_SQLITE;

        Mode mode(Dialect dialect) {
            return isWrapped(dialect) ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT;
        }

        /** PostgreSQL takes one message for one transaction. */
        private boolean isWrapped(Dialect dialect) {
            boolean isOneMessageWrapped = dialect == Dialect.POSTGRESQL || dialect == Dialect.ANSI;
            return switch (this) {
                case IN_A_TRANSACTION -> true;
                case AS_ONE_MESSAGE -> isOneMessageWrapped;
                case AS_ONE_MESSAGE_BUT_TO_SQLITE -> isOneMessageWrapped || dialect == Dialect.SQLITE;
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

    /** Without any trait: a tool that takes nothing back, as far as is known, misses every file, and keeps no checksums. */
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

    Author author() {
        return trait(Author.class).orElse(Author.PEOPLE);
    }

    /** How it gives a file to the database. */
    Sending sending() {
        return trait(Sending.class).orElse(Sending.IN_A_TRANSACTION);
    }

    /** By what the program around it tells the kind of its database. */
    Drivers drivers() {
        return trait(Drivers.class).orElse(Drivers.NONE);
    }

    /** By what its own files tell the kind of their database; absent where they do not. */
    Optional<Providers> providers() {
        return trait(Providers.class);
    }

    /** How its files say their ids; absent where it goes by their names. */
    Optional<StatedIds> statedIds() {
        return trait(StatedIds.class);
    }

    /** The folders that stop it; absent where none does. */
    Optional<HollowFolders> hollowFolders() {
        return trait(HollowFolders.class);
    }

    /** The checksum that it keeps of each file; absent where it keeps none. */
    Optional<FileChecksum> checksum() {
        return trait(FileChecksum.class);
    }

    /** The files that say what schema its migrations build; absent where there are none. */
    Optional<Manifest> manifest() {
        return trait(Manifest.class);
    }

    private <T extends Trait> Optional<T> trait(Class<T> type) {
        return traits.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
