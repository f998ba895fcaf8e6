package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database of a MariaDB or MySQL server, and where the server is ours, all that the server holds besides. */
final class MariaDbScratch implements Scratch {

    private static final String SYSTEM = "('mysql', 'information_schema', 'performance_schema', 'sys')";

    private final Server server;
    private final String name;
    private final Dialect dialect;
    private final String product;
    private final List<List<String>> firstUsers;

    MariaDbScratch(Server server, Dialect dialect, String name) throws SQLException {
        this.server = server;
        this.dialect = dialect;
        this.name = name;
        try (Connection connection = server.connect()) {
            product = connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion().replaceFirst("-.*", "");
            firstUsers = server.owner() == Server.Owner.OURS ? users(new Questions(connection)) : List.of();
        }
    }

    @Override
    public Dialect dialect() {
        return dialect;
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
            questions.run("SET foreign_key_checks = 0");
            if (server.owner() == Server.Owner.OURS) {
                clearServer(questions);
            }
            questions.run("DROP DATABASE IF EXISTS " + quoted(name));
            questions.run("CREATE DATABASE " + quoted(name));
        }
    }

    /** What a migration made beside its database. */
    private void clearServer(Questions questions) throws SQLException {
        for (String database : questions.column(
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN " + SYSTEM)) {
            questions.run("DROP DATABASE " + quoted(database));
        }
        for (List<String> user : users(questions)) {
            if (!firstUsers.contains(user)) {
                drop(user, questions);
            }
        }
    }

    private static void drop(List<String> user, Questions questions) throws SQLException {
        boolean isRole = user.get(1).isEmpty();
        if (isRole && user.getFirst().equals("PUBLIC")) {
            // It comes with the first grant to all, and no statement takes it away again.
            questions.run("REVOKE ALL PRIVILEGES, GRANT OPTION FROM PUBLIC");
            return;
        }
        questions.run("DROP " + (isRole ? "ROLE " : "USER ") + quoted(user.get(0))
                + (isRole ? "" : "@" + quoted(user.get(1))));
    }

    private static List<List<String>> users(Questions questions) throws SQLException {
        return questions.rows("SELECT user, host FROM mysql.user");
    }

    /** Nothing can be remembered: there is no copying of databases here. */
    @Override
    public void keep() {}

    @Override
    public void restore() throws SQLException {
        clear();
    }

    static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public void close() {
        server.close();
    }
}
