package dev.migtrue.language.code;

import java.util.Optional;
import org.treesitter.TSParser;
import org.treesitter.TSTree;

/**
 * The syntax tree of a text. It lives outside the Java heap: nodes are good only until it is closed. Each tree has a parser of
 * its own, so that texts may be parsed by several threads at once.
 */
final class Syntax implements AutoCloseable {

    private final SourceText source;
    private final TSParser parser;
    private final TSTree tree;

    private Syntax(SourceText source, TSParser parser, TSTree tree) {
        this.source = source;
        this.parser = parser;
        this.tree = tree;
    }

    static Syntax parse(Grammar grammar, SourceText source) {
        TSParser parser = new TSParser();
        try {
            parser.setLanguage(grammar.language());
            // The binding hands text over in Java's own variant of UTF-8 even where UTF-16 is asked for: only ASCII
            // arrives unharmed.
            return new Syntax(source, parser, parser.parseString(null, source.ascii()));
        } catch (RuntimeException | Error e) {
            parser.close();
            throw e;
        }
    }

    /** The whole module. */
    SyntaxNode root() {
        return new SyntaxNode(tree.getRootNode(), source);
    }

    /** Where the first thing stands that is not of the language, as an offset; absent when all is. */
    Optional<Integer> firstError() {
        SyntaxNode node = root();
        if (!node.hasError()) {
            return Optional.empty();
        }
        while (!node.isError()) {
            Optional<SyntaxNode> next =
                    node.allChildren().stream().filter(SyntaxNode::hasError).findFirst();
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return Optional.of(node.start());
    }

    @Override
    public void close() {
        tree.close();
        parser.close();
    }
}
