package dev.migtrue.facts;

import dev.migtrue.model.Migration;
import dev.migtrue.model.Reversal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Which of the migrations under review in one source have a part that takes them back, and which of those before them.
 *
 * @param reviewed in execution order; one of which it cannot be told has no key
 * @param habit of the newest of the others, for as many as it takes to know what this project does, the newest first
 */
public record Reversals(SequencedMap<Migration, Reversal> reviewed, List<Reversal> habit) {

    public Reversals {
        reviewed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reviewed));
        habit = List.copyOf(habit);
    }
}
