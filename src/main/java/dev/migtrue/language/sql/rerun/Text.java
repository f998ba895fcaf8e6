package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Place;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A statement where it stands. */
record Text(String source, Place place) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("\\w+");

    /** The same spacing for all. */
    String plain() {
        return plain(place);
    }

    String plain(Place part) {
        return BLANKS.matcher(part.in(source)).replaceAll(" ").strip();
    }

    static Set<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
