package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What the text of a Python module says about some of its names, read without running it. Never throws: what the text does not tell is
 * {@link Constant.Computed}. Where the text is not Python, only what stands above the first fault and the first definition is believed.
 *
 * @param docstring the string that the module begins with, its lines separated by {@code \n}; absent when there is none
 * @param constants what the names asked for hold after the module has run, in the order of their first assignment; a name that the
 *     module does not set is absent
 * @param wildcard the last {@code from … import *}, which may set any name; absent when there is none
 */
public record PythonModule(
        Optional<String> docstring, SequencedMap<String, Constant> constants, Optional<Span> wildcard) {

    public PythonModule {
        constants = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(constants));
    }

    /** Reads what {@code source} says of {@code names}. */
    public static PythonModule read(String source, Set<String> names) {
        SourceText text = SourceText.of(source);
        return PlainHeader.read(text, names).orElseGet(() -> ModuleReader.read(text, names));
    }

    /** What a name holds; absent when the module does not set it. */
    public Optional<Constant> constant(String name) {
        return Optional.ofNullable(constants.get(name));
    }
}
