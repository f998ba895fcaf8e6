package dev.migtrue.system.liquibase;

import dev.migtrue.model.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One node of a changelog, whether it was written in XML, YAML or JSON.
 *
 * @param name without the prefix of a namespace
 * @param text what stands in it beside its children
 */
record Element(String name, SequencedMap<String, String> attributes, List<Element> children, String text, Span at) {

    Element {
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key)).map(String::strip).filter(value -> !value.isEmpty());
    }

    boolean isSet(String key) {
        return attribute(key).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    /** This element and all in it. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
    }

    /** Every text in this element: that of the values, and that between the tags. */
    Stream<String> texts() {
        return all().flatMap(element -> Stream.concat(element.attributes.values().stream(), Stream.of(element.text)));
    }

    /** What it says, whatever the order of its attributes and however it is laid out. */
    String canonical() {
        StringBuilder all = new StringBuilder(name).append('{');
        new TreeMap<>(attributes)
                .forEach((key, value) ->
                        all.append(key).append('=').append(value).append('\0'));
        all.append(text.replace("\r\n", "\n").strip()).append('\0');
        children.forEach(child -> all.append(child.canonical()));
        return all.append('}').toString();
    }
}
