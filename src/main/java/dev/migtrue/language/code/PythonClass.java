package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A class at the top level of a Python module, and what its body gives to some names; read without running it.
 *
 * @param bases what it is derived from, as written; empty when there is nothing
 * @param attributes what the names asked for hold; a name that the body does not set is absent
 * @param at the line that opens it, from {@code class} to the end of its name
 */
public record PythonClass(String name, List<String> bases, SequencedMap<String, PythonValue> attributes, Span at) {

    private static final PythonValue CHANGED_LATER = new PythonValue.Computed("changed after it is set");

    public PythonClass {
        bases = List.copyOf(bases);
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    }

    /**
     * The classes at the top level of a module, in the order of the text, with what they give to {@code names}. What is not Python is passed
     * over; absent when the text cannot be read on this machine. Never throws.
     */
    public static Optional<List<PythonClass>> read(String source, Set<String> names) {
        SourceText text = SourceText.of(source);
        Set<String> changed = changedLater(source, names);
        return PlainClasses.read(text, names)
                .or(() -> ClassReader.read(text, names))
                .map(classes -> classes.stream().map(one -> one.with(changed)).toList());
    }

    /** What the class gives to a name; absent when it does not set it. */
    public Optional<PythonValue> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private PythonClass with(Set<String> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        SequencedMap<String, PythonValue> all = new LinkedHashMap<>(attributes);
        changed.forEach(attribute -> all.put(attribute, CHANGED_LATER));
        return new PythonClass(name, bases, all, at);
    }

    /** The names of which a module changes what an object holds under them: {@code self.names = …}, {@code A.names.append(…)}. */
    private static Set<String> changedLater(String source, Set<String> names) {
        Set<String> changed = new LinkedHashSet<>();
        if (names.stream().anyMatch(name -> source.contains("." + name))) {
            Matcher change = Pattern.compile("\\.(" + alternatives(names)
                            + ")\\s*(?:=(?!=)|\\+=|\\[|\\.(?:append|extend|insert|remove|pop|clear)\\b)")
                    .matcher(source);
            change.results().forEach(found -> changed.add(found.group(1)));
        }
        return changed;
    }

    private static String alternatives(Set<String> names) {
        return names.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
