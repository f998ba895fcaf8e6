package dev.migtrue.gather.database;

/** The grammar of PostgreSQL addresses, in the three dialects that libpq, SQLAlchemy and JDBC write. */
final class PostgresUrl {

    private final UrlDialect dialect;
    private final PostgresSettings settings = new PostgresSettings();
    private final Hosts hosts;

    private PostgresUrl(UrlDialect dialect, int defaultPort) {
        this.dialect = dialect;
        this.hosts = new Hosts(defaultPort);
    }

    /**
     * Reads what follows the scheme and its colon.
     *
     * @param defaultPort that of PostgreSQL, or of another database that speaks its protocol
     */
    static PostgresAddress parse(String rest, UrlDialect dialect, int defaultPort) {
        return new PostgresUrl(dialect, defaultPort).parse(rest);
    }

    private PostgresAddress parse(String rest) {
        NetworkUrl url = NetworkUrl.parse(rest, dialect);
        url.user().ifPresent(settings::user);
        url.password().ifPresent(password -> settings.secret("password", password));
        hosts.readAuthority(url.hosts());
        url.database().ifPresent(settings::database);
        url.settings().forEach(this::read);
        return settings.address(hosts.pairs());
    }

    private void read(NetworkUrl.Setting setting) {
        String value = setting.value();
        switch (setting.key()) {
            case "host" -> hosts.readHosts(value);
            case "hostaddr" -> hosts.readAddresses(value);
            case "port" -> hosts.readPorts(value);
            case "user" -> settings.user(value);
            case "dbname" -> settings.database(value);
            case "password", "sslpassword" -> settings.secret(setting.key(), setting.secret());
            case "ssl" -> settings.ssl(value, dialect);
            default -> settings.set(setting.key(), value);
        }
    }
}
