package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database to be thrown away: whatever is done to it, nobody misses anything. One session at a time. */
public interface Scratch extends AutoCloseable {

    /** How the comment begins on a role that was made for such a database; its name follows. */
    String NOTE_ON_ROLE = "made by migtrue for ";

    Dialect dialect();

    /** What it is, with its version: {@code PostgreSQL 18.6}. */
    String product();

    /** A session that finds what earlier ones left. What it begins and does not commit is undone when it closes. */
    Connection open() throws SQLException;

    /** Where other programs find it; absent where only this process can. */
    default Optional<Endpoint> endpoint() {
        return Optional.empty();
    }

    /** What its server said of its end; absent where it goes on, or nobody can know. */
    default Optional<String> lastWords() {
        return Optional.empty();
    }

    /** Makes it empty. */
    void clear() throws SQLException;

    /** Remembers what it holds, in place of what was remembered before. */
    void keep() throws SQLException;

    /**
     * Brings back what was remembered, as far as it is in the database itself. Where nothing can be remembered it is as after {@link #clear}.
     */
    void restore() throws SQLException;

    /** Throws it away. */
    @Override
    void close();
}
