package dev.migtrue.language.code.ruby;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Statements of Ruby, and the blocks that they make. */
final class RubyBlocks {

    private static final Set<String> HANDLERS = Set.of("rescue", "ensure", "else");

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("while", (node, words) -> repeated(node, words)),
            entry("until", (node, words) -> repeated(node, words)),
            entry(
                    "for",
                    (node, words) -> Phrases.loop(
                            node,
                            Phrases.identifier(node.field("pattern").orElse(node)),
                            node.field("value")
                                    .flatMap(in -> in.children().stream().findFirst())
                                    .map(words::put)
                                    .orElseGet(() -> node.as("ERROR", List.of())),
                            block(node, "body", words))),
            entry("begin", (node, words) -> tried(node, words)),
            entry("rescue_modifier", RubyBlocks::rescued),
            entry("next", Rewording.plain("continue_statement")),
            entry("break", Rewording.plain("break_statement")),
            entry("empty_statement", Rewording.plain("pass_statement")));

    private RubyBlocks() {}

    /** The body of a method or a block: it hands back what its last expression brings. */
    static CodeNode body(CodeNode body, Rewording words) {
        boolean isList = body.is("body_statement") || body.is("block_body") || body.is("do_block") || body.is("block");
        if (!isList) {
            return Phrases.block(body, Phrases.withResult(List.of(Phrases.statement(words.put(body)))));
        }
        CodeNode inside =
                body.is("do_block") || body.is("block") ? body.field("body").orElse(body) : body;
        if (inside.children().stream().anyMatch(part -> HANDLERS.contains(part.kind()))) {
            return Phrases.block(inside, List.of(tried(inside, words)));
        }
        CodeNode block = words.block(inside, statements(inside));
        return Phrases.block(inside, Phrases.withResult(block.parts()));
    }

    /** What stands in a body besides the handlers of errors and the bodies of here documents. */
    static List<CodeNode> statements(CodeNode body) {
        return body.children().stream()
                .filter(part -> !HANDLERS.contains(part.kind()) && !part.is("heredoc_body"))
                .filter(part -> part.field().isEmpty() || !part.field().equals("parameters"))
                .toList();
    }

    static CodeNode block(CodeNode node, String field, Rewording words) {
        return node.field(field)
                .map(inside -> words.block(inside, statements(inside)))
                .orElseGet(() -> Phrases.block(node, List.of()));
    }

    private static CodeNode repeated(CodeNode node, Rewording words) {
        return node.as(
                "while_statement",
                List.of(
                        words.part(node, "condition").in("condition"),
                        block(node, "body", words).in("body")));
    }

    /** What is handed back. */
    static CodeNode left(CodeNode node, Rewording words) {
        List<CodeNode> values = node.children().stream()
                .flatMap(list -> list.children().stream())
                .map(words::put)
                .toList();
        return node.as(
                "return_statement",
                values.size() > 1 ? List.of(node.as("tuple", values).in("")) : values);
    }

    private static CodeNode tried(CodeNode node, Rewording words) {
        List<CodeNode> parts = new ArrayList<>();
        parts.add(words.block(node, statements(node)).in("body"));
        for (CodeNode part : node.children()) {
            switch (part.kind()) {
                case "rescue" -> parts.add(handler(part, words));
                case "ensure" ->
                    parts.add(part.as(
                            "finally_clause",
                            List.of(words.block(part, statements(part)).in("body"))));
                case "else" ->
                    parts.add(part.as(
                            "else_clause",
                            List.of(words.block(part, statements(part)).in("body"))));
                default -> {}
            }
        }
        return node.as("try_statement", parts);
    }

    private static CodeNode handler(CodeNode rescue, Rewording words) {
        List<CodeNode> parts = new ArrayList<>();
        String errors = rescue.field("exceptions").map(CodeNode::text).orElse("");
        parts.add(rescue.saying("identifier", errors).in(""));
        rescue.field("variable")
                .flatMap(variable -> variable.children().stream().findFirst())
                .ifPresent(name -> parts.add(Phrases.identifier(name).in("alias")));
        parts.add(block(rescue, "body", words).in("body"));
        return rescue.as("except_clause", parts);
    }

    /** {@code x rescue y}. */
    private static CodeNode rescued(CodeNode node, Rewording words) {
        CodeNode done = Phrases.statement(words.part(node, "body"));
        CodeNode handled = Phrases.statement(words.part(node, "handler"));
        CodeNode handler = node.as(
                "except_clause",
                List.of(
                        node.saying("identifier", "").in(""),
                        Phrases.block(handled, List.of(handled)).in("body")));
        return node.as(
                "try_statement", List.of(Phrases.block(done, List.of(done)).in("body"), handler.in("")));
    }
}
