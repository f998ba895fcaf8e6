package dev.migtrue.gather.database;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of an address that names hosts. What could be a piece of a secret that was not percent-encoded makes the
 * address malformed: taken for a host or a database, it would be shown.
 *
 * @param hosts as they stand before the path
 * @param settings those of the query, in its order
 */
record NetworkUrl(
        Optional<String> user,
        Optional<Secret> password,
        String hosts,
        Optional<String> database,
        List<Setting> settings) {

    NetworkUrl {
        settings = List.copyOf(settings);
    }

    /**
     * A setting of the query.
     *
     * @param value decoded
     * @param written as the address has it
     */
    record Setting(String key, String value, String written) {

        Secret secret() {
            return new Secret(value, written);
        }

        /** It may be a password: only what knows the key may show the value. */
        @Override
        public String toString() {
            return key;
        }
    }

    /** Reads what follows the scheme and its colon. */
    static NetworkUrl parse(String rest, UrlDialect dialect) {
        int mark = rest.indexOf('?');
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        String front = mark < 0 ? rest : rest.substring(0, mark);
        String authority = "";
        String database = front;
        if (front.startsWith("//")) {
            int slash = front.indexOf('/', 2);
            authority = front.substring(2, slash < 0 ? front.length() : slash);
            database = slash < 0 ? "" : front.substring(slash + 1);
        } else if (dialect != UrlDialect.JDBC) {
            throw MalformedAddress.because("two slashes must follow the scheme");
        }
        int at = authority.lastIndexOf('@');
        // All readers end the user at the first slash: an '@' further on tells of a slash in the password.
        if (database.contains("@") || (at < 0 && dialect != UrlDialect.JDBC && query.contains("@"))) {
            throw MalformedAddress.because("in user names and passwords write @ as %40, / as %2F and ? as %3F");
        }
        String userInfo = authority.substring(0, Math.max(at, 0));
        int colon = userInfo.indexOf(':');
        return new NetworkUrl(
                decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? Optional.empty() : Optional.of(secret(userInfo.substring(colon + 1))),
                authority.substring(at + 1),
                decoded(database),
                settings(query, dialect));
    }

    private static Optional<String> decoded(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(PercentEncoding.decode(text));
    }

    private static Secret secret(String written) {
        return new Secret(PercentEncoding.decode(written), written);
    }

    private static List<Setting> settings(String query, UrlDialect dialect) {
        return Stream.of(query.split("&", -1))
                .filter(item -> !item.isEmpty())
                .map(item -> setting(item, dialect))
                .toList();
    }

    private static Setting setting(String item, UrlDialect dialect) {
        int equals = item.indexOf('=');
        String key = equals < 0 ? item : item.substring(0, equals);
        String written = equals < 0 ? "" : item.substring(equals + 1);
        // The databases' own programs alone take a plus sign in a query for what it is.
        String value = PercentEncoding.decode(dialect == UrlDialect.NATIVE ? written : written.replace('+', ' '));
        return new Setting(PercentEncoding.decode(key), value, written);
    }
}
