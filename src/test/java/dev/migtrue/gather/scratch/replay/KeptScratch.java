package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.scratch.Endpoint;
import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A throw-away database that several replays use, one after the other. */
record KeptScratch(Scratch scratch) implements Scratch {

    @Override
    public Dialect dialect() {
        return scratch.dialect();
    }

    @Override
    public String product() {
        return scratch.product();
    }

    @Override
    public Connection open() throws SQLException {
        return scratch.open();
    }

    @Override
    public Optional<String> lastWords() {
        return scratch.lastWords();
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return scratch.endpoint();
    }

    @Override
    public void clear() throws SQLException {
        scratch.clear();
    }

    @Override
    public void keep() throws SQLException {
        scratch.keep();
    }

    @Override
    public void restore() throws SQLException {
        scratch.restore();
    }

    @Override
    public void close() {
        // The next replay clears it.
    }
}
