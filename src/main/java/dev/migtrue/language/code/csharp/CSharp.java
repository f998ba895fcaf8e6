package dev.migtrue.language.code.csharp;

import dev.migtrue.language.code.Grammar;
import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Language;
import dev.migtrue.language.code.follow.Notation;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.code.follow.Values;
import dev.migtrue.language.sql.program.Caught;
import java.util.Map;
import java.util.Optional;

/** C#, with what it does itself with strings. */
public final class CSharp implements Language {

    private static final Notation NOTATION =
            new Notation("C#", Grammar.C_SHARP, CSharpTree::put, "True", "False", Optional.of(""));

    private static final Map<String, String> METHODS = Map.of(
            "ToUpper", "upper",
            "ToUpperInvariant", "upper",
            "ToLower", "lower",
            "ToLowerInvariant", "lower",
            "Trim", "strip",
            "Replace", "replace",
            "StartsWith", "startswith",
            "EndsWith", "endswith",
            "Add", "append");

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public Optional<Value> call(Value function, Arguments given) {
        return switch (function) {
            case Value.Member member -> contained(member, given);
            case Value.Named named ->
                switch (named.path()) {
                    case "nameof" -> given.get(0, "").map(value -> new Value.Text(Values.lastName(value)));
                    case "string.Join", "String.Join" -> joined(given);
                    default -> named.path().startsWith("Console.") ? Optional.of(new Value.None()) : Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<Value> contained(Value.Member member, Arguments given) {
        boolean isAsked = member.name().equals("Contains") || member.name().equals("Equals");
        return Values.text(member.of())
                .filter(text -> isAsked)
                .flatMap(text -> given.text(0, "")
                        .map(part -> new Value.Truth(
                                member.name().equals("Equals") ? text.equals(part) : text.contains(part))));
    }

    private static Optional<Value> joined(Arguments given) {
        return given.text(0, "")
                .flatMap(sign -> given.texts(1, "").map(parts -> new Value.Text(String.join(sign, parts))));
    }

    @Override
    public String method(String name) {
        return METHODS.getOrDefault(name, name);
    }

    /** What is put together by a builder is refused only when all of it is run, long after. */
    @Override
    public Caught caught(String errors) {
        return Caught.NONE;
    }
}
