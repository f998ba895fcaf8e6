package dev.migtrue.language.sql;

/** One statement: from its first token to what ends it, comments inside included. */
public record Statement(Clause clause, Dialect dialect, Ending ending) implements Piece {

    /** How it ends. */
    public enum Ending {
        /** With the mark that belongs to it as its last token. */
        MARK,
        /** At a line for the client, such as {@code GO}. */
        COMMAND,
        /** At a comment for the migration tool. */
        MARKER,
        /** Where the next one begins: SQL Server needs no mark. */
        NEXT,
        /** With the script. */
        SCRIPT
    }

    /** All but the mark that ends it. */
    public Clause content() {
        return ending == Ending.MARK ? new Clause(clause.tokens(), clause.from(), clause.to() - 1) : clause;
    }

    /** As it stands, with the mark that ends it. */
    public String text() {
        return clause.text();
    }

    public Place place() {
        return clause.place();
    }
}
