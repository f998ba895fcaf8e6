package dev.migtrue.language.code.go;

import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.program.Caught;
import java.util.Optional;

/** Go, with what its own packages do with strings. */
public final class Go implements Language {

    private static final Notation NOTATION =
            new Notation("Go", Grammar.GO, GoTree::put, "true", "false", Optional.empty());

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public Optional<Value> call(Value function, Arguments arguments) {
        return function instanceof Value.Named named ? GoFunctions.call(named.path(), arguments) : Optional.empty();
    }

    /** Errors are not thrown: {@code errors} is what one is asked for, and empty where it is not. */
    @Override
    public Caught caught(String errors) {
        return errors.isBlank() ? Caught.ALL : Caught.OF_DEFINITIONS;
    }
}
