package dev.migtrue.cli.fix;

import dev.migtrue.language.sql.Lines;
import dev.migtrue.language.sql.Place;
import dev.migtrue.model.Fix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with fixes made in it. All else stays as it is, character by character.
 *
 * @param made how many fixes were made: one that overlaps an earlier one is left for the next run
 */
record EditedText(String text, int made) {

    private record Replacement(Place place, String text) {}

    /**
     * Makes fixes, each as a whole or not at all.
     *
     * @param fixes all of one file, in the order in which they have precedence; those that are alike count once
     * @throws IllegalArgumentException where the text is not the one that they were made for
     */
    static EditedText of(String text, List<Fix.Edits> fixes) {
        Lines lines = Lines.of(text);
        List<Replacement> chosen = new ArrayList<>();
        int made = 0;
        for (Fix.Edits fix : fixes.stream().distinct().toList()) {
            List<Replacement> wanted = fix.edits().stream()
                    .map(edit -> new Replacement(lines.place(edit.at()), edit.text()))
                    .toList();
            if (wanted.stream().noneMatch(one -> chosen.stream().anyMatch(other -> isInTheWay(one, other)))) {
                chosen.addAll(wanted);
                made++;
            }
        }
        return new EditedText(replaced(text, chosen), made);
    }

    /** Two insertions at one place are in each other's way too: nobody knows which comes first. */
    private static boolean isInTheWay(Replacement one, Replacement other) {
        return one.place().start() <= other.place().end()
                && other.place().start() <= one.place().end();
    }

    private static String replaced(String text, List<Replacement> chosen) {
        StringBuilder edited = new StringBuilder(text);
        chosen.stream()
                .sorted(Comparator.comparing((Replacement one) -> one.place().start())
                        .reversed())
                .forEach(one -> edited.replace(one.place().start(), one.place().end(), one.text()));
        return edited.toString();
    }
}
