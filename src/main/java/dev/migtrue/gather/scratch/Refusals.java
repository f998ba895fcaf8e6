package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import java.sql.SQLException;
import java.util.Optional;

/** What databases say when they refuse something. */
public final class Refusals {

    private Refusals() {}

    /** The code that the documentation of the database lists. */
    public static String code(SQLException refusal, Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> Optional.ofNullable(refusal.getSQLState()).orElse("");
            // Nearly everything has the same one.
            case SQLITE -> "";
            case MYSQL, MARIADB, SQL_SERVER, ORACLE, H2, ANSI -> String.valueOf(refusal.getErrorCode());
        };
    }

    /** Its first line, without what drivers put around it. */
    public static String message(SQLException refusal) {
        String text = Optional.ofNullable(refusal.getMessage()).orElse("no reason given");
        return text.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^ERROR: ", "")
                .replaceFirst("^\\(conn=\\d+\\) ", "")
                .replaceFirst("^\\[SQLITE_\\w+] [^(]*\\((.*)\\)$", "$1")
                .strip();
    }
}
