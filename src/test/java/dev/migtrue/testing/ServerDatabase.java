package dev.migtrue.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database on a server that the tests started, with the roles made for it; both are gone when it is closed. Closing
 * also looks into the server's log: that any of these roles, or migtrue as whomever, did more than read is an error.
 */
public final class ServerDatabase implements AutoCloseable {

    private final Server server;
    private final String name;
    private final List<String> roles = new ArrayList<>();

    /** What a kind of server calls things, and the port at which it listens. */
    record Server(Kind kind, int port) {}

    /** The kinds of servers that come as Maven artifacts. */
    enum Kind {
        POSTGRESQL("postgresql", "postgres", "postgres", "role %s", " login password '%s'", " with (force)", ""),
        MARIADB("mariadb", "root", "mysql", "user %s", " identified by '%s'", "", """
                begin not atomic
                  declare continue handler for 1094 begin end;
                  for other in (select id from information_schema.processlist
                                where db = '%s' and id <> connection_id()) do
                    kill other.id;
                  end for;
                end""");

        private final String scheme;
        private final String superuser;
        private final String ownDatabase;
        private final String role;
        private final String login;
        private final String force;
        private final String eviction;

        Kind(
                String scheme,
                String superuser,
                String ownDatabase,
                String role,
                String login,
                String force,
                String eviction) {
            this.scheme = scheme;
            this.superuser = superuser;
            this.ownDatabase = ownDatabase;
            this.role = role;
            this.login = login;
            this.force = force;
            this.eviction = eviction;
        }
    }

    private ServerDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    static ServerDatabase create(Server server, String name) {
        ServerDatabase database = new ServerDatabase(server, name);
        database.execute(server.kind().ownDatabase, List.of("create database " + name));
        return database;
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return name;
    }

    /** Its address for the superuser, who needs no password. */
    public String url() {
        return server.kind().scheme + "://" + server.kind().superuser + "@localhost:" + port() + "/" + name;
    }

    /** Its address for a role. */
    public String url(String role, String password) {
        return server.kind().scheme + "://" + role + ":" + password + "@localhost:" + port() + "/" + name;
    }

    /** Its address for the superuser, as JDBC takes it. */
    public String jdbcUrl() {
        return jdbcUrl(name);
    }

    private String jdbcUrl(String database) {
        return "jdbc:%s://localhost:%d/%s?user=%s"
                .formatted(server.kind().scheme, port(), database, server.kind().superuser);
    }

    /** Runs statements as the superuser, each in a transaction of its own. */
    public void execute(String... statements) {
        execute(name, List.of(statements));
    }

    /** Creates a role that may log in with {@code password} and own nothing; its name is unique on the server. */
    public String role(String password) {
        String role = name + "_role_" + (roles.size() + 1);
        execute("create " + server.kind().role.formatted(role)
                + server.kind().login.formatted(password.replace("'", "''")));
        roles.add(role);
        return role;
    }

    /** Takes note of a role that a script created here. */
    public void adopt(String role) {
        roles.add(role);
    }

    /** The rows a query gives the superuser, values as the database prints them, SQL NULL as {@code "null"}. */
    public List<List<String>> query(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (answer.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= answer.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(answer.getString(column)));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        if (!server.kind().eviction.isEmpty()) {
            execute(server.kind().ownDatabase, List.of(server.kind().eviction.formatted(name)));
        }
        execute(server.kind().ownDatabase, List.of("drop database " + name + server.kind().force));
        roles.forEach(role -> execute(
                server.kind().ownDatabase, List.of("drop " + server.kind().role.formatted(role))));
        roles.forEach(role -> OnlyReads.check(logged(role)));
        OnlyReads.check(
                switch (server.kind()) {
                    case POSTGRESQL -> PostgresServer.loggedOfMigtrue(name);
                    case MARIADB -> MariaDbServer.loggedOfMigtrue(name);
                });
    }

    private List<String> logged(String role) {
        return switch (server.kind()) {
            case POSTGRESQL -> PostgresServer.logged(role);
            case MARIADB -> MariaDbServer.logged(role);
        };
    }

    private void execute(String database, List<String> statements) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }
}
