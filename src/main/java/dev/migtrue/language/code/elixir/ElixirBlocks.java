package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Blocks of Elixir, and the functions that they make. */
final class ElixirBlocks {

    private static final Set<String> CLAUSES =
            Set.of("else_block", "rescue_block", "after_block", "catch_block", "stab_clause");

    private ElixirBlocks() {}

    /** Statements one behind the other, those of blocks inside among them. */
    static List<CodeNode> statements(List<CodeNode> nodes, Rewording words) {
        return nodes.stream()
                .filter(node -> !CLAUSES.contains(node.kind()))
                .map(words::put)
                .flatMap(ElixirBlocks::flattened)
                .toList();
    }

    private static Stream<CodeNode> flattened(CodeNode node) {
        return node.is("block")
                ? node.parts().stream().flatMap(ElixirBlocks::flattened)
                : Stream.of(Phrases.statement(node).in(""));
    }

    /** What stands behind {@code do}, in a block or under its name; absent where there is none. */
    static Optional<CodeNode> body(CodeNode call, String name, Rewording words) {
        Optional<CodeNode> written = call.children().stream()
                .filter(part -> part.is("do_block"))
                .findFirst()
                .flatMap(block -> name.equals("do")
                        ? Optional.of(block)
                        : block.children().stream()
                                .filter(part -> part.is(name + "_block"))
                                .findFirst());
        return written.map(block -> Phrases.block(block, statements(block.children(), words)))
                .or(() -> keyword(call, name).map(value -> Phrases.block(value, statements(List.of(value), words))));
    }

    /** What is handed over under a name. */
    private static Optional<CodeNode> keyword(CodeNode call, String name) {
        return ElixirCalls.given(call).stream()
                .filter(part -> part.is("keywords"))
                .flatMap(part -> part.children().stream())
                .filter(pair -> ElixirTree.key(pair).equals(name))
                .flatMap(pair -> pair.field("value").stream())
                .findFirst();
    }

    /** {@code fn a, b -> … end}; one that has several forms is not followed. */
    static CodeNode function(CodeNode node, Rewording words) {
        List<CodeNode> clauses = node.children();
        if (clauses.size() != 1 || !clauses.getFirst().is("stab_clause")) {
            return Phrases.lambda(node, List.of(), Phrases.block(node, List.of(node.as("unread", List.of()))));
        }
        CodeNode clause = clauses.getFirst();
        List<CodeNode> parameters = clause.field("left").map(CodeNode::children).orElse(List.of()).stream()
                .map(ElixirOperators::target)
                .toList();
        CodeNode body = clause.field("right")
                .map(inside -> Phrases.block(inside, Phrases.withResult(statements(inside.children(), words))))
                .orElseGet(() -> Phrases.block(clause, List.of()));
        return Phrases.lambda(node, parameters, body);
    }
}
