package dev.migtrue.language.code.elixir;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls of Elixir, of which most of its statements are made. */
final class ElixirCalls {

    private static final Set<String> SILENT = Set.of("use", "import", "require", "alias", "defstruct", "defdelegate");

    /** Macros of queries, of which the words inside are no calls. */
    private static final Set<String> QUERIES = Set.of(
            "from", "select", "where", "order_by", "group_by", "join", "having", "distinct", "windows", "dynamic");

    private ElixirCalls() {}

    /** What a call hands over, keywords as one. */
    static List<CodeNode> given(CodeNode call) {
        return call.children().stream()
                .filter(part -> part.is("arguments"))
                .flatMap(list -> list.children().stream())
                .toList();
    }

    static CodeNode call(CodeNode node, Rewording words) {
        CodeNode target = node.field("target").orElse(node);
        String name = target.is("identifier") ? target.text() : "";
        if (SILENT.contains(name)) {
            return node.as("pass_statement", List.of());
        }
        return switch (name) {
            case "defmodule" -> ElixirDefinitions.module(node, words);
            case "def", "defp" -> ElixirDefinitions.function(node, words);
            case "defmacro", "defmacrop" -> ElixirDefinitions.macro(node);
            case "if", "unless" -> ElixirChoices.choice(node, name.equals("unless"), words);
            case "case" -> ElixirChoices.cases(node, words);
            case "cond" -> ElixirChoices.conditions(node, words);
            case "for" -> ElixirLoops.comprehension(node, words);
            case "try" -> ElixirChoices.tried(node, words);
            case "raise", "reraise", "throw", "exit" -> node.as("raise_statement", List.of());
            case "quote", "unquote", "with", "receive" -> node.as("unread", List.of());
            default -> plain(node, Optional.empty(), words);
        };
    }

    private static CodeNode plain(CodeNode node, Optional<CodeNode> first, Rewording words) {
        CodeNode target = node.field("target").orElse(node);
        List<CodeNode> all = new ArrayList<>();
        first.ifPresent(all::add);
        all.addAll(given(node));
        if (target.is("identifier") && QUERIES.contains(target.text()) && !all.isEmpty()) {
            return node.as("opaque", List.of());
        }
        boolean isEach = target.text().equals("Enum.each") && all.size() == 2;
        if (isEach) {
            return all.get(1).is("anonymous_function")
                    ? ElixirLoops.each(node, all.getFirst(), all.get(1), words)
                    : ElixirLoops.eachBy(node, all.getFirst(), all.get(1), words);
        }
        // Of a value a part is taken, where nothing is handed over.
        boolean isPart = target.is("dot") && node.children().stream().noneMatch(part -> part.is("arguments"));
        return isPart
                ? dot(target, words).in(node.field())
                : Phrases.call(node, function(target, words), arguments(node, all, words));
    }

    private static CodeNode function(CodeNode target, Rewording words) {
        return target.is("identifier") ? Phrases.identifier(target) : words.put(target);
    }

    static CodeNode dot(CodeNode node, Rewording words) {
        return node.field("right").isPresent()
                ? Phrases.attribute(
                        node, words.part(node, "left"), node.field("right").get())
                : words.part(node, "left");
    }

    private static List<CodeNode> arguments(CodeNode call, List<CodeNode> given, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        for (CodeNode part : given) {
            if (part.is("keywords")) {
                part.children().forEach(pair -> all.add(keyword(pair, words)));
            } else {
                all.add(ElixirTree.value(part, words));
            }
        }
        call.children().stream()
                .filter(part -> part.is("do_block"))
                .map(block -> Phrases.keyword(
                        block,
                        "do",
                        Phrases.lambda(
                                block,
                                List.of(),
                                Phrases.block(block, ElixirBlocks.statements(block.children(), words)))))
                .forEach(all::add);
        return all;
    }

    private static CodeNode keyword(CodeNode pair, Rewording words) {
        return pair.field("value")
                .map(value -> Phrases.keyword(pair, ElixirTree.key(pair), ElixirTree.value(value, words)))
                .orElseGet(() -> pair.as("ERROR", List.of()));
    }

    /** A call that is handed something first. */
    static CodeNode behind(CodeNode at, CodeNode first, CodeNode call, Rewording words) {
        if (!call.is("call")) {
            return Phrases.call(at, words.put(call), List.of(ElixirTree.value(first, words)));
        }
        CodeNode put = plain(call, Optional.of(first), words);
        return at.as(put.kind(), put.parts());
    }
}
