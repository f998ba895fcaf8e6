package dev.migtrue.language.sql.guarded;

import java.util.List;
import java.util.Optional;

/**
 * One way to write a statement so that a second run goes through it.
 *
 * @param words what would stand there, as far as it is new
 * @param since the version of the database from which on it is read; absent where every version in use reads it
 * @param insertions what makes the statement so, in their order in the text; empty where nobody but the author can
 */
public record GuardedForm(String words, Optional<String> since, List<Insertion> insertions) {

    public GuardedForm {
        insertions = List.copyOf(insertions);
    }

    /** One that words can only describe. */
    static GuardedForm described(String words) {
        return new GuardedForm(words, Optional.empty(), List.of());
    }

    GuardedForm since(String version) {
        return new GuardedForm(words, version.isEmpty() ? Optional.empty() : Optional.of(version), insertions);
    }

    /** The same for a text that nobody can put words into. */
    public GuardedForm withoutInsertions() {
        return new GuardedForm(words, since, List.of());
    }

    /** Whether it is made by putting words in. */
    public boolean isMechanical() {
        return !insertions.isEmpty();
    }
}
