package dev.migtrue.language.code.declared;

import dev.migtrue.model.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A class, or a call, that declares a table.
 *
 * @param kind what its users call it
 * @param name of the class
 * @param table as the text says it; absent where it does not
 * @param certainty whether it is a table of its own for certain
 * @param bases what it inherits from, as written
 * @param members by label
 * @param open what labels begin with of which there may be more than the text tells: {@code index}
 */
record Model(
        ModelDifference.Kind kind,
        String name,
        Optional<String> table,
        Member.Certainty certainty,
        List<String> bases,
        SequencedMap<String, Member> members,
        Set<String> open,
        Span span) {

    Model {
        bases = List.copyOf(bases);
        open = Set.copyOf(open);
        members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
    }

    /** A class. */
    Model(
            String name,
            Optional<String> table,
            Member.Certainty certainty,
            List<String> bases,
            SequencedMap<String, Member> members,
            Set<String> open,
            Span span) {
        this(ModelDifference.Kind.MODEL, name, table, certainty, bases, members, open, span);
    }

    boolean isSure() {
        return certainty != Member.Certainty.POSSIBLE;
    }

    /** Whether it may have something of a label that is not among its members. */
    boolean mayHave(String label) {
        return open.stream().anyMatch(label::startsWith);
    }

    /** This one, of which nothing is sure. */
    Model unsure() {
        return new Model(kind, name, Optional.empty(), Member.Certainty.POSSIBLE, bases, members, open, span);
    }
}
