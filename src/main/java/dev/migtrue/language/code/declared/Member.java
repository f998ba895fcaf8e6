package dev.migtrue.language.code.declared;

import dev.migtrue.model.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One thing that a model declares: a field, an index, an option.
 *
 * @param label what it is and how it is called: {@code field "email"}; unique in its model
 * @param certainty whether it is one at all, and has nothing but what is told here
 * @param traits what is said of it; a trait without a value is said, and not known
 */
record Member(String label, Certainty certainty, SequencedMap<String, Optional<String>> traits, Span span) {

    enum Certainty {
        /** It is there, and its traits are all that it has. */
        WHOLE,
        /** It is there, and there may be more to it. */
        PRESENT,
        /** It may be there. */
        POSSIBLE
    }

    Member {
        traits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(traits));
    }

    boolean isSure() {
        return certainty != Certainty.POSSIBLE;
    }
}
