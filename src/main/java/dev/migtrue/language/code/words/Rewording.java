package dev.migtrue.language.code.words;

import dev.migtrue.language.code.CodeNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a tree as its grammar has it in our own words ({@link Words}). What no way is known for becomes {@code unread}.
 *
 * @param ways how a node of each kind is put
 */
public record Rewording(Map<String, Way> ways) {

    private static final String ERROR = "ERROR";

    /** How nodes of a kind are put. */
    @FunctionalInterface
    public interface Way {
        /**
         * The node in our words.
         *
         * @param rewording for what the node is made of
         */
        CodeNode put(CodeNode node, Rewording rewording);
    }

    public Rewording {
        ways = Map.copyOf(ways);
    }

    /** Several tables as one; where two know a kind, the later one. */
    @SafeVarargs
    public static Rewording of(Map<String, Way>... tables) {
        Map<String, Way> all = new HashMap<>();
        for (Map<String, Way> table : tables) {
            all.putAll(table);
        }
        return new Rewording(all);
    }

    /** The way of a kind that has the same parts in both vocabularies. */
    public static Way as(String kind) {
        return (node, rewording) -> node.as(kind, rewording.all(node.children()));
    }

    /** The way of a kind of which the parts mean nothing to us. */
    public static Way plain(String kind) {
        return (node, rewording) -> node.as(kind, List.of());
    }

    /** One node, in the place of the other. What is not of the language in it is not passed over: without a place of its own, it is the whole. */
    public CodeNode put(CodeNode node) {
        Way way = ways.get(node.kind());
        if (way == null) {
            return node.as(node.is(ERROR) ? ERROR : "unread", List.of());
        }
        CodeNode put = way.put(node, this).in(node.field());
        boolean isLost = node.parts().stream().anyMatch(part -> part.is(ERROR) && !holds(put, part));
        return isLost ? node.as(ERROR, List.of()) : put;
    }

    private static boolean holds(CodeNode put, CodeNode error) {
        return put.parts().stream().anyMatch(part -> part.equals(error) || holds(part, error));
    }

    /** The way of what stands only around another: the other. */
    public static CodeNode first(CodeNode node, Rewording words) {
        return node.children().stream().findFirst().map(words::put).orElseGet(() -> node.as(ERROR, List.of()));
    }

    /** Several nodes, one for one. */
    public List<CodeNode> all(List<CodeNode> nodes) {
        return nodes.stream().map(this::put).toList();
    }

    /** A part of a node; what a broken text leaves out is an {@code ERROR}. */
    public CodeNode part(CodeNode node, String field) {
        return node.field(field).map(this::put).orElseGet(() -> node.as(ERROR, List.of()));
    }

    /** Nodes that stand for themselves, as one block. */
    public CodeNode block(CodeNode at, List<CodeNode> nodes) {
        return Phrases.block(
                at, nodes.stream().map(this::put).map(Phrases::statement).toList());
    }
}
