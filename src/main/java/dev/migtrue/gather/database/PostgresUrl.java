package dev.migtrue.gather.database;

/**
 * The grammar of PostgreSQL addresses, in the three dialects that libpq, SQLAlchemy and JDBC write. What could be a
 * piece of a secret that was not percent-encoded makes the address malformed: taken for a host or a database, it
 * would be shown.
 */
final class PostgresUrl {

    private final Dialect dialect;
    private final PostgresSettings settings = new PostgresSettings();
    private final PostgresHosts hosts = new PostgresHosts();

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
        // All readers end the user at the first slash: an '@' further on tells of a slash in the password.
        if (database.contains("@") || (at < 0 && dialect != Dialect.JDBC && query.contains("@"))) {
            throw MalformedAddress.because("in user names and passwords write @ as %40, / as %2F and ? as %3F");
        }
        readUser(authority.substring(0, Math.max(at, 0)));
        hosts.readAuthority(authority.substring(at + 1));
        if (!database.isEmpty()) {
            settings.database(PercentEncoding.decode(database));
        }
        readQuery(query);
        return settings.address(hosts.pairs());
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

    private void readQuery(String query) {
        for (String item : query.split("&", -1)) {
            int equals = item.indexOf('=');
            if (equals >= 0) {
                read(PercentEncoding.decode(item.substring(0, equals)), item.substring(equals + 1));
            } else if (!item.isEmpty()) {
                read(PercentEncoding.decode(item), "");
            }
        }
    }

    private void read(String key, String written) {
        // libpq alone takes a plus sign in a query for what it is.
        String value = PercentEncoding.decode(dialect == Dialect.LIBPQ ? written : written.replace('+', ' '));
        switch (key) {
            case "host" -> hosts.readHosts(value);
            case "hostaddr" -> hosts.readAddresses(value);
            case "port" -> hosts.readPorts(value);
            case "user" -> settings.user(value);
            case "dbname" -> settings.database(value);
            case "password", "sslpassword" -> settings.secret(key, new Secret(value, written));
            case "ssl" -> settings.ssl(value, dialect);
            default -> settings.set(key, value);
        }
    }
}
