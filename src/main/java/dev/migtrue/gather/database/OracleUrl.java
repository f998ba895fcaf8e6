package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The grammar of Oracle addresses: those of the thin JDBC driver with a service, a SID or one description, and those of
 * SQLAlchemy and Go. The driver is given a description made anew, and no setting of the address.
 */
final class OracleUrl {

    private static final int DEFAULT_PORT = 1521;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$#.-]+");
    private static final Pattern LOGIN = Pattern.compile("(?<user>[^/]*)(/(?<password>.*))?");
    private static final Pattern BY_SERVICE =
            Pattern.compile("((?i:(?<protocol>tcps?):)?//)?(?<host>[^/()]+?)/(?<service>[^/:]+)(:[a-zA-Z]+)?(/[^/]*)?");
    private static final Pattern BY_SID = Pattern.compile("(?<host>(\\[[^]]*]|[^/():]+):[^/():]+):(?<sid>[^/():]+)");
    private static final Pattern PART =
            Pattern.compile("\\(\\s*(?i:(HOST|PORT|PROTOCOL|SERVICE_NAME|SID))\\s*=\\s*([^()\\s]+)\\s*\\)");

    private OracleUrl() {}

    /** Reads what follows the scheme and its colon. */
    static VendorAddress parse(String rest, UrlDialect dialect) {
        return dialect == UrlDialect.JDBC ? thin(rest) : network(NetworkUrl.parse(rest, dialect), dialect);
    }

    private static VendorAddress thin(String rest) {
        int at = rest.lastIndexOf('@');
        if (!rest.regionMatches(true, 0, "thin:", 0, 5) || at < 0) {
            throw new UsageException("of Oracle's JDBC addresses those of the thin driver are read, as in"
                    + " jdbc:oracle:thin:@//host:1521/service");
        }
        Matcher login = LOGIN.matcher(rest.substring(5, at));
        if (!login.matches()) {
            throw MalformedAddress.because("user and password are not written as user/password");
        }
        String[] place = rest.substring(at + 1).split("\\?", 2);
        Optional<String> user = Optional.of(login.group("user")).filter(name -> !name.isEmpty());
        Optional<Secret> password = Optional.ofNullable(login.group("password"))
                .map(written -> new Secret(written.replaceFirst("^\"(.*)\"$", "$1"), written));
        return address(place(place[0].strip()), new Login(user, password).with(settings(place)));
    }

    private static List<NetworkUrl.Setting> settings(String[] place) {
        return place.length < 2
                ? List.of()
                : NetworkUrl.parse("//?" + place[1], UrlDialect.JDBC).settings();
    }

    private static VendorAddress network(NetworkUrl url, UrlDialect dialect) {
        Optional<String> service = value(url, "servicename");
        // SQLAlchemy takes a path for a SID, others for a service.
        Optional<String> sid = value(url, "sid")
                .or(() -> dialect == UrlDialect.SQLALCHEMY && service.isEmpty() ? url.database() : Optional.empty());
        boolean isSecret = value(url, "ssl").filter("true"::equalsIgnoreCase).isPresent()
                || value(url, "protocol").filter("tcps"::equalsIgnoreCase).isPresent();
        String name = service.or(() -> sid)
                .or(url::database)
                .orElseThrow(() -> MalformedAddress.because("an Oracle server wants to know which service"));
        return address(
                new Place(url.hosts(), isSecret, service.isEmpty() && sid.isPresent(), name),
                new Login(url.user(), url.password()).with(url.settings()));
    }

    private static Optional<String> value(NetworkUrl url, String key) {
        return url.settings().stream()
                .filter(setting -> key(setting).equals(key))
                .map(NetworkUrl.Setting::value)
                .findFirst();
    }

    private static String key(NetworkUrl.Setting setting) {
        return setting.key().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
    }

    private record Place(String host, boolean isSecret, boolean isSid, String name) {}

    private record Login(Optional<String> user, Optional<Secret> password) {

        Login with(List<NetworkUrl.Setting> settings) {
            return new Login(
                    named(settings, "user").map(NetworkUrl.Setting::value).or(() -> user),
                    named(settings, "password").map(NetworkUrl.Setting::secret).or(() -> password));
        }

        private static Optional<NetworkUrl.Setting> named(List<NetworkUrl.Setting> settings, String key) {
            return settings.stream().filter(setting -> key(setting).equals(key)).findFirst();
        }
    }

    private static Place place(String text) {
        if (text.startsWith("(")) {
            return described(text);
        }
        Matcher service = BY_SERVICE.matcher(text);
        if (service.matches()) {
            boolean isSecret = "tcps".equalsIgnoreCase(service.group("protocol"));
            return new Place(service.group("host"), isSecret, false, service.group("service"));
        }
        Matcher sid = BY_SID.matcher(text);
        if (sid.matches()) {
            return new Place(sid.group("host"), false, true, sid.group("sid"));
        }
        throw MalformedAddress.because(
                "an Oracle server is written as //host:port/service or host:port:sid; names of tnsnames.ora are not read");
    }

    /** A connect descriptor with one server. */
    private static Place described(String text) {
        String host = part(text, "HOST")
                .orElseThrow(() -> MalformedAddress.because("a description of an Oracle server names no host"));
        String port = part(text, "PORT").map(number -> ":" + number).orElse("");
        Optional<String> service = part(text, "SERVICE_NAME");
        String name = service.or(() -> part(text, "SID"))
                .orElseThrow(() -> MalformedAddress.because("an Oracle server wants to know which service"));
        boolean isSecret =
                part(text, "PROTOCOL").filter("tcps"::equalsIgnoreCase).isPresent();
        return new Place((host.contains(":") ? "[" + host + "]" : host) + port, isSecret, service.isEmpty(), name);
    }

    private static Optional<String> part(String text, String key) {
        List<String> values = PART.matcher(text)
                .results()
                .filter(part -> part.group(1).equalsIgnoreCase(key))
                .flatMap(part -> Stream.of(part.group(2)))
                .toList();
        if (values.size() > 1) {
            throw MalformedAddress.because("a description of several Oracle servers is not read; name one");
        }
        return values.stream().findFirst();
    }

    private static VendorAddress address(Place place, Login login) {
        if (!NAME.matcher(place.name()).matches()) {
            throw MalformedAddress.because("an Oracle service or SID has a character that none can have");
        }
        Hosts hosts = new Hosts(DEFAULT_PORT);
        hosts.readAuthority(place.host());
        return new VendorAddress(
                Vendor.ORACLE,
                List.of(hosts.pairs().getFirst()),
                Optional.of(place.name()),
                login.user(),
                login.password(),
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=" + (place.isSecret() ? "tcps" : "tcp")
                        + ")(HOST={host})(PORT={port}))(CONNECT_DATA=(" + (place.isSid() ? "SID" : "SERVICE_NAME") + "="
                        + place.name() + ")))",
                Map.of(),
                Optional.empty());
    }
}
