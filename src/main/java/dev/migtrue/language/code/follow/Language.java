package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Caught;
import java.util.Optional;
import java.util.Set;

/** A programming language: how a text of it becomes a tree of our own words ({@link Words}), and what it brings itself. */
public interface Language {

    /** How it is written. */
    Notation notation();

    /**
     * A text as a tree of our own words; absent when the native parser does not load here.
     *
     * @param unread functions of which nobody wants to know what they do
     */
    default Optional<CodeNode> tree(String text, Set<String> unread) {
        return notation().tree(text, unread);
    }

    /** A literal of a string as a {@code text}; absent where it is no string, or where the tree has its strings as {@code text} already. */
    default Optional<CodeNode> text(CodeNode literal) {
        return Optional.empty();
    }

    /** What a function does that it brings itself; absent where it brings none of this name. */
    Optional<Value> call(Value function, Arguments arguments);

    /** The name that we have for a method of strings, lists and dictionaries: Python's. Empty for one that we do not know. */
    default String method(String name) {
        return name;
    }

    /** What something has under a name that is no method of it; absent where that is as everywhere. */
    default Optional<Value> member(Value object, String name) {
        return Optional.empty();
    }

    /** Whether something is true in a condition; absent where only the run tells. Numbers and empty things differ among languages. */
    default Optional<Boolean> truth(Value value) {
        return Values.truth(value);
    }

    /** What a value looks like in a string; absent where only the run tells. */
    default Optional<String> shown(Value value) {
        return notation().shown(value);
    }

    /**
     * Which refusals of a database a handler catches.
     *
     * @param errors as the handler names them; empty where it names none
     */
    Caught caught(String errors);
}
