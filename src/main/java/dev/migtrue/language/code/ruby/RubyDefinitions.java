package dev.migtrue.language.code.ruby;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.List;
import java.util.Map;

/** Classes, modules and methods of Ruby. */
final class RubyDefinitions {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("class", RubyDefinitions::type),
            entry("module", RubyDefinitions::type),
            entry("method", RubyDefinitions::method),
            entry("singleton_method", RubyDefinitions::method),
            entry("alias", Rewording.plain("pass_statement")),
            entry("undef", Rewording.plain("pass_statement")),
            entry(
                    "destructured_parameter",
                    (node, words) -> node.as(
                            "pattern_list",
                            node.children().stream()
                                    .map(part -> parameter(part, words))
                                    .toList())));

    private RubyDefinitions() {}

    private static CodeNode type(CodeNode node, Rewording words) {
        CodeNode body = node.field("body")
                .map(inside -> words.block(inside, RubyBlocks.statements(inside)))
                .orElseGet(() -> Phrases.block(node, List.of()));
        return Phrases.type(
                node,
                node.field("name"),
                node.field("superclass")
                        .flatMap(from -> from.children().stream().findFirst()),
                body);
    }

    private static CodeNode method(CodeNode node, Rewording words) {
        CodeNode body = node.field("body")
                .map(inside -> RubyBlocks.body(inside, words))
                .orElseGet(() -> Phrases.block(node, List.of()));
        return Phrases.function(node, node.field("name").orElse(node), parameters(node, words), body);
    }

    /** What a method, a block or a lambda is handed. */
    static List<CodeNode> parameters(CodeNode node, Rewording words) {
        return node.field("parameters").map(CodeNode::children).orElse(List.of()).stream()
                .map(parameter -> parameter(parameter, words).in(""))
                .toList();
    }

    private static CodeNode parameter(CodeNode node, Rewording words) {
        return switch (node.kind()) {
            case "identifier" -> Phrases.identifier(node);
            case "splat_parameter" -> node.as("list_splat_pattern", List.of());
            case "hash_splat_parameter" -> node.as("dictionary_splat_pattern", List.of());
            case "block_parameter" ->
                node.as(
                        "function_parameter",
                        List.of(Phrases.identifier(node.field("name").orElse(node))
                                .in("name")));
            case "optional_parameter", "keyword_parameter" ->
                node.field("value").isPresent()
                        ? node.as(
                                "default_parameter",
                                List.of(
                                        Phrases.identifier(node.field("name").orElse(node))
                                                .in("name"),
                                        words.part(node, "value")))
                        : Phrases.identifier(node.field("name").orElse(node));
            default -> words.put(node);
        };
    }
}
