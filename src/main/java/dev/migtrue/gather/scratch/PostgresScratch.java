package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A database of a PostgreSQL server, and where the server is ours, all that the server holds besides. */
final class PostgresScratch implements Scratch {

    private final Server server;
    private final String name;
    private final String product;

    PostgresScratch(Server server, String name) throws SQLException {
        this.server = server;
        this.name = name;
        try (Connection connection = server.connect()) {
            product = "PostgreSQL "
                    + new Questions(connection)
                            .column("show server_version")
                            .getFirst()
                            .replaceFirst(" .*", "");
        }
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public Connection open() throws SQLException {
        return server.connect(name);
    }

    @Override
    public Optional<Endpoint> endpoint() {
        return server.endpoint(name);
    }

    @Override
    public Optional<String> lastWords() {
        return server.lastWords();
    }

    @Override
    public void clear() throws SQLException {
        try (Connection connection = server.connect()) {
            Questions questions = new Questions(connection);
            if (server.owner() == Server.Owner.OURS) {
                clearServer(questions);
            }
            drop(questions, name);
            questions.run("create database " + quoted(name));
        }
    }

    /** What a migration made beside its database. */
    private void clearServer(Questions questions) throws SQLException {
        // None may be dropped that says it is a template, and one may have been made so.
        questions.run("update pg_database set datistemplate = false where oid >= 16384 and datistemplate");
        questions.run("delete from pg_subscription");
        for (String database : questions.column("select datname from pg_database where oid >= 16384")) {
            drop(questions, database);
        }
        for (String place : questions.column("select spcname from pg_tablespace where oid >= 16384")) {
            questions.run("drop tablespace " + quoted(place));
        }
        for (String role : questions.column("select rolname from pg_roles where oid >= 16384")) {
            questions.run("drop owned by " + quoted(role) + " cascade");
            questions.run("drop role " + quoted(role));
        }
        for (String role : questions.column("select rolname from pg_roles where rolconfig is not null")) {
            questions.run("alter role " + quoted(role) + " reset all");
        }
        questions.run("alter system reset all");
        questions.run("select pg_reload_conf()");
    }

    private static void drop(Questions questions, String database) throws SQLException {
        questions.run("drop database if exists " + quoted(database) + " with (force)");
    }

    @Override
    public void keep() throws SQLException {
        copy(name, kept());
    }

    @Override
    public void restore() throws SQLException {
        copy(kept(), name);
    }

    private void copy(String from, String to) throws SQLException {
        try (Connection connection = server.connect()) {
            Questions questions = new Questions(connection);
            if (server.owner() == Server.Owner.OURS) {
                // A database cannot go while it follows another.
                questions.run("delete from pg_subscription");
            }
            drop(questions, to);
            questions.run("create database " + quoted(to) + " template " + quoted(from));
        }
    }

    private String kept() {
        return kept(name);
    }

    /** What the copy is called that is remembered of a database. */
    static String kept(String database) {
        return database + "_kept";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        server.close();
    }
}
