package dev.migtrue.gather.address;

import dev.migtrue.gather.address.LibpqSurroundings.Trust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * An address of a PostgreSQL server on its way to a driver that does not know what libpq knows. What the address says goes before the
 * service that it names, that before variables, and those before files.
 */
final class LibpqAddress {

    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put("PGHOST", "host");
        VARIABLES.put("PGHOSTADDR", "hostaddr");
        VARIABLES.put("PGPORT", "port");
        VARIABLES.put("PGDATABASE", "dbname");
        VARIABLES.put("PGUSER", "user");
        VARIABLES.put("PGPASSWORD", "password");
        VARIABLES.put("PGSSLMODE", "sslmode");
        VARIABLES.put("PGSSLNEGOTIATION", "sslnegotiation");
        VARIABLES.put("PGSSLROOTCERT", "sslrootcert");
        VARIABLES.put("PGSSLCERT", "sslcert");
        VARIABLES.put("PGSSLKEY", "sslkey");
        VARIABLES.put("PGREQUIREAUTH", "require_auth");
        VARIABLES.put("PGCHANNELBINDING", "channel_binding");
        VARIABLES.put("PGGSSENCMODE", "gssencmode");
        VARIABLES.put("PGKRBSRVNAME", "krbsrvname");
        VARIABLES.put("PGOPTIONS", "options");
        VARIABLES.put("PGAPPNAME", "application_name");
        VARIABLES.put("PGCONNECT_TIMEOUT", "connect_timeout");
        VARIABLES.put("PGTARGETSESSIONATTRS", "target_session_attrs");
        VARIABLES.put("PGLOADBALANCEHOSTS", "load_balance_hosts");
    }

    private static final Set<String> KINDS = Set.of("postgresql", "postgres", "cockroachdb", "yugabytedb");

    private final String address;
    private final LibpqSurroundings surroundings;
    private final boolean isJdbc;
    private final SequencedMap<String, String> said = new LinkedHashMap<>();
    private final SequencedMap<String, String> added = new LinkedHashMap<>();

    LibpqAddress(String address, LibpqSurroundings surroundings) {
        this.address = address;
        this.surroundings = surroundings;
        this.isJdbc = address.regionMatches(true, 0, "jdbc:", 0, 5);
    }

    /** The address with all that completes it in its query; addresses of other databases as they are. */
    String completed() {
        Optional<UrlText> url =
                UrlText.parse(isJdbc ? address.substring(5) : address).filter(parsed -> KINDS.contains(parsed.kind()));
        if (url.isEmpty()) {
            return address;
        }
        say(url.get());
        addService();
        if (!isJdbc && surroundings.trust() == Trust.FULL) {
            VARIABLES.forEach(
                    (variable, keyword) -> surroundings.variable(variable).ifPresent(value -> add(keyword, value)));
        }
        addPassword();
        if (!isJdbc) {
            addRoots();
        }
        value("sslkey").ifPresent(key -> ClientKey.check(expanded(key)));
        return added.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + Encoded.query(added);
    }

    private void say(UrlText url) {
        url.query().forEach(item -> said.putIfAbsent(item.key(), item.decoded()));
        url.user().ifPresent(user -> said.put("user", user));
        if (url.hasPassword()) {
            said.put("password", "");
        }
        if (!url.path().replace("/", "").isEmpty()) {
            said.putIfAbsent("dbname", Encoded.decode(url.path().substring(1)));
        }
        String[] hosts = url.hosts().split(",", -1);
        String first = hosts[0];
        int colon = first.lastIndexOf(':') > first.lastIndexOf(']') ? first.lastIndexOf(':') : -1;
        String host = colon < 0 ? first : first.substring(0, colon);
        if (!host.isEmpty()) {
            said.putIfAbsent("host", Encoded.decode(host));
        }
        if (colon >= 0) {
            said.putIfAbsent("port", first.substring(colon + 1));
        }
    }

    private Optional<String> value(String keyword) {
        return Optional.ofNullable(said.get(keyword)).or(() -> Optional.ofNullable(added.get(keyword)));
    }

    private void add(String keyword, String value) {
        boolean isOtherName = keyword.equals("hostaddr") && value("host").isPresent();
        if (value(keyword).isEmpty() && !isOtherName) {
            added.put(keyword, value);
        }
    }

    private void addService() {
        Optional<String> name = value("service")
                .or(() -> surroundings.trust() == Trust.FULL && !isJdbc
                        ? surroundings.variable("PGSERVICE")
                        : Optional.empty());
        // A file that names a host of its own would have the service's password sent there.
        boolean isMixed = surroundings.trust() == Trust.OWN_HOSTS
                && (value("host").isPresent() || value("hostaddr").isPresent());
        name.filter(service -> !isMixed)
                .ifPresent(service ->
                        new ServiceFile(surroundings).settings(service).forEach(this::add));
    }

    /**
     * The driver would look for one by itself, in the environment of the process, and give it away to any host; and we would not know what to
     * keep secret. An empty one keeps it from that.
     */
    private void addPassword() {
        if (value("password").isPresent()) {
            return;
        }
        String user = value("user")
                .or(() -> Optional.ofNullable(System.getProperty("user.name")))
                .orElse("");
        PasswordFile.Entry wanted = new PasswordFile.Entry(
                value("host").filter(host -> !host.startsWith("/")).orElse("localhost"),
                value("port").orElse("5432"),
                value("dbname").filter(name -> !name.isEmpty()).orElse(user),
                user);
        Optional<Path> file = value("passfile")
                .map(this::expanded)
                .or(() -> surroundings.variable("PGPASSFILE").map(Path::of))
                .or(() -> surroundings.usualFile(".pgpass", "pgpass.conf"));
        added.put(
                "password",
                file.flatMap(path -> new PasswordFile(path, surroundings.trust()).password(wanted))
                        .orElse(""));
    }

    /** Once there are roots, libpq checks the server whom it was told to encrypt for. */
    private void addRoots() {
        boolean isRequired = value("sslmode").filter("require"::equals).isPresent();
        if (isRequired && value("sslrootcert").isEmpty()) {
            surroundings
                    .home()
                    .map(home -> home.resolve(".postgresql").resolve("root.crt"))
                    .filter(Files::isRegularFile)
                    .ifPresent(roots -> added.put("sslrootcert", roots.toString()));
        }
    }

    private Path expanded(String path) {
        return path.startsWith("~/")
                ? surroundings
                        .home()
                        .map(home -> home.resolve(path.substring(2)))
                        .orElseGet(() -> Path.of(path))
                : Path.of(path);
    }
}
