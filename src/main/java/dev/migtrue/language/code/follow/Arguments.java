package dev.migtrue.language.code.follow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** What a call hands over. */
public record Arguments(List<Value> positional, SequencedMap<String, Value> keywords, boolean isWhole) {

    public Arguments {
        positional = List.copyOf(positional);
        keywords = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keywords));
    }

    /** Values without names. */
    public static Arguments of(Value... values) {
        return new Arguments(List.of(values), new LinkedHashMap<>(), true);
    }

    /** The function that is handed over: the last argument that is one; absent where none is. */
    public Optional<Value.Function> function() {
        return Stream.concat(positional.stream(), keywords.values().stream())
                .filter(Value.Function.class::isInstance)
                .map(Value.Function.class::cast)
                .reduce((first, second) -> second);
    }

    /** The argument at a place, or under a name; absent where it is not handed over. */
    public Optional<Value> get(int place, String name) {
        return place < positional.size() ? Optional.of(positional.get(place)) : keyword(name);
    }

    /** The argument under a name; absent where it is not handed over so. */
    public Optional<Value> keyword(String name) {
        return Optional.ofNullable(keywords.get(name));
    }

    /** A string that is handed over at a place, or under a name; absent where there is none, or where it is no string. */
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

    /** These with one more under a name. */
    public Arguments with(String name, Value value) {
        SequencedMap<String, Value> more = new LinkedHashMap<>(keywords);
        more.put(name, value);
        return new Arguments(positional, more, isWhole);
    }

    /** These without the first so many. */
    public Arguments without(int first) {
        return new Arguments(
                positional.subList(Math.min(first, positional.size()), positional.size()), keywords, isWhole);
    }

    /** These behind another. */
    public Arguments behind(Value first) {
        List<Value> all = new ArrayList<>(positional);
        all.addFirst(first);
        return new Arguments(all, keywords, isWhole);
    }
}
