package dev.migtrue.facts;

import dev.migtrue.model.Commit;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Migration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A migration whose file HEAD has with another text than its first parents had on the day when databases ran it, in more than white space and
 * comments, where the tool keeps no checksum that would tell what was run.
 *
 * @param now as HEAD has it
 * @param databases that ran it before; at least one
 * @param before the full id of a commit of that day
 * @param change the commit that gave it today's text
 */
public record LaterEdit(Migration now, SequencedSet<DatabaseName> databases, String before, Commit change) {

    public LaterEdit {
        databases = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(databases));
    }

    /** This edit as far as it is about some databases; absent where it is about none of them. */
    Optional<LaterEdit> of(Set<DatabaseName> some) {
        SequencedSet<DatabaseName> kept = new LinkedHashSet<>(databases);
        kept.retainAll(some);
        return kept.isEmpty() ? Optional.empty() : Optional.of(new LaterEdit(now, kept, before, change));
    }
}
