package dev.migtrue.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database on the {@link EmbeddedServer}, with the roles made for it; both are gone when it is closed. */
public final class PostgresDatabase implements AutoCloseable {

    private final int port;
    private final String name;
    private final List<String> roles = new ArrayList<>();

    private PostgresDatabase(int port, String name) {
        this.port = port;
        this.name = name;
    }

    static PostgresDatabase create(int port, String name) {
        PostgresDatabase database = new PostgresDatabase(port, name);
        database.execute("postgres", List.of("create database " + name));
        return database;
    }

    public int port() {
        return port;
    }

    public String name() {
        return name;
    }

    /** Its address for the superuser, who needs no password. */
    public String url() {
        return "postgresql://postgres@localhost:" + port + "/" + name;
    }

    /** Its address for a role. */
    public String url(String role, String password) {
        return "postgresql://" + role + ":" + password + "@localhost:" + port + "/" + name;
    }

    /** Runs statements as the superuser, each in a transaction of its own. */
    public void execute(String... statements) {
        execute(name, List.of(statements));
    }

    /** Creates a role that may log in with {@code password} and own nothing; its name is unique on the server. */
    public String role(String password) {
        String role = name + "_role_" + (roles.size() + 1);
        execute("create role " + role + " login password '" + password.replace("'", "''") + "'");
        roles.add(role);
        return role;
    }

    /** The rows a query gives the superuser, values as the database prints them, SQL NULL as {@code "null"}. */
    public List<List<String>> query(String sql) {
        try (Connection connection = connect(name);
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
        execute("postgres", List.of("drop database " + name + " with (force)"));
        roles.forEach(role -> execute("postgres", List.of("drop role " + role)));
    }

    private void execute(String database, List<String> statements) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(String.join("; ", statements), e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres");
    }
}
