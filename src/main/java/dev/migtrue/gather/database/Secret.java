package dev.migtrue.gather.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

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
        return text.replace(written, MASK)
                .replace(value, MASK)
                .replace(encoded, MASK)
                .replace(encoded.replace("+", "%20"), MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
