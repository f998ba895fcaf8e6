package dev.migtrue.language.code.csharp;

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

/** Statements of C#, and the blocks that they make. */
final class CSharpBlocks {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("block", (node, words) -> Phrases.block(node, statements(node.children(), words))),
            entry("global_statement", (node, words) -> Phrases.block(node, statements(node.children(), words))),
            entry("expression_statement", CSharpBlocks::expression),
            entry("local_declaration_statement", (node, words) -> Phrases.block(node, words.all(node.children()))),
            entry("variable_declaration", CSharpBlocks::declared),
            entry("implicit_type", Rewording.plain("pass_statement")),
            entry("modifier", Rewording.plain("pass_statement")),
            entry("return_statement", (node, words) -> node.as("return_statement", words.all(node.children()))),
            entry("throw_statement", Rewording.plain("raise_statement")),
            entry("throw_expression", Rewording.plain("opaque")),
            entry("break_statement", Rewording.plain("break_statement")),
            entry("continue_statement", Rewording.plain("continue_statement")),
            entry("empty_statement", Rewording.plain("pass_statement")),
            entry("comment", Rewording.plain("pass_statement")),
            entry(
                    "foreach_statement",
                    (node, words) -> Phrases.loop(
                            node, words.part(node, "left"), words.part(node, "right"), block(node, "body", words))),
            entry("for_statement", (node, words) -> repeated(node, words)),
            entry("while_statement", (node, words) -> repeated(node, words)),
            entry("do_statement", (node, words) -> repeated(node, words)),
            entry("using_statement", CSharpBlocks::used),
            entry("lock_statement", CSharpBlocks::used),
            entry("checked_statement", CSharpBlocks::used),
            entry("try_statement", CSharpBlocks::tried));

    private CSharpBlocks() {}

    /** Statements one behind the other, those of blocks inside among them. */
    static List<CodeNode> statements(List<CodeNode> nodes, Rewording words) {
        return nodes.stream().map(words::put).flatMap(CSharpBlocks::flattened).toList();
    }

    private static Stream<CodeNode> flattened(CodeNode node) {
        return node.is("block")
                ? node.parts().stream().flatMap(CSharpBlocks::flattened)
                : Stream.of(Phrases.statement(node).in(""));
    }

    /** A block, or the one statement that stands in its place. */
    static CodeNode block(CodeNode node, String field, Rewording words) {
        return node.field(field)
                .map(inside -> Phrases.block(
                        inside, statements(inside.is("block") ? inside.children() : List.of(inside), words)))
                .orElseGet(() -> Phrases.block(node, List.of()));
    }

    private static CodeNode expression(CodeNode node, Rewording words) {
        return node.children().stream()
                .findFirst()
                .map(inside -> Phrases.statement(words.put(inside)))
                .orElseGet(() -> node.as("pass_statement", List.of()));
    }

    /** {@code var a = 1, b}: what is given nothing is set to nothing. */
    static CodeNode declared(CodeNode node, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        for (CodeNode part : node.children()) {
            if (part.is("variable_declarator")) {
                Optional<CodeNode> value = part.children().stream()
                        .filter(child -> !child.field().equals("name"))
                        .reduce((first, second) -> second);
                value.ifPresent(given -> all.add(Phrases.statement(Phrases.assignment(
                        part, Phrases.identifier(part.field("name").orElse(part)), words.put(given)))));
            }
        }
        return Phrases.block(node, all);
    }

    private static CodeNode repeated(CodeNode node, Rewording words) {
        CodeNode condition = node.field("condition").map(words::put).orElseGet(() -> node.as("true", List.of()));
        return node.as(
                "while_statement",
                List.of(condition.in("condition"), block(node, "body", words).in("body")));
    }

    private static CodeNode used(CodeNode node, Rewording words) {
        List<CodeNode> all = new ArrayList<>(statements(
                node.children().stream()
                        .filter(part -> part.is("variable_declaration"))
                        .toList(),
                words));
        node.children().stream()
                .filter(part -> part.is("block"))
                .forEach(inside -> all.addAll(statements(inside.children(), words)));
        return Phrases.block(node, all);
    }

    private static CodeNode tried(CodeNode node, Rewording words) {
        List<CodeNode> parts = new ArrayList<>();
        parts.add(block(node, "body", words).in("body"));
        for (CodeNode part : node.children()) {
            if (part.is("catch_clause")) {
                String errors = part.children().stream()
                        .filter(child -> child.is("catch_declaration"))
                        .flatMap(child -> child.field("type").stream())
                        .map(CodeNode::text)
                        .findFirst()
                        .orElse("");
                parts.add(part.as(
                        "except_clause",
                        List.of(
                                part.saying("identifier", errors).in(""),
                                block(part, "body", words).in("body"))));
            } else if (part.is("finally_clause")) {
                CodeNode last = Phrases.block(part, statements(part.children(), words));
                parts.add(part.as("finally_clause", List.of(last.in("body"))));
            }
        }
        return node.as("try_statement", parts);
    }
}
