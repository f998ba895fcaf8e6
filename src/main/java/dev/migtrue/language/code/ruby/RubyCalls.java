package dev.migtrue.language.code.ruby;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of Ruby: with a receiver or without, with a block or without. */
final class RubyCalls {

    static final Map<String, Way> WAYS = Map.ofEntries(
            entry("call", RubyCalls::call),
            entry(
                    "yield",
                    (node, words) -> Phrases.call(node, node.saying("identifier", "do"), arguments(node, words))),
            entry("splat_argument", Rewording.as("list_splat")),
            entry("hash_splat_argument", Rewording.as("dictionary_splat")),
            entry("block", RubyCalls::block),
            entry("do_block", RubyCalls::block),
            entry(
                    "lambda",
                    (node, words) -> node.field("body")
                            .map(body -> Phrases.lambda(
                                    node, RubyDefinitions.parameters(node, words), RubyBlocks.body(body, words)))
                            .orElseGet(() -> node.as("opaque", List.of()))),
            entry("super", Rewording.plain("opaque")));

    private static final Set<String> RAISING = Set.of("raise", "fail");

    /** Methods that change nothing of what a string or a list means to us. */
    private static final Set<String> SAME = Set.of(
            "freeze",
            "dup",
            "clone",
            "to_s",
            "to_sym",
            "to_a",
            "squish",
            "strip_heredoc",
            "chomp",
            "html_safe",
            "to_str");

    /** Whether there is something. */
    private static final Set<String> ANY = Set.of("any?", "present?", "exists?", "exist?", "presence");

    /** Whether there is nothing. */
    private static final Set<String> NONE = Set.of("nil?", "blank?", "empty?", "none?", "zero?");

    /** Calls whose block is done for one element after the other. */
    static final Set<String> LOOPS = Set.of("each", "each_with_index", "each_pair");

    private RubyCalls() {}

    /** A name by itself: of a value, or of a method that takes nothing. In a handler {@code raise} alone hands the error on. */
    static CodeNode bareWord(CodeNode name) {
        return RAISING.contains(name.text()) ? name.as("raise_statement", List.of()) : Phrases.bareWord(name);
    }

    private static CodeNode call(CodeNode node, Rewording words) {
        Optional<CodeNode> receiver = node.field("receiver");
        Optional<CodeNode> method = node.field("method");
        Optional<CodeNode> block = node.field("block");
        if (method.isEmpty() || method.get().is("super")) {
            // What a migration is made from does nothing of its own.
            return node.as(method.isEmpty() ? "unread" : "opaque", List.of());
        }
        String name = method.get().text();
        if (receiver.isPresent()
                && SAME.contains(name)
                && node.field("arguments").isEmpty()) {
            return words.put(receiver.get());
        }
        if (receiver.isPresent() && block.isEmpty() && node.field("arguments").isEmpty()) {
            if (ANY.contains(name)) {
                return words.put(receiver.get());
            }
            if (NONE.contains(name)) {
                return Phrases.not(node, words.put(receiver.get()));
            }
        }
        if (receiver.isPresent() && block.isPresent() && LOOPS.contains(name)) {
            CodeNode over = words.put(receiver.get());
            return loop(node, rounds(node, name, over, block.get(), words), block.get(), words);
        }
        if (receiver.isEmpty() && RAISING.contains(name)) {
            return node.as("raise_statement", List.of());
        }
        CodeNode function = receiver.map(object -> Phrases.attribute(node, words.put(object), method.get()))
                .orElseGet(() -> Phrases.identifier(method.get()));
        List<CodeNode> arguments = new ArrayList<>(
                node.field("arguments").map(list -> arguments(list, words)).orElse(List.of()));
        block.ifPresent(handed -> arguments.add(Phrases.keyword(handed, "do", words.put(handed))));
        return Phrases.call(node, function, arguments);
    }

    /** With a number behind each, or with what stands under each. */
    private static CodeNode rounds(CodeNode node, String name, CodeNode over, CodeNode block, Rewording words) {
        boolean isOfPairs = RubyDefinitions.parameters(block, words).size() == 2;
        String method = name.equals("each_with_index") ? name : "each_pair";
        return isOfPairs
                ? Phrases.call(node, Phrases.attribute(node, over, node.saying("identifier", method)), List.of())
                : over;
    }

    private static CodeNode loop(CodeNode node, CodeNode over, CodeNode block, Rewording words) {
        List<CodeNode> names = RubyDefinitions.parameters(block, words);
        CodeNode left = names.size() == 1 ? names.getFirst() : node.as("pattern_list", names);
        CodeNode body = block.field("body")
                .map(inside -> words.block(inside, RubyBlocks.statements(inside)))
                .orElseGet(() -> Phrases.block(block, List.of()));
        return Phrases.loop(node, left, over, body);
    }

    private static CodeNode block(CodeNode node, Rewording words) {
        CodeNode body = node.field("body")
                .map(inside -> RubyBlocks.body(inside, words))
                .orElseGet(() -> Phrases.block(node, List.of()));
        return Phrases.lambda(node, RubyDefinitions.parameters(node, words), body);
    }

    private static List<CodeNode> arguments(CodeNode list, Rewording words) {
        return list.children().stream().map(part -> argument(part, words)).toList();
    }

    private static CodeNode argument(CodeNode part, Rewording words) {
        return switch (part.kind()) {
            case "pair" ->
                part.field("key")
                        .flatMap(RubyCalls::name)
                        .map(name -> Phrases.keyword(part, name, words.part(part, "value")))
                        .orElseGet(() -> part.as("dictionary", List.of(words.put(part))));
            case "block_argument" ->
                part.children().stream()
                        .findFirst()
                        .map(given -> Phrases.keyword(part, "do", words.put(given)))
                        .orElseGet(() -> part.as("opaque", List.of()));
            default -> words.put(part);
        };
    }

    /** The word that a symbol or a string without anything filled in says. */
    private static Optional<String> name(CodeNode key) {
        return switch (key.kind()) {
            case "hash_key_symbol" -> Optional.of(key.text());
            case "simple_symbol" -> Optional.of(key.text().substring(1));
            case "string" ->
                key.children().size() == 1
                        ? Optional.of(key.children().getFirst())
                                .filter(part -> part.is("string_content"))
                                .map(CodeNode::text)
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
