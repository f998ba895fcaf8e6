package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Place;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A statement where it stands.
 *
 * @param plain its text with the same spacing for all
 */
record Text(String source, Place place, String plain) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("\\w+");

    Text(String source, Place place) {
        this(source, place, plain(source, place));
    }

    String plain(Place part) {
        return plain(source, part);
    }

    private static String plain(String source, Place part) {
        return BLANKS.matcher(part.in(source)).replaceAll(" ").strip();
    }

    static Set<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
