package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The grammar of PostgreSQL addresses, in the three dialects that libpq, SQLAlchemy and JDBC write. What could be a piece of a secret
 * that was not percent-encoded makes the address malformed: taken for a host or a database, it would be shown.
 */
final class PostgresUrl {

    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65535;
    private static final Pattern NAME_OR_IPV4 = Pattern.compile("[\\p{L}\\p{N}._-]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[\\p{L}\\p{N}._-]+)?");

    private final Dialect dialect;
    private final PostgresSettings settings = new PostgresSettings();
    private List<String> hosts = List.of("");
    private List<String> ports = List.of("");

    /** Who would read the address. */
    enum Dialect {
        LIBPQ,
        SQLALCHEMY,
        JDBC;

        static Dialect of(boolean isJdbc, String scheme) {
            if (isJdbc) {
                return JDBC;
            }
            return scheme.contains("+") ? SQLALCHEMY : LIBPQ;
        }
    }

    private PostgresUrl(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Reads what follows the scheme and its colon. */
    static PostgresAddress parse(String rest, Dialect dialect) {
        return new PostgresUrl(dialect).parse(rest);
    }

    private PostgresAddress parse(String rest) {
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        String front = mark < 0 ? rest : rest.substring(0, mark);
        String authority = "";
        String database = front;
        if (front.startsWith("//")) {
            int slash = front.indexOf('/', 2);
            authority = front.substring(2, slash < 0 ? front.length() : slash);
            database = slash < 0 ? "" : front.substring(slash + 1);
        } else if (dialect != Dialect.JDBC) {
            throw MalformedAddress.because("two slashes must follow the scheme");
        }
        int at = authority.lastIndexOf('@');
        // libpq and SQLAlchemy end the user at the first slash, so that an '@' further on tells of a slash in the
        // password.
        if (database.contains("@") || (at < 0 && dialect != Dialect.JDBC && query.contains("@"))) {
            throw MalformedAddress.because("in user names and passwords write @ as %40, / as %2F and ? as %3F");
        }
        readUser(authority.substring(0, Math.max(at, 0)));
        readHosts(authority.substring(at + 1));
        if (!database.isEmpty()) {
            settings.database(PercentEncoding.decode(database));
        }
        readQuery(query);
        return settings.address(hosts());
    }

    private void readUser(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        if (!user.isEmpty()) {
            settings.user(PercentEncoding.decode(user));
        }
        if (colon >= 0) {
            String password = userInfo.substring(colon + 1);
            settings.secret("password", new Secret(PercentEncoding.decode(password), password));
        }
    }

    private void readHosts(String list) {
        hosts = new ArrayList<>();
        ports = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            int colon = item.lastIndexOf(':');
            boolean hasPort = colon > item.lastIndexOf(']');
            hosts.add(PercentEncoding.decode(hasPort ? item.substring(0, colon) : item));
            ports.add(hasPort ? item.substring(colon + 1) : "");
        }
    }

    private void readQuery(String query) {
        for (String item : query.split("&", -1)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                read(PercentEncoding.decode(item.substring(0, equals)), item.substring(equals + 1));
            }
        }
    }

    private void read(String key, String written) {
        // libpq alone takes a plus sign in a query for what it is.
        String value = PercentEncoding.decode(dialect == Dialect.LIBPQ ? written : written.replace('+', ' '));
        switch (key) {
            case "host" -> hosts = List.of(value.split(",", -1));
            case "hostaddr" -> hosts = hosts.equals(List.of("")) ? List.of(value.split(",", -1)) : hosts;
            case "port" -> ports = List.of(value.split(",", -1));
            case "user" -> settings.user(value);
            case "dbname" -> settings.database(value);
            case "password", "sslpassword" -> settings.secret(key, new Secret(value, written));
            case "ssl" -> settings.ssl(value, dialect);
            default -> settings.set(key, value);
        }
    }

    private List<HostPort> hosts() {
        if (ports.size() != 1 && ports.size() != hosts.size()) {
            throw MalformedAddress.because("there must be one port for all hosts, or one for each");
        }
        List<HostPort> pairs = new ArrayList<>();
        for (int index = 0; index < hosts.size(); index++) {
            pairs.add(new HostPort(host(hosts.get(index)), port(ports.get(ports.size() == 1 ? 0 : index))));
        }
        return pairs;
    }

    private static String host(String text) {
        if (text.startsWith("/") || text.startsWith("@")) {
            throw new UsageException("Unix sockets are not supported; name a host such as localhost");
        }
        boolean isBracketed = text.startsWith("[") && text.endsWith("]");
        String host = isBracketed ? text.substring(1, text.length() - 1) : text;
        if (host.isEmpty()) {
            return "localhost";
        }
        boolean isName = !isBracketed && NAME_OR_IPV4.matcher(host).matches();
        if (!isName && !IPV6.matcher(host).matches()) {
            throw MalformedAddress.because("a host has a character that none can have; percent-encode the password");
        }
        return host;
    }

    private static int port(String text) {
        if (text.isEmpty()) {
            return DEFAULT_PORT;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > LAST_PORT) {
            throw MalformedAddress.because("a port is no number from 1 to 65535; percent-encode the password");
        }
        return port;
    }
}
