package dev.migtrue.language.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The labels of an enumeration.
 *
 * @param wanted those that migrations give it
 * @param there those that it has, in order and as the catalogue prints them
 */
record Labels(Set<String> wanted, String there) {

    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");

    Labels {
        wanted = Set.copyOf(wanted);
    }

    /** As they are there, without those that are not wanted; those that are lacking come last. */
    void tell(Claims claims) {
        List<String> labels = new ArrayList<>(LABEL.matcher(there)
                .results()
                .map(found -> found.group(1).replace("''", "'"))
                .filter(wanted::contains)
                .toList());
        new TreeSet<>(wanted).stream().filter(label -> !labels.contains(label)).forEach(labels::add);
        String expected = labels.stream()
                .map(label -> "'" + label.replace("'", "''") + "'")
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
        claims.be("values", Optional.of(expected));
    }
}
