package dev.migtrue.gather.address;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** The notations for SQL Server behind {@code sqlserver://} or {@code mssql+pyodbc://}: Go's, SQLAlchemy's and that of JDBC. */
final class SqlServerNotation {

    private SqlServerNotation() {}

    /** @param rest what follows the slashes */
    static String canonical(String rest) {
        if (rest.contains(";") && !rest.contains("?")) {
            return "jdbc:sqlserver://" + rest;
        }
        UrlText url = UrlText.parse(ServerUrl.SQL_SERVER + "://" + rest)
                .orElseThrow(
                        () -> Malformed.because("in user names and passwords write @ as %40, / as %2F and ? as %3F"));
        Optional<String> odbc = url.setting("odbc_connect");
        if (odbc.isPresent()) {
            return KeyValueList.url(odbc.get().replace('+', ' '))
                    .orElseThrow(() -> Malformed.because("odbc_connect names no server"));
        }
        if (url.setting("trusted_connection")
                .filter(value -> value.equalsIgnoreCase("yes"))
                .isPresent()) {
            throw Malformed.unreadable("a login by Windows is not supported");
        }
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        url.setting("encrypt").or(() -> url.setting("Encrypt")).ifPresent(value -> settings.put("encrypt", value));
        url.setting("TrustServerCertificate")
                .or(() -> url.setting("trustservercertificate"))
                .ifPresent(value -> settings.put("trustServerCertificate", value.equals("yes") ? "true" : value));
        String path = Encoded.decode(url.path().replaceFirst("^/", ""));
        // Go's driver takes a path for the name of an instance, and then the database is in the query.
        Optional<String> database = url.setting("database");
        String instance = database.isPresent() && !path.isEmpty() ? "\\" + path : "";
        Optional<String> password = url.userInfo()
                .filter(info -> info.contains(":"))
                .map(info -> Encoded.decode(info.substring(info.indexOf(':') + 1)));
        return new ServerUrl(
                        ServerUrl.SQL_SERVER,
                        url.user(),
                        password,
                        url.hosts() + instance,
                        database.orElse(path),
                        settings)
                .text();
    }
}
