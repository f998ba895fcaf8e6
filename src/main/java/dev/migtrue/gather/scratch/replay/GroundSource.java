package dev.migtrue.gather.scratch.replay;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Sessions on a throw-away database, for libraries that open their own. */
record GroundSource(Ground ground) implements DataSource {

    @Override
    public Connection getConnection() throws SQLException {
        return ground.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return ground.open();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        // Nothing is written.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // The database is on this machine, or was reached a moment ago.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("there is no " + type.getName() + " in it");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
