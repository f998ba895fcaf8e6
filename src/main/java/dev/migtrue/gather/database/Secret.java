package dev.migtrue.gather.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that must never be shown: it prints as {@code ***} and strikes itself out of other texts.
 *
 * @param value the secret itself
 * @param written the secret as it stood in the address, percent-encoded or not
 */
record Secret(String value, String written) {

    private static final String MASK = "***";

    /** {@code text} without this secret, however it may be encoded there. */
    String strikeOut(String text) {
        if (value.isEmpty()) {
            return text;
        }
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return Stream.of(written, value, encoded, encoded.replace("+", "%20"))
                .reduce(text, (rest, form) -> rest.replaceAll("(?i)" + Pattern.quote(form), MASK));
    }

    @Override
    public String toString() {
        return MASK;
    }
}
