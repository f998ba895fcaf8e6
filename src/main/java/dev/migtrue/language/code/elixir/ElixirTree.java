package dev.migtrue.language.code.elixir;

import static java.util.Map.entry;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.words.Phrases;
import dev.migtrue.language.code.words.Rewording;
import dev.migtrue.language.code.words.Rewording.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tree of Elixir's grammar, put in our own words. */
final class ElixirTree {

    /** Statements that may stand where a value is wanted. */
    private static final Set<String> COMPOUND = Set.of("if_statement", "for_statement", "try_statement", "block");

    private static final Map<String, Way> VALUES = Map.ofEntries(
            entry("integer", (node, words) -> node.saying("integer", node.text().replace("_", ""))),
            entry("float", (node, words) -> node.saying("float", node.text().replace("_", ""))),
            entry("boolean", (node, words) -> node.as(node.text().equals("true") ? "true" : "false", List.of())),
            entry("nil", Rewording.plain("none")),
            entry("identifier", (node, words) -> Phrases.bareWord(node)),
            entry("alias", Rewording.plain("identifier")),
            entry(
                    "atom",
                    (node, words) -> node.as("text", List.of(node.between("piece", node.start() + 1, node.end())))),
            entry("quoted_atom", ElixirText::string),
            entry("string", ElixirText::string),
            entry("charlist", ElixirText::string),
            entry("sigil", ElixirText::sigil),
            entry("char", Rewording.plain("opaque")),
            entry("bitstring", Rewording.plain("opaque")),
            entry("access_call", Rewording.plain("opaque")),
            entry("tuple", (node, words) -> node.as("tuple", values(node.children(), words))),
            entry("list", ElixirTree::list),
            entry("keywords", ElixirTree::dictionary),
            entry("map", ElixirTree::map),
            entry("block", (node, words) -> Phrases.block(node, ElixirBlocks.statements(node.children(), words))),
            entry("anonymous_function", ElixirBlocks::function),
            entry("comment", Rewording.plain("pass_statement")));

    private ElixirTree() {}

    static CodeNode put(CodeNode source) {
        Rewording words =
                Rewording.of(VALUES, ElixirOperators.WAYS, Map.of("call", ElixirCalls::call, "dot", ElixirCalls::dot));
        return source.as("module", ElixirBlocks.statements(source.children(), words));
    }

    /** What a node brings, even if it is a statement elsewhere. */
    static CodeNode value(CodeNode node, Rewording words) {
        CodeNode put = words.put(node);
        return COMPOUND.contains(put.kind()) ? Phrases.value(put).in(put.field()) : put;
    }

    static List<CodeNode> values(List<CodeNode> nodes, Rewording words) {
        return nodes.stream().map(node -> value(node, words).in("")).toList();
    }

    private static CodeNode list(CodeNode node, Rewording words) {
        boolean isOfPairs =
                node.children().size() == 1 && node.children().getFirst().is("keywords");
        return isOfPairs
                ? dictionary(node.children().getFirst(), words).in(node.field())
                : node.as("list", values(node.children(), words));
    }

    static CodeNode dictionary(CodeNode keywords, Rewording words) {
        return keywords.as("dictionary", pairs(keywords, words));
    }

    private static List<CodeNode> pairs(CodeNode keywords, Rewording words) {
        return keywords.children().stream()
                .map(pair -> pair.field("value").isPresent()
                        ? Phrases.pair(
                                pair,
                                Phrases.text(pair, key(pair)),
                                value(pair.field("value").get(), words))
                        : pair.as("ERROR", List.of()))
                .toList();
    }

    /** {@code name: }, without its colon. */
    static String key(CodeNode pair) {
        return pair.field("key")
                .map(CodeNode::text)
                .orElse("")
                .strip()
                .replaceAll(":$", "")
                .replaceAll("^\"|\"$", "");
    }

    private static CodeNode map(CodeNode node, Rewording words) {
        List<CodeNode> all = new ArrayList<>();
        for (CodeNode content : node.children()) {
            if (!content.is("map_content")) {
                return node.as("opaque", List.of());
            }
            for (CodeNode part : content.children()) {
                if (part.is("keywords")) {
                    all.addAll(pairs(part, words));
                } else if (part.is("binary_operator")
                        && ElixirOperators.sign(part).equals("=>")) {
                    all.add(Phrases.pair(part, words.part(part, "left"), words.part(part, "right")));
                } else {
                    return node.as("opaque", List.of());
                }
            }
        }
        return node.as("dictionary", all);
    }
}
