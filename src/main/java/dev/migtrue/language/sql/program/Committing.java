package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Dialect;
import java.util.Locale;
import java.util.Optional;

/** What somebody says of how a runner commits. */
public enum Committing {
    /** Each file is one transaction. */
    FILE,
    /** Each statement is one. */
    STATEMENT,
    /** Each definition ends a transaction, as MySQL, MariaDB, Oracle and H2 see to whatever the runner does. */
    IMPLICIT_COMMIT;

    /** What users call it: {@code implicit-commit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that users call so; absent where none is. */
    public static Optional<Committing> named(String id) {
        for (Committing committing : values()) {
            if (committing.id().equals(id)) {
                return Optional.of(committing);
            }
        }
        return Optional.empty();
    }

    /** What most runners do where nobody says what this one does: one transaction, as far as the dialect has such for definitions. */
    public static Mode usual() {
        return FILE.mode(Dialect.ANSI);
    }

    /** How a script in a dialect is run then. */
    public Mode mode(Dialect dialect) {
        return switch (this) {
            case FILE -> Mode.ONE_TRANSACTION;
            case STATEMENT -> Mode.STATEMENT_BY_STATEMENT;
            case IMPLICIT_COMMIT ->
                switch (dialect) {
                    // In a transaction of theirs a definition ends it.
                    case MYSQL, MARIADB, ORACLE, H2 -> Mode.ONE_TRANSACTION;
                    case POSTGRESQL, SQLITE, SQL_SERVER, ANSI -> Mode.STATEMENT_BY_STATEMENT;
                };
        };
    }
}
