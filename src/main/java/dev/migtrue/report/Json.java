package dev.migtrue.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A JSON value: what {@link JsonText} writes. */
public sealed interface Json {

    /** Names in the order in which they are written. */
    record Members(SequencedMap<String, Json> members) implements Json {
        public Members {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }
    }

    record Elements(List<Json> elements) implements Json {
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    record Text(String value) implements Json {}

    record Whole(long value) implements Json {}

    record Truth(boolean value) implements Json {}

    record Nothing() implements Json {}

    /** A name and its value in an object. */
    record Member(String name, Json value) {}

    static Json object(Member... members) {
        SequencedMap<String, Json> ordered = new LinkedHashMap<>();
        Arrays.stream(members).forEach(member -> ordered.put(member.name(), member.value()));
        return new Members(ordered);
    }

    static Member member(String name, Json value) {
        return new Member(name, value);
    }

    static Member member(String name, String value) {
        return new Member(name, new Text(value));
    }

    static Member member(String name, long value) {
        return new Member(name, new Whole(value));
    }

    static Json array(Collection<? extends Json> elements) {
        return new Elements(List.copyOf(elements));
    }

    static Json texts(Collection<String> texts) {
        return array(texts.stream().map(Text::new).toList());
    }

    /** The text, or JSON's null. */
    static Json of(Optional<String> text) {
        return text.<Json>map(Text::new).orElseGet(Nothing::new);
    }
}
