package dev.migtrue.gather.scratch;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Sends the rows that follow a {@code COPY … FROM STDIN} in its script. */
final class CopiedRows {

    private CopiedRows() {}

    static void copy(Connection connection, String statement, String data) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows(data)));
        } catch (IOException impossible) {
            throw new SQLException(impossible);
        }
    }

    /** Without the rest of the line above and the line that ends them. */
    private static String rows(String data) {
        String rows = data.startsWith("\r\n") ? data.substring(2) : data.startsWith("\n") ? data.substring(1) : data;
        int end = rows.startsWith("\\.") ? 0 : rows.indexOf("\n\\.") + 1;
        return end > 0 || rows.startsWith("\\.") ? rows.substring(0, end) : rows;
    }
}
