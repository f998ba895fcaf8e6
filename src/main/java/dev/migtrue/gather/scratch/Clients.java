package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Piece;
import java.util.Set;

/** What is written for the client of a database, and what comes of it without one. */
final class Clients {

    /** They change what is shown, how a script is divided, or nothing at all. */
    private static final Set<String> HARMLESS = Set.of(
            "delimiter",
            "go",
            "/",
            "\\echo",
            "\\qecho",
            "\\warn",
            "\\pset",
            "\\timing",
            "\\x",
            "\\a",
            "\\t",
            "\\restrict",
            "\\unrestrict",
            "\\g",
            "\\p",
            "\\encoding",
            ".echo",
            ".print",
            ".mode",
            ".headers",
            ".timer",
            ".bail");

    private Clients() {}

    static void check(Piece.Command command) throws Outside {
        boolean isHarmless = HARMLESS.contains(command.word())
                || (command.word().equals("\\set") && command.rest().startsWith("ON_ERROR_"));
        if (!isHarmless) {
            throw new Outside("'%s' is for the database's own client".formatted(command.word()));
        }
    }
}
