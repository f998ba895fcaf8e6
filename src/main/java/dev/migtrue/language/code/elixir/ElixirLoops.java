package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.List;
import java.util.Optional;

/** What Elixir does several times. */
final class ElixirLoops {

    private ElixirLoops() {}

    /** {@code Enum.each(list, fn x -> … end)}. */
    static CodeNode each(CodeNode node, CodeNode list, CodeNode function, Rewording words) {
        CodeNode done = ElixirBlocks.function(function, words);
        List<CodeNode> names = done.field("parameters").map(CodeNode::children).orElse(List.of());
        CodeNode body = done.field("body").orElse(done);
        CodeNode left = names.size() == 1 ? names.getFirst() : node.saying("identifier", "_");
        return Phrases.loop(node, left, ElixirTree.value(list, words), withoutResult(body));
    }

    /** {@code Enum.each(list, &name/1)}. */
    static CodeNode eachBy(CodeNode node, CodeNode list, CodeNode function, Rewording words) {
        CodeNode one = node.saying("identifier", "each one");
        CodeNode call = Phrases.call(function, ElixirTree.value(function, words), List.of(one));
        return Phrases.loop(
                node,
                one,
                ElixirTree.value(list, words),
                Phrases.block(function, List.of(Phrases.statement(call).in(""))));
    }

    /** What a round hands back is nothing to anybody. */
    private static CodeNode withoutResult(CodeNode body) {
        return Phrases.block(
                body,
                body.parts().stream()
                        .map(part -> switch (part.kind()) {
                            case "result_statement" -> part.as("expression_statement", part.parts());
                            case "block" -> withoutResult(part).in(part.field());
                            case "if_statement", "else_clause" ->
                                part.as(part.kind(), withoutResult(part).parts());
                            default -> part;
                        })
                        .toList());
    }

    /** {@code for x <- list, y <- other, is(y), do: …}. */
    static CodeNode comprehension(CodeNode node, Rewording words) {
        CodeNode inside = ElixirBlocks.body(node, "do", words).orElseGet(() -> Phrases.block(node, List.of()));
        for (CodeNode part : ElixirCalls.given(node).reversed()) {
            if (part.is("keywords")) {
                continue;
            }
            boolean isGenerator =
                    part.is("binary_operator") && ElixirOperators.sign(part).equals("<-");
            Optional<CodeNode> left = part.field("left").filter(name -> isGenerator);
            CodeNode around = left.isPresent()
                    ? Phrases.loop(
                            part,
                            ElixirOperators.target(left.get()),
                            part.field("right")
                                    .map(list -> ElixirTree.value(list, words))
                                    .orElseGet(() -> part.as("ERROR", List.of())),
                            inside)
                    : Phrases.choice(part, ElixirTree.value(part, words), inside, Optional.empty());
            inside = Phrases.block(part, List.of(around.in("")));
        }
        return inside.parts().size() == 1 ? inside.parts().getFirst() : inside;
    }
}
