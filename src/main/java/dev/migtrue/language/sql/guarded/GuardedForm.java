package dev.migtrue.language.sql.guarded;

import dev.migtrue.model.Fix;
import java.util.List;
import java.util.Optional;

/**
 * One way to write a statement so that a second run goes through it.
 *
 * @param words what would stand there, as far as it is new
 * @param since the version of the database from which on it is read; absent where every version in use reads it
 * @param insertions what makes the statement so, in their order in the text; empty where nobody but the author can
 * @param safety what becomes of that which is there already: it is left alone, or replaced
 */
public record GuardedForm(String words, Optional<String> since, List<Insertion> insertions, Fix.Safety safety) {

    public GuardedForm {
        insertions = List.copyOf(insertions);
    }

    /** One that leaves alone what is there, and is read by every version in use. */
    GuardedForm(String words, List<Insertion> insertions) {
        this(words, Optional.empty(), insertions, Fix.Safety.SAFE);
    }

    /** One that words can only describe. */
    static GuardedForm described(String words) {
        return new GuardedForm(words, List.of());
    }

    /** This one, if it replaces what is there. */
    GuardedForm replacing() {
        return new GuardedForm(words, since, insertions, Fix.Safety.UNSAFE);
    }

    GuardedForm since(String version) {
        return new GuardedForm(words, version.isEmpty() ? Optional.empty() : Optional.of(version), insertions, safety);
    }

    /** The same for a text that nobody can put words into. */
    public GuardedForm withoutInsertions() {
        return new GuardedForm(words, since, List.of(), safety);
    }

    /** Whether it is made by putting words in. */
    public boolean isMechanical() {
        return !insertions.isEmpty();
    }
}
