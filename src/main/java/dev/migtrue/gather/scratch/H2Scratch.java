package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.h2.Driver;
import org.h2.engine.Constants;

/** H2: in the memory of this process. */
final class H2Scratch implements Scratch {

    /** It stays while no session is open, and nobody else can guess its name. */
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

    @Override
    public Dialect dialect() {
        return Dialect.H2;
    }

    @Override
    public String product() {
        return "H2 " + Constants.VERSION;
    }

    @Override
    public Connection open() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "SA");
        login.setProperty("password", "");
        return new Driver().connect(url, login);
    }

    @Override
    public void clear() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    /** Nothing can be remembered: a script of what it holds leaves out what its functions are made of. */
    @Override
    public void keep() {}

    @Override
    public void restore() throws SQLException {
        clear();
    }

    @Override
    public void close() {
        try {
            clear();
        } catch (SQLException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
