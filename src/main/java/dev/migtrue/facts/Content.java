package dev.migtrue.facts;

import dev.migtrue.language.sql.program.Tally;
import dev.migtrue.model.Migration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * How well the content of the migrations under review was understood.
 *
 * @param dialects that they are written in; none where nothing is under review, several where scripts have nothing to do with each other
 * @param tallies of each migration that was read, in execution order
 * @param unread the migrations of which nobody here knows what they do
 */
public record Content(List<SpokenDialect> dialects, SequencedMap<Migration, Tally> tallies, List<Migration> unread) {

    /** Nothing is under review. */
    public static final Content NONE = new Content(List.of(), new LinkedHashMap<>(), List.of());

    public Content {
        dialects = List.copyOf(dialects);
        tallies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tallies));
        unread = List.copyOf(unread);
    }

    /** How many statements were read. */
    public int statements() {
        return tally().statements();
    }

    /** How many of them are not understood. */
    public int notUnderstood() {
        return tally().notUnderstood();
    }

    private Tally tally() {
        return tallies.values().stream().reduce(Tally.NOTHING, Tally::and);
    }
}
