package dev.migtrue.language.code.go;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Caught;
import java.util.Optional;
import java.util.Set;

/** Go, with what its own packages do with strings. */
public final class Go implements Language {

    @Override
    public String name() {
        return "Go";
    }

    @Override
    public Optional<CodeNode> tree(String text, Set<String> unread) {
        return CodeNode.of(Grammar.GO, text, unread).map(GoTree::put);
    }

    @Override
    public Optional<CodeNode> text(CodeNode literal) {
        return Optional.empty();
    }

    @Override
    public Optional<Value> call(Value function, Arguments arguments) {
        return function instanceof Value.Named named ? GoFunctions.call(named.path(), arguments) : Optional.empty();
    }

    @Override
    public String method(String name) {
        return name;
    }

    @Override
    public Optional<String> shown(Value value) {
        return switch (value) {
            case Value.Numeral number -> Optional.of(number.digits());
            case Value.Truth truth -> Optional.of(truth.is() ? "true" : "false");
            default -> Values.text(value);
        };
    }

    /** Errors are not thrown: {@code errors} is what one is asked for, and empty where it is not. */
    @Override
    public Caught caught(String errors) {
        return errors.isBlank() ? Caught.ALL : Caught.OF_DEFINITIONS;
    }
}
