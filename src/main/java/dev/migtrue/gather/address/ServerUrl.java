package dev.migtrue.gather.address;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The address of a database on a server, in plain pieces.
 *
 * @param kind the scheme: {@code postgresql}, {@code mysql}, {@code sqlserver}
 * @param hosts with their ports; may be empty
 * @param settings what is said besides, by the names that the kind has for it
 */
record ServerUrl(
        String kind,
        Optional<String> user,
        Optional<String> password,
        String hosts,
        String database,
        SequencedMap<String, String> settings) {

    static final String SQL_SERVER = "sqlserver";

    ServerUrl {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
    }

    ServerUrl(String kind, Optional<String> user, Optional<String> password, String hosts, String database) {
        this(kind, user, password, hosts, database, new LinkedHashMap<>());
    }

    /** In the one notation that is understood for each kind. */
    String text() {
        return kind.equals(SQL_SERVER) ? sqlServer() : url();
    }

    private String url() {
        String login = user.map(Encoded::of).orElse("")
                + password.map(secret -> ":" + Encoded.of(secret)).orElse("");
        String query = Encoded.query(settings);
        return kind + "://" + (login.isEmpty() ? "" : login + "@") + hosts + "/" + Encoded.of(database)
                + (query.isEmpty() ? "" : "?" + query);
    }

    private String sqlServer() {
        SequencedMap<String, String> all = new LinkedHashMap<>();
        if (!database.isEmpty()) {
            all.put("databaseName", database);
        }
        user.ifPresent(name -> all.put("user", name));
        password.ifPresent(secret -> all.put("password", secret));
        all.putAll(settings);
        return "jdbc:sqlserver://" + hosts
                + all.entrySet().stream().map(ServerUrl::braced).collect(Collectors.joining());
    }

    /** In braces a semicolon is no end; a closing brace is written twice. */
    private static String braced(Map.Entry<String, String> entry) {
        String value = entry.getValue();
        return ";" + entry.getKey() + "="
                + (value.matches("[\\w.\\\\-]*") ? value : "{" + value.replace("}", "}}") + "}");
    }

    /** What is printed ends up in logs. */
    @Override
    public String toString() {
        return kind + "://" + hosts + "/" + database;
    }
}
