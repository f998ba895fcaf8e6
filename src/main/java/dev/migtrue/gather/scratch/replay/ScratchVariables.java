package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.scratch.Endpoint;
import dev.migtrue.language.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The address of a throw-away database as commands find it: in variables, which words in braces stand for. */
final class ScratchVariables {

    static final String VERSION = "MIGTRUE_VERSION";

    private static final Pattern WORD =
            Pattern.compile("\\{(url|jdbcUrl|host|port|user|password|database|file|version)}");

    private ScratchVariables() {}

    /** A command with the names of variables in place of words in braces: the shell fills in what nobody should see among its arguments. */
    static String filled(String command) {
        return WORD.matcher(command).replaceAll(word -> "\\${" + name(word.group(1)) + "}");
    }

    private static String name(String word) {
        return switch (word) {
            case "jdbcUrl" -> "MIGTRUE_JDBC_URL";
            case "version" -> VERSION;
            default -> "MIGTRUE_" + word.toUpperCase(java.util.Locale.ROOT);
        };
    }

    static Map<String, String> of(Endpoint endpoint, Dialect dialect) {
        Map<String, String> variables = new TreeMap<>();
        switch (endpoint) {
            case Endpoint.InFile file -> {
                variables.put(name("file"), file.file().toString());
                variables.put(name("database"), file.file().toString());
                variables.put(name("jdbcUrl"), "jdbc:sqlite:" + file.file());
                variables.put(name("url"), "sqlite:///" + file.file());
            }
            case Endpoint.OnServer server -> put(server, dialect, variables);
        }
        variables.put("DATABASE_URL", variables.getOrDefault(name("url"), ""));
        return variables;
    }

    private static void put(Endpoint.OnServer server, Dialect dialect, Map<String, String> variables) {
        boolean isPostgres = dialect == Dialect.POSTGRESQL;
        String place = "%s:%d/%s".formatted(server.host(), server.port(), server.database());
        variables.put(name("host"), server.host());
        variables.put(name("port"), String.valueOf(server.port()));
        variables.put(name("user"), server.user());
        variables.put(name("password"), server.password());
        variables.put(name("database"), server.database());
        variables.put(name("jdbcUrl"), "jdbc:%s://%s".formatted(isPostgres ? "postgresql" : "mariadb", place));
        variables.put(
                name("url"),
                "%s://%s:%s@%s"
                        .formatted(isPostgres ? "postgresql" : "mysql", server.user(), server.password(), place));
        if (isPostgres) {
            variables.putAll(Map.of(
                    "PGHOST", server.host(),
                    "PGPORT", String.valueOf(server.port()),
                    "PGUSER", server.user(),
                    "PGPASSWORD", server.password(),
                    "PGDATABASE", server.database()));
        } else {
            variables.putAll(Map.of(
                    "MYSQL_HOST", server.host(),
                    "MYSQL_TCP_PORT", String.valueOf(server.port()),
                    "MYSQL_PWD", server.password()));
        }
    }

    /** What must not show in any message. */
    static List<String> secrets(Endpoint endpoint) {
        return endpoint instanceof Endpoint.OnServer server
                        && !server.password().isEmpty()
                ? List.of(server.password())
                : List.of();
    }
}
