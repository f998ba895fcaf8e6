package dev.migtrue.gather.address;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of Go's driver for MySQL: {@code user:password@tcp(host:3306)/shop?tls=true}. */
final class GoDsn {

    /** The password may hold anything; what counts is the last {@code @} before the last slash. */
    private static final Pattern SHAPE = Pattern.compile(
            "(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?(?:(?<net>[a-z0-9]+)(?:\\((?<address>[^)]*)\\))?)?/(?<database>[^/?]*)"
                    + "(?:\\?(?<query>.*))?");

    private GoDsn() {}

    /** As a URL; absent where a text is not in this notation. */
    static Optional<String> url(String text) {
        return url(text, password -> password);
    }

    /** The same behind {@code mysql://}, as golang-migrate takes it: there the login is percent-encoded. */
    static Optional<String> encodedUrl(String text) {
        return url(text, Encoded::decode);
    }

    private static Optional<String> url(String text, UnaryOperator<String> login) {
        Matcher shape = SHAPE.matcher(text);
        boolean isOne = shape.matches() && (shape.group("address") != null || text.contains("@/"));
        return isOne ? Optional.of(url(shape, login)) : Optional.empty();
    }

    private static String url(Matcher shape, UnaryOperator<String> login) {
        String net = Optional.ofNullable(shape.group("net")).orElse("tcp");
        if (net.equals("unix")) {
            throw Malformed.unreadable("Unix sockets are not supported; name a host such as localhost");
        }
        SequencedMap<String, String> settings = new LinkedHashMap<>();
        UrlText.parse("x:///?" + Optional.ofNullable(shape.group("query")).orElse(""))
                .ifPresent(query -> query.query().forEach(item -> translate(item, settings)));
        return new ServerUrl(
                        "mysql",
                        Optional.ofNullable(shape.group("user"))
                                .filter(user -> !user.isEmpty())
                                .map(login),
                        Optional.ofNullable(shape.group("password")).map(login),
                        Optional.ofNullable(shape.group("address"))
                                .filter(address -> !address.isEmpty())
                                .orElse("127.0.0.1"),
                        Encoded.decode(shape.group("database")),
                        settings)
                .text();
    }

    /** Of the driver's own settings only what is said of encryption matters to others. */
    private static void translate(UrlText.Item item, SequencedMap<String, String> settings) {
        if (item.key().equals("tls")) {
            switch (item.decoded()) {
                case "true" -> settings.put("sslMode", "VERIFY_IDENTITY");
                case "skip-verify" -> settings.put("sslMode", "REQUIRED");
                case "false" -> settings.put("sslMode", "DISABLED");
                default -> settings.put("sslMode", "PREFERRED");
            }
        }
    }
}
