package dev.migtrue.language.sql.program;

import java.util.List;

/**
 * What code around SQL tries, to go on where the database refuses it.
 *
 * @param passages what it runs up to an error, inner attempts left out
 */
public record Tolerated(Operation.Attempt attempt, List<Passage> passages) {

    public Tolerated {
        passages = List.copyOf(passages);
    }
}
