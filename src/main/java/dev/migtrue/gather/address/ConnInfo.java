package dev.migtrue.gather.address;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/** The notation of libpq that is no URL: {@code host=db port=5432 dbname=shop user=ann password='a b'}. */
final class ConnInfo {

    private static final Pattern START = Pattern.compile("(?s)\\s*[A-Za-z_]+\\s*=.*");
    private static final Set<String> TELLING = Set.of("host", "hostaddr", "dbname", "user", "service", "port");

    private final String text;
    private int at;

    private ConnInfo(String text) {
        this.text = text;
    }

    /** As a URL; absent where a text is not in this notation. */
    static Optional<String> url(String text) {
        if (!START.matcher(text).matches()) {
            return Optional.empty();
        }
        SequencedMap<String, String> values = new ConnInfo(text).read();
        return values.keySet().stream().anyMatch(TELLING::contains)
                ? Optional.of("postgresql:///?" + Encoded.query(values))
                : Optional.empty();
    }

    private SequencedMap<String, String> read() {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        skipSpaces();
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            String key = equals < 0 ? "" : text.substring(at, equals).strip();
            if (!key.matches("[A-Za-z_]+")) {
                throw Malformed.because("every keyword needs an equals sign; a value with a blank in it needs quotes");
            }
            at = equals + 1;
            skipSpaces();
            values.put(key, at < text.length() && text.charAt(at) == '\'' ? quoted() : bare());
            skipSpaces();
        }
        return values;
    }

    private String bare() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            value.append(character());
        }
        return value.toString();
    }

    private String quoted() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            value.append(character());
        }
        if (at == text.length()) {
            throw Malformed.because("a quote is not closed");
        }
        at++;
        return value.toString();
    }

    /** The next one; after a backslash any stands for itself. */
    private char character() {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
        }
        return text.charAt(at++);
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
