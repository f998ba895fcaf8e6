package dev.migtrue.language.code.javascript;

import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Caught;
import java.util.Map;
import java.util.Optional;

/** JavaScript, and TypeScript. */
public final class Script implements Language {

    public static final Script JAVASCRIPT = new Script("JavaScript", Grammar.JAVASCRIPT);
    public static final Script TYPESCRIPT = new Script("TypeScript", Grammar.TYPESCRIPT);

    /** A function that JavaScript does not have: how many there are of something. */
    static final String COUNT = "#count";

    /** A function that JavaScript does not have: what {@code for (key in object)} runs over. */
    static final String KEYS = "#keys";

    /** The rest of Python's methods mean something else here, or nothing. */
    private static final Map<String, String> METHODS = Map.of(
            "toUpperCase", "upper",
            "toLowerCase", "lower",
            "startsWith", "startswith",
            "endsWith", "endswith",
            "replaceAll", "replace",
            "split", "split",
            "push", "append",
            "add", "add",
            "get", "get");

    private final Notation notation;

    private Script(String name, Grammar grammar) {
        this.notation = new Notation(name, grammar, ScriptTree::put, "true", "false", Optional.empty());
    }

    @Override
    public Notation notation() {
        return notation;
    }

    @Override
    public Optional<Value> call(Value function, Arguments arguments) {
        return ScriptFunctions.call(function, arguments);
    }

    /** An object's entries; of what a database says, what is there, and what a driver hands it over inside of. */
    @Override
    public Optional<Value> member(Value object, String name) {
        return switch (object) {
            case Value.Entries entries -> entries.get(name);
            case Value.Answers answers ->
                Callbacks.isMethod(name) ? Optional.of(new Value.Member(answers, name)) : Optional.empty();
            case Value.Listing listing ->
                listing.form() == Value.Listing.Form.KEYS && !name.equals("hasOwnProperty")
                        ? Optional.of(new Value.Matches(listing, name))
                        : Optional.<Value>of(listing).filter(rows -> name.equals("rows"));
            default -> Optional.empty();
        };
    }

    @Override
    public String method(String method) {
        return METHODS.getOrDefault(method, "");
    }

    /** An empty list is true, and so is an empty object. */
    @Override
    public Optional<Boolean> truth(Value value) {
        return switch (value) {
            case Value.Items items -> Optional.of(true);
            case Value.Entries entries -> Optional.of(true);
            default -> Values.truth(value);
        };
    }

    @Override
    public Optional<String> shown(Value value) {
        return value instanceof Value.Items items
                ? Values.texts(items).map(texts -> String.join(",", texts))
                : notation.shown(value);
    }

    /** A handler is handed every error. */
    @Override
    public Caught caught(String errors) {
        return Caught.ALL;
    }
}
