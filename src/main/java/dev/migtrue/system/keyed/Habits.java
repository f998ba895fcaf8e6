package dev.migtrue.system.keyed;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import java.util.Optional;

/**
 * What a tool does in its own way with the files that it finds. A row starts at {@link #USUAL} and names what differs from it.
 *
 * @param down where it looks for what takes a migration back; absent where it takes none back, or nobody knows
 * @param goneFiles what it makes of an applied migration whose file is gone
 * @param sending how it gives a file to the database
 * @param drivers by what the program around it tells the kind of its database
 */
record Habits(Optional<DownPart> down, GoneFiles goneFiles, Sending sending, Drivers drivers) {

    /** Of a tool that takes nothing back, as far as is known, misses every file, and runs each in a transaction. */
    static final Habits USUAL = new Habits(Optional.empty(), GoneFiles.MISSED, Sending.IN_A_TRANSACTION, Drivers.NONE);

    /** What a tool makes of an applied migration whose file is gone. */
    enum GoneFiles {
        /** It stops, or nobody knows. */
        MISSED,
        /** It does not look for it, so that projects may clear old files away. */
        TOLERATED
    }

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

    /** These, of a tool that takes migrations back. */
    Habits reversedBy(DownPart part) {
        return new Habits(Optional.of(part), goneFiles, sending, drivers);
    }

    /** These, of a tool that does not miss files once they were applied. */
    Habits toleratingGoneFiles() {
        return new Habits(down, GoneFiles.TOLERATED, sending, drivers);
    }

    /** These, of a tool that leaves transactions to the database. */
    Habits sendingFilesAsTheyAre() {
        return new Habits(down, goneFiles, Sending.AS_ONE_MESSAGE, drivers);
    }

    /** These, of a tool of which the program around it tells what database it works on. */
    Habits toldBy(Drivers telling) {
        return new Habits(down, goneFiles, sending, telling);
    }
}
