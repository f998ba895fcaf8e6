package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/** A node of a syntax tree that is still open. Offsets count from the start of the source. */
record SyntaxNode(TSNode node, SourceText source) {

    /** Its name in the grammar: {@code assignment}. */
    String kind() {
        return node.getType();
    }

    int start() {
        return node.getStartByte();
    }

    int end() {
        return node.getEndByte();
    }

    Span span() {
        return source.span(start(), end());
    }

    /** The source that it was made from. */
    String text() {
        return source.value().substring(start(), end());
    }

    /** Whether something in it is not of the language. */
    boolean hasError() {
        return node.hasError();
    }

    /** Whether it is something that is not of the language, or stands for something that is left out. */
    boolean isError() {
        return node.isError() || node.isMissing();
    }

    /** The child that plays a part: {@code left}. */
    Optional<SyntaxNode> field(String name) {
        TSNode child = node.getChildByFieldName(name);
        return child.isNull() ? Optional.empty() : Optional.of(new SyntaxNode(child, source));
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    /** Its children that mean something: neither punctuation nor comments. */
    List<SyntaxNode> children() {
        return allChildren().stream()
                .filter(child -> child.node.isNamed() && !child.is("comment"))
                .toList();
    }

    Optional<SyntaxNode> firstChild() {
        return children().stream().findFirst();
    }

    List<SyntaxNode> allChildren() {
        List<SyntaxNode> children = new ArrayList<>();
        // Asking for each child by its number walks over all before it.
        try (TSTreeCursor cursor = new TSTreeCursor(node)) {
            for (boolean more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling()) {
                children.add(new SyntaxNode(cursor.currentNode(), source));
            }
        }
        return children;
    }
}
