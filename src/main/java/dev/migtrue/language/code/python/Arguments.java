package dev.migtrue.language.code.python;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** What a call hands over. */
public record Arguments(List<Value> positional, SequencedMap<String, Value> keywords, boolean isWhole) {

    public Arguments {
        positional = List.copyOf(positional);
        keywords = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keywords));
    }

    /** The argument at a place, or under a name. */
    public Optional<Value> get(int place, String name) {
        return place < positional.size() ? Optional.of(positional.get(place)) : keyword(name);
    }

    public Optional<Value> keyword(String name) {
        return Optional.ofNullable(keywords.get(name));
    }

    /** A string that is handed over at a place, or under a name. */
    public Optional<String> text(int place, String name) {
        return get(place, name).flatMap(Values::text);
    }

    /** The strings of a list that is handed over; absent where one of them is no string. */
    public Optional<List<String>> texts(int place, String name) {
        return get(place, name).flatMap(Values::texts);
    }

    /** Whether something is handed over as true. */
    public boolean isTrue(String name) {
        return keyword(name).filter(new Value.Truth(true)::equals).isPresent();
    }

    /** Whether something is handed over as false. */
    public boolean isFalse(String name) {
        return keyword(name).filter(new Value.Truth(false)::equals).isPresent();
    }

    /** These without the first so many. */
    public Arguments without(int first) {
        return new Arguments(
                positional.subList(Math.min(first, positional.size()), positional.size()), keywords, isWhole);
    }

    /** These behind another. */
    public Arguments behind(Value first) {
        List<Value> all = new java.util.ArrayList<>(positional);
        all.addFirst(first);
        return new Arguments(all, keywords, isWhole);
    }
}
