package dev.migtrue.language.code.go;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements of Go, and the blocks that they make. */
final class GoBlocks {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("expression_statement", GoBlocks::expression),
            entry("return_statement", GoBlocks::returned),
            entry("block", (node, words) -> Phrases.block(node, statements(node.children(), words))),
            entry("statement_list", (node, words) -> Phrases.block(node, statements(node.children(), words))),
            entry("for_statement", GoBlocks::loop),
            entry("continue_statement", Rewording.plain("continue_statement")),
            entry("break_statement", Rewording.plain("break_statement")),
            entry("empty_statement", Rewording.plain("pass_statement")),
            entry("inc_statement", Rewording.plain("pass_statement")),
            entry("dec_statement", Rewording.plain("pass_statement")),
            entry("defer_statement", Rewording.plain("pass_statement")),
            entry("comment", Rewording.plain("pass_statement")));

    private GoBlocks() {}

    static CodeNode block(CodeNode node, String field, Rewording words) {
        return node.field(field)
                .map(inside -> Phrases.block(inside, statements(inside.children(), words)))
                .orElseGet(() -> Phrases.block(node, List.of()));
    }

    /** Statements one behind the other, those of blocks inside among them. */
    static List<CodeNode> statements(List<CodeNode> nodes, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        List<CodeNode> flat = nodes.stream()
                .flatMap(node -> node.is("statement_list") ? node.children().stream() : Stream.of(node))
                .toList();
        for (int i = 0; i < flat.size(); i++) {
            Optional<CodeNode> next =
                    Optional.of(flat.get(Math.min(i + 1, flat.size() - 1))).filter(GoErrors::isAnswer);
            CodeNode put = words.put(flat.get(i));
            Optional<CodeNode> tried = GoErrors.tried(flat.get(i), put, next, words);
            all.addAll(flattened(tried.orElse(put)));
            // The answer to an error is part of what was tried.
            i += tried.isPresent() && next.isPresent() ? 1 : 0;
        }
        return all;
    }

    private static List<CodeNode> flattened(CodeNode node) {
        return node.is("block")
                ? node.parts().stream()
                        .flatMap(part -> flattened(part).stream())
                        .toList()
                : List.of(Phrases.statement(node).in(""));
    }

    private static CodeNode expression(CodeNode node, Rewording words) {
        Optional<CodeNode> inside = node.children().stream().findFirst();
        if (inside.isEmpty()) {
            return node.as("pass_statement", List.of());
        }
        if (isPanic(inside.get())) {
            return node.as("raise_statement", List.of());
        }
        return GoScans.of(node, inside.get(), words).orElseGet(() -> Phrases.statement(words.put(inside.get())));
    }

    private static boolean isPanic(CodeNode call) {
        return call.field("function")
                .map(CodeNode::text)
                .filter(name -> name.equals("panic") || name.matches("log\\.(?:Fatal|Panic)\\w*|os\\.Exit"))
                .isPresent();
    }

    private static CodeNode returned(CodeNode node, Rewording words) {
        List<CodeNode> values = node.children().stream()
                .flatMap(list -> list.is("expression_list") ? list.children().stream() : Stream.of(list))
                .toList();
        Optional<CodeNode> scanned = values.size() == 1 ? GoScans.of(node, values.getFirst(), words) : Optional.empty();
        if (scanned.isPresent()) {
            List<CodeNode> all = new ArrayList<>(scanned.get().parts());
            all.add(node.as("return_statement", List.of()));
            return Phrases.block(node, all);
        }
        List<CodeNode> put = words.all(values);
        return node.as(
                "return_statement",
                put.size() > 1
                        ? List.of(node.as("tuple", put).in(""))
                        : put.stream().map(one -> one.in("")).toList());
    }

    private static CodeNode loop(CodeNode node, Rewording words) {
        CodeNode body = block(node, "body", words);
        Optional<CodeNode> head = node.children().stream()
                .filter(part -> !part.field().equals("body"))
                .findFirst();
        if (head.isEmpty()) {
            return repeated(node, node.as("true", List.of()), body);
        }
        return switch (head.get().kind()) {
            case "range_clause" -> range(node, head.get(), body, words);
            case "for_clause" ->
                repeated(
                        node,
                        head.get().field("condition").map(words::put).orElseGet(() -> node.as("true", List.of())),
                        body);
            default ->
                rows(head.get())
                        .map(rows -> Phrases.loop(node, words.put(rows), words.put(rows), body))
                        .orElseGet(() -> repeated(node, words.put(head.get()), body));
        };
    }

    private static CodeNode repeated(CodeNode node, CodeNode condition, CodeNode body) {
        return node.as("while_statement", List.of(condition.in("condition"), body.in("body")));
    }

    /** {@code for rows.Next()}. */
    private static Optional<CodeNode> rows(CodeNode condition) {
        return condition
                .field("function")
                .filter(function -> function.field("field")
                        .filter(name -> name.text().equals("Next"))
                        .isPresent())
                .flatMap(function -> function.field("operand"));
    }

    /** With what stands before each element: its number, or what it stands under. */
    private static CodeNode range(CodeNode node, CodeNode clause, CodeNode body, Rewording words) {
        List<CodeNode> names = new ArrayList<>(clause.field("left").map(CodeNode::children).orElse(List.of()).stream()
                .map(words::put)
                .map(name -> name.in(""))
                .toList());
        if (names.size() < 2) {
            names.add(node.saying("identifier", "_").in(""));
        }
        CodeNode each =
                Phrases.call(clause, clause.saying("identifier", "range"), List.of(words.part(clause, "right")));
        return Phrases.loop(node, node.as("pattern_list", names), each, body);
    }
}
