package dev.migtrue.gather.database;

import dev.migtrue.gather.database.H2Address.Place;
import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.H2Catalogue;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.VersionTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;

/**
 * H2, in a file or at a server. A file is opened for reading only. A server knows no transaction that may not write:
 * there, the rights of the user and the gate that our statements pass are what holds.
 */
final class H2Engine implements Engine {

    private final H2Address address;
    private final Timeouts timeouts;
    private Optional<H2File> file = Optional.empty();

    H2Engine(H2Address address, Timeouts timeouts) {
        this.address = address;
        this.timeouts = timeouts;
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.putAll(address.settings());
        properties.putIfAbsent("USER", "");
        properties.setProperty("PASSWORD", address.password().map(Secret::value).orElse(""));
        // What is not there is never made.
        properties.setProperty("IFEXISTS", "TRUE");
        String url = switch (address.place()) {
            case Place.InFile place -> {
                file = Optional.of(H2File.at(place));
                properties.setProperty("ACCESS_MODE_DATA", "r");
                yield "jdbc:h2:file:" + file.orElseThrow().path();
            }
            case Place.AtServer place -> {
                ListeningHosts.among(List.of(place.host()), timeouts.connect());
                properties.setProperty(
                        "NETWORK_TIMEOUT", String.valueOf(longestSilence().toMillis()));
                yield "jdbc:h2:" + place.protocol() + "://" + place.host() + "/" + place.path();
            }
        };
        return Optional.ofNullable(new Driver().connect(url, properties))
                .orElseThrow(() -> new NotReadException(Obstacle.REFUSED, "the driver does not take this address"));
    }

    /**
     * How long a server may be silent before it is given up: it has one such limit for login and answers. The server ends a statement in time by
     * itself, unless it is stuck; the margin is for the way there and back.
     */
    private Duration longestSilence() {
        Duration answer = timeouts.statement().plusSeconds(2);
        return answer.compareTo(timeouts.connect()) > 0 ? answer : timeouts.connect();
    }

    @Override
    public List<String> preamble() {
        long millis = timeouts.statement().toMillis();
        // A little less for locks, so that the database says what it waited for.
        return List.of(
                "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT",
                "SET QUERY_TIMEOUT " + millis,
                "SET LOCK_TIMEOUT " + millis * 4 / 5);
    }

    @Override
    public VersionTable possible(VersionTable table) {
        return table;
    }

    @Override
    public String quoted(String name) {
        return Engine.inDoubleQuotes(name);
    }

    @Override
    public String tablesQuery(String names) {
        return """
                SELECT t.table_schema, t.table_name,
                       CASE WHEN t.table_schema = CURRENT_SCHEMA THEN 'HOME' ELSE 'ELSEWHERE' END,
                       c.column_name
                FROM information_schema.tables AS t
                JOIN information_schema.columns AS c
                  ON c.table_schema = t.table_schema AND c.table_name = t.table_name
                WHERE lower(t.table_name) IN (%s) AND lower(t.table_schema) <> 'information_schema'
                ORDER BY CASE WHEN t.table_schema = CURRENT_SCHEMA THEN 1 ELSE 2 END,
                         t.table_schema, t.table_name, c.ordinal_position""".formatted(names);
    }

    @Override
    public Optional<String> widthQuery() {
        return Optional.of("""
                SELECT c.character_maximum_length
                FROM information_schema.columns AS c
                WHERE c.table_schema = ? AND c.table_name = ? AND c.column_name = ?
                  AND c.data_type IN ('CHARACTER VARYING', 'CHARACTER')""");
    }

    @Override
    public Optional<String> schemasQuery() {
        return Optional.of("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE ? ORDER BY 1");
    }

    @Override
    public Optional<String> structureQuery() {
        return Optional.of("""
                SELECT line FROM (
                    SELECT concat_ws(' ', 'column', table_schema, table_name, column_name, data_type,
                                     character_maximum_length, numeric_precision, numeric_scale, is_nullable,
                                     column_default) AS line
                    FROM information_schema.columns
                    WHERE table_schema <> 'INFORMATION_SCHEMA'
                    UNION ALL
                    SELECT concat_ws(' ', 'index', table_schema, table_name, index_name, ordinal_position, column_name)
                    FROM information_schema.index_columns
                    WHERE table_schema <> 'INFORMATION_SCHEMA'
                    UNION ALL
                    SELECT concat_ws(' ', 'constraint', table_schema, table_name, constraint_type, constraint_name)
                    FROM information_schema.table_constraints
                    WHERE table_schema <> 'INFORMATION_SCHEMA'
                ) AS made
                ORDER BY line""");
    }

    @Override
    public Catalogue catalogue() {
        return new H2Catalogue();
    }

    @Override
    public void confirm() {
        // A file is locked against writers while it is open; at a server, one transaction reads everything.
    }

    @Override
    public TableRead.NotRead explain(SQLException exception) {
        H2Failure failure = new H2Failure(exception, new Timeouts(longestSilence(), timeouts.statement()), file);
        return switch (address.place()) {
            case Place.InFile place ->
                new TableRead.NotRead(failure.obstacle(), failure.words() + ": " + place.written());
            case Place.AtServer place ->
                new TableRead.NotRead(failure.obstacle(), place.host() + ": " + failure.words());
        };
    }

    @Override
    public Collection<Secret> secrets() {
        return address.password().stream().toList();
    }

    @Override
    public void close() {
        // The driver closes the file with the connection.
    }
}
