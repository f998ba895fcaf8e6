package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Mode;
import java.util.Optional;

/**
 * How Liquibase runs a changeset.
 *
 * @param unless what must hold for it to be run: where it does not, it counts as run; absent where nothing is asked
 */
record Running(Mode mode, Optional<Guard> unless) {

    /** As any other. */
    static final Running USUAL = new Running(Mode.ONE_TRANSACTION, Optional.empty());

    /** How one is run that says so in {@code runInTransaction}. */
    static Mode mode(Optional<String> runInTransaction) {
        return runInTransaction.filter(value -> value.equalsIgnoreCase("false")).isPresent()
                ? Mode.STATEMENT_BY_STATEMENT
                : Mode.ONE_TRANSACTION;
    }
}
