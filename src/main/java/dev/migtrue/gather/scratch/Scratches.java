package dev.migtrue.gather.scratch;

import dev.migtrue.gather.scratch.server.InstallationSearch;
import dev.migtrue.gather.scratch.server.LocalServer;
import dev.migtrue.gather.scratch.server.ServerKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Failure;
import java.sql.SQLException;

/** Makes throw-away databases. */
public final class Scratches {

    /** What our database is called on a server of our own. */
    private static final String NAME = "scratch";

    private Scratches() {}

    /** An empty one of our own: in this process where it can be, else on a server that is started for it. */
    public static Scratch start(Dialect dialect, InstallationSearch search) {
        Scratch scratch = switch (dialect) {
            case SQLITE -> new SqliteScratch();
            case H2 -> new H2Scratch();
            case POSTGRESQL, MARIADB, MYSQL -> onServer(dialect, search);
            case SQL_SERVER, ORACLE, ANSI ->
                throw new Failure(
                        "there are no throw-away databases of the dialect '%s'".formatted(dialect.id()),
                        "migrations can be proven on PostgreSQL, MySQL, MariaDB, SQLite and H2; --dialect says which it is");
        };
        return cleared(scratch);
    }

    /** An empty one beside the database of an address. */
    public static Scratch at(ScratchUrl url, Dialect dialect) {
        try {
            return cleared(url.open(dialect));
        } catch (SQLException problem) {
            throw unusable(problem);
        }
    }

    private static Scratch cleared(Scratch scratch) {
        try {
            scratch.clear();
            return scratch;
        } catch (SQLException problem) {
            // What cannot be made cannot be dropped either: that is not why.
            try (scratch) {
                throw unusable(problem);
            }
        }
    }

    private static Scratch onServer(Dialect dialect, InstallationSearch search) {
        ServerKind kind = switch (dialect) {
            case POSTGRESQL -> ServerKind.POSTGRESQL;
            case MARIADB -> ServerKind.MARIADB;
            case MYSQL -> ServerKind.MYSQL;
            case SQLITE, SQL_SERVER, ORACLE, H2, ANSI -> throw new IllegalArgumentException(dialect.id());
        };
        LocalServer server = LocalServer.start(kind, search);
        try {
            return kind == ServerKind.POSTGRESQL
                    ? new PostgresScratch(new OwnServer.Postgres(server), NAME)
                    : new MariaDbScratch(new OwnServer.MariaDb(server), dialect, NAME);
        } catch (SQLException problem) {
            server.close();
            throw unusable(problem);
        }
    }

    private static Failure unusable(SQLException problem) {
        return new Failure(
                "the throw-away database cannot be used: " + Refusals.message(problem),
                "name another server with --scratch-server, or a database with --scratch-url",
                problem);
    }
}
