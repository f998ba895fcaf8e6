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
public record Secret(String value, String written) {

    private static final String MASK = "***";

    /** {@code text} without this secret, however it may be encoded there. */
    public String strikeOut(String text) {
        if (value.isEmpty()) {
            return text;
        }
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return Stream.of(written, value, encoded, encoded.replace("+", "%20"), inJson(), inXml(), inGitHubCommand())
                .filter(form -> !form.isEmpty())
                .distinct()
                .reduce(text, (rest, form) -> contains(rest, form) ? without(rest, form) : rest);
    }

    /** Most texts hold none, and they may be long. */
    private static boolean contains(String text, String form) {
        for (int at = 0; at <= text.length() - form.length(); at++) {
            if (text.regionMatches(true, at, form, 0, form.length())) {
                return true;
            }
        }
        return false;
    }

    private static String without(String text, String form) {
        return text.replaceAll("(?i)" + Pattern.quote(form), MASK);
    }

    private String inJson() {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private String inXml() {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private String inGitHubCommand() {
        return value.replace("%", "%25");
    }

    @Override
    public String toString() {
        return MASK;
    }
}
