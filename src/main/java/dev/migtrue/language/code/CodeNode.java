package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.treesitter.TSTreeCursor;

/**
 * A node of a syntax tree that is read to its end, so that it outlives the parser.
 *
 * @param kind its name in the grammar: {@code assignment}
 * @param field the part it plays in the node above it; empty where it plays none
 * @param isNamed whether it means something, other than punctuation and comments
 * @param start as an offset into the text
 * @param end behind its last character
 * @param parts all that it is made of
 */
public record CodeNode(
        String kind, String field, boolean isNamed, int start, int end, List<CodeNode> parts, String file) {

    public CodeNode {
        parts = List.copyOf(parts);
    }

    /**
     * A Python module; absent when the native parser does not load here.
     *
     * @param unread functions of which nobody wants to know what they do
     */
    public static Optional<CodeNode> ofPython(String text, Set<String> unread) {
        SourceText source = SourceText.of(text);
        Optional<CodeNode> plain = PlainPython.module(source, unread);
        return plain.isPresent() ? plain : parsed(source, unread);
    }

    /** The same by the native parser, which reads any text. */
    static Optional<CodeNode> parsed(SourceText source, Set<String> unread) {
        try (PythonSyntax syntax = PythonSyntax.parse(source);
                TSTreeCursor cursor = new TSTreeCursor(syntax.root().node())) {
            return Optional.of(new CodeCopy(cursor, source.value(), unread).copy());
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    public boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** The source that it was made from. */
    public String text() {
        return file.substring(start, end);
    }

    public Span span() {
        return new SourceText(file).span(start, end);
    }

    /** Its parts that mean something. */
    public List<CodeNode> children() {
        return parts.stream().filter(CodeNode::isNamed).toList();
    }

    /** The first part that plays a role: {@code left}. */
    public Optional<CodeNode> field(String name) {
        return parts.stream().filter(part -> part.field.equals(name)).findFirst();
    }

    /** All parts that play a role. */
    public List<CodeNode> fields(String name) {
        return parts.stream().filter(part -> part.field.equals(name)).toList();
    }

    /** Whether it, or something in it, is of one of these kinds, nested functions apart. */
    public boolean holds(List<String> kinds) {
        return parts.stream()
                .anyMatch(part -> kinds.contains(part.kind)
                        || (!part.is("function_definition") && !part.is("lambda") && part.holds(kinds)));
    }

    /** Two are the same where they stand at the same place. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CodeNode node && node.start == start && node.end == end && node.kind.equals(kind);
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    @Override
    public String toString() {
        return text();
    }
}
