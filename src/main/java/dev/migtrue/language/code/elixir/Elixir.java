package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Caught;
import java.util.Locale;
import java.util.Optional;

/** Elixir, with what its own modules do with strings and lists. */
public final class Elixir implements Language {

    private static final Notation NOTATION =
            new Notation("Elixir", Grammar.ELIXIR, ElixirTree::put, "true", "false", Optional.of(""));

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public Optional<Value> call(Value function, Arguments given) {
        if (!(function instanceof Value.Named named)) {
            return Optional.empty();
        }
        Optional<Value> first = given.get(0, "");
        return switch (named.path()) {
            case "to_string", "Atom.to_string", "String.to_atom", "String.trim", "Integer.to_string" -> first;
            case "String.upcase" -> given.text(0, "").map(text -> new Value.Text(text.toUpperCase(Locale.ROOT)));
            case "String.downcase" -> given.text(0, "").map(text -> new Value.Text(text.toLowerCase(Locale.ROOT)));
            case "Enum.join" ->
                given.texts(0, "")
                        .map(parts ->
                                new Value.Text(String.join(given.text(1, "").orElse(""), parts)));
            case "Enum.empty?" -> first.flatMap(Values::truth).map(is -> new Value.Truth(!is));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Boolean> truth(Value value) {
        return Values.truthBesideNil(value);
    }

    @Override
    public Caught caught(String errors) {
        return errors.isBlank() || errors.contains("Postgrex.Error") || errors.contains("MyXQL.Error")
                ? Caught.ALL
                : Caught.NONE;
    }
}
