package dev.migtrue.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the word that was probably meant. */
public final class Nearest {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    /** Of two words that differ in more letters, neither was meant to be the other. */
    private static final int MOST = 3;

    private Nearest() {}

    /** The known word that a misspelt one differs least from, letter case aside; absent when none is similar. */
    public static Optional<String> to(String word, Collection<String> known) {
        int most = Math.clamp(word.length() / 3, 1, MOST);
        return known.stream()
                .filter(each -> distance(word, each) <= most)
                .min(Comparator.comparing(each -> distance(word, each)));
    }

    /** {@code ; did you mean 'check'?}, or what to say when no known word is similar. */
    static String question(String word, Collection<String> known, String otherwise) {
        return to(word, known).map(near -> "; did you mean '" + near + "'?").orElse(otherwise);
    }

    private static int distance(String word, String known) {
        return DISTANCE.apply(word.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT));
    }
}
