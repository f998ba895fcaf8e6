package dev.migtrue.system.alembic;

import dev.migtrue.model.Reversal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The function of a revision that takes it back, and whether anything stands in it. */
final class DowngradeFunction {

    private static final Pattern UPGRADE = opening("upgrade");
    private static final Pattern DOWNGRADE = opening("downgrade");

    /** Alembic's template writes one; it says nothing of the revision. */
    private static final Pattern DOCSTRING = Pattern.compile("\\A\\s*[rR]?(\"\"\"|''')[\\s\\S]*?\\1");

    private static final Pattern NOTHING = Pattern.compile("pass|\\.\\.\\.|# ###.*|");

    private DowngradeFunction() {}

    private static Pattern opening(String name) {
        return Pattern.compile("^(?:async\\s+)?def\\s+" + name + "\\s*\\([^)]*\\)[^:\\n]*:", Pattern.MULTILINE);
    }

    /** Absent where nothing is done that could be taken back, as in a merge of two heads, or where the functions are made otherwise. */
    static Optional<Reversal> in(String text) {
        return body(UPGRADE, text)
                .filter(DowngradeFunction::isTelling)
                .map(upgrade -> body(DOWNGRADE, text)
                                .filter(DowngradeFunction::isTelling)
                                .isPresent()
                        ? Reversal.WRITTEN
                        : Reversal.MISSING);
    }

    /** What stands behind the opening of a function, up to the next line that is not indented. */
    private static Optional<String> body(Pattern opening, String text) {
        Matcher matcher = opening.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        List<String> behind = text.substring(matcher.end()).lines().toList();
        String indented = String.join(
                "\n",
                behind.stream()
                        .skip(1)
                        .takeWhile(line -> line.isBlank() || Character.isWhitespace(line.charAt(0)))
                        .toList());
        return Optional.of(behind.stream().findFirst().orElse("") + "\n" + indented);
    }

    /** Whether it does something, or a comment of its author's says why it does nothing. */
    private static boolean isTelling(String body) {
        return DOCSTRING
                .matcher(body)
                .replaceFirst("")
                .lines()
                .map(String::strip)
                .anyMatch(line -> !NOTHING.matcher(line).matches());
    }
}
