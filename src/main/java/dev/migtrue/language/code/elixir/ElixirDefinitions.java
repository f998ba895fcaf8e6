package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Modules and functions of Elixir. */
final class ElixirDefinitions {

    private ElixirDefinitions() {}

    /** What a module uses stands for what it is made from. */
    static CodeNode module(CodeNode node, Rewording words) {
        Optional<CodeNode> name = ElixirCalls.given(node).stream().findFirst();
        CodeNode body = ElixirBlocks.body(node, "do", words).orElseGet(() -> Phrases.block(node, List.of()));
        Optional<CodeNode> used = node.children().stream()
                .filter(part -> part.is("do_block"))
                .flatMap(block -> block.children().stream())
                .filter(part -> part.field("target")
                        .filter(target -> target.text().equals("use"))
                        .isPresent())
                .flatMap(part -> ElixirCalls.given(part).stream())
                .filter(part -> part.text().contains("Migration"))
                .findFirst();
        return Phrases.type(node, name, used, Phrases.block(body, once(body.parts())));
    }

    /** A function that has several forms is not followed: which one is meant, the run tells. */
    private static List<CodeNode> once(List<CodeNode> parts) {
        Set<String> seen = new HashSet<>();
        Set<String> several = new HashSet<>();
        for (CodeNode part : parts) {
            if (part.is("function_definition") && !seen.add(name(part))) {
                several.add(name(part));
            }
        }
        return parts.stream()
                .map(part -> part.is("function_definition") && several.contains(name(part)) ? unread(part) : part)
                .toList();
    }

    private static String name(CodeNode function) {
        return function.field("name").map(CodeNode::text).orElse("");
    }

    private static CodeNode unread(CodeNode function) {
        return Phrases.function(
                function,
                function.field("name").orElse(function),
                List.of(function.saying("list_splat_pattern", "*_")),
                Phrases.block(function, List.of(function.as("unread", List.of()))));
    }

    static CodeNode macro(CodeNode node) {
        CodeNode head = head(node);
        return unread(
                Phrases.function(node, head.field("target").orElse(head), List.of(), Phrases.block(node, List.of())));
    }

    /** What is defined, without the conditions behind it: {@code name(a, b)}, or a bare name. */
    private static CodeNode head(CodeNode node) {
        CodeNode head = ElixirCalls.given(node).stream().findFirst().orElse(node);
        return head.is("binary_operator") ? head.field("left").orElse(head) : head;
    }

    static CodeNode function(CodeNode node, Rewording words) {
        CodeNode head = head(node);
        CodeNode body = ElixirBlocks.body(node, "do", words)
                .map(block -> Phrases.block(block, Phrases.withResult(block.parts())))
                .orElseGet(() -> Phrases.block(node, List.of()));
        List<CodeNode> parameters = ElixirCalls.given(head).stream()
                .map(part -> parameter(part, words))
                .toList();
        return Phrases.function(node, head.field("target").orElse(head), parameters, body);
    }

    private static CodeNode parameter(CodeNode part, Rewording words) {
        boolean isOptional =
                part.is("binary_operator") && ElixirOperators.sign(part).equals("\\\\");
        return isOptional
                ? part.as(
                        "default_parameter",
                        List.of(
                                part.field("left")
                                        .map(Phrases::identifier)
                                        .orElse(part)
                                        .in("name"),
                                words.part(part, "right").in("value")))
                : ElixirOperators.target(part);
    }
}
