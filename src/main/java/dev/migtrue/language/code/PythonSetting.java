package dev.migtrue.language.code;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A statement of a Python text that gives something to a name: sets it, adds to it, or calls it to do so. A light look for texts that only
 * hint, as settings do: what a statement may mean where it stands, and whether it is run at all, is not asked.
 *
 * @param value all that follows the name, without comments
 * @param isNested whether it stands inside another statement, which may keep it from being run
 */
public record PythonSetting(String name, String value, boolean isNested) {

    /** Every statement, at any depth, that gives something to a name that {@code wanted} accepts; in the order of the text. Never throws. */
    public static List<PythonSetting> read(String source, Predicate<String> wanted) {
        String text = SourceText.of(source).value();
        List<PythonSetting> settings = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            TextCursor cursor = new TextCursor(text.substring(at));
            cursor.skipBlankLines();
            cursor.skipSpaces();
            String name = cursor.takeWord();
            int start = cursor.offset();
            boolean isWhole = cursor.skipStatement();
            String value = isWhole ? cursor.since(start) : "";
            if (wanted.test(name) && isGiving(value)) {
                int from = at + start - name.length();
                boolean isNested = from > 0 && text.charAt(from - 1) != '\n';
                settings.add(new PythonSetting(name, withoutComments(value), isNested));
            }
            // What cannot be followed, by a backslash for example, is left for the next line.
            at += isWhole ? Math.max(cursor.offset(), 1) : nextLine(text.substring(at), start);
        }
        return List.copyOf(settings);
    }

    private static boolean isGiving(String rest) {
        String bare = rest.strip();
        return (bare.startsWith("=") && !bare.startsWith("=="))
                || bare.startsWith("+=")
                || bare.startsWith(".")
                || bare.startsWith("[")
                || bare.startsWith(":");
    }

    private static int nextLine(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static String withoutComments(String value) {
        StringBuilder kept = new StringBuilder();
        TextCursor cursor = new TextCursor(value);
        while (!cursor.isAtEnd()) {
            int start = cursor.offset();
            boolean isComment = cursor.isAt('#');
            cursor.skipToken();
            kept.append(isComment ? "" : cursor.since(start));
        }
        return kept.toString();
    }
}
