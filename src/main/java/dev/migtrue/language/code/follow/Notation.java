package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.Grammar;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a language is written: what all of them are a row of.
 *
 * @param name in messages: {@code Python}
 * @param grammar by which its texts are parsed
 * @param rewording puts a tree of that grammar in our own words
 * @param yes what true looks like in a string
 * @param no what false looks like there
 * @param nothing what the value that is none looks like there; absent where it cannot stand in one
 */
public record Notation(
        String name,
        Grammar grammar,
        UnaryOperator<CodeNode> rewording,
        String yes,
        String no,
        Optional<String> nothing) {

    /**
     * A text as a tree of our own words; absent when the native parser does not load here.
     *
     * @param unread functions of which nobody wants to know what they do
     */
    Optional<CodeNode> tree(String text, Set<String> unread) {
        return CodeNode.of(grammar, text, unread).map(rewording);
    }

    /** What a value looks like in a string; absent where only the run tells. */
    public Optional<String> shown(Value value) {
        return switch (value) {
            case Value.Numeral number -> Optional.of(number.digits());
            case Value.Truth truth -> Optional.of(truth.is() ? yes : no);
            case Value.None none -> nothing;
            default -> Values.text(value);
        };
    }
}
