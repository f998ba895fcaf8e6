package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * @param said what it says, where that is not what the file has at its place: an operator that another language writes in another way, a text
 *     with escapes; absent where it is
 */
public record CodeNode(
        String kind,
        String field,
        boolean isNamed,
        int start,
        int end,
        List<CodeNode> parts,
        SourceText source,
        Optional<String> said) {

    public CodeNode {
        parts = List.copyOf(parts);
    }

    /** One that says what the file has at its place. */
    public CodeNode(
            String kind, String field, boolean isNamed, int start, int end, List<CodeNode> parts, SourceText source) {
        this(kind, field, isNamed, start, end, parts, source, Optional.empty());
    }

    /**
     * A text as its grammar has it; absent when the native parser does not load here.
     *
     * @param unread functions of which nobody wants to know what they do
     */
    public static Optional<CodeNode> of(Grammar grammar, String text, Set<String> unread) {
        SourceText source = SourceText.of(text);
        Optional<CodeNode> plain = grammar == Grammar.PYTHON ? PlainPython.module(source, unread) : Optional.empty();
        return plain.isPresent() ? plain : parsed(grammar, source, unread);
    }

    /** The same by the native parser, which reads any text. */
    static Optional<CodeNode> parsed(Grammar grammar, SourceText source, Set<String> unread) {
        try (Syntax syntax = Syntax.parse(grammar, source);
                TSTreeCursor cursor = new TSTreeCursor(syntax.root().node())) {
            return Optional.of(new CodeCopy(cursor, source, unread).copy());
        } catch (LinkageError e) {
            return Optional.empty();
        }
    }

    public boolean is(String wanted) {
        return kind.equals(wanted);
    }

    /** What it says: mostly the source that it was made from. */
    public String text() {
        return said.orElseGet(() -> source.value().substring(start, end));
    }

    /** The same at the same place, as another kind and made of other parts. */
    public CodeNode as(String other, List<CodeNode> made) {
        return new CodeNode(other, field, true, start, end, made, source);
    }

    /** The same, playing another part in the node above it. */
    public CodeNode in(String part) {
        return new CodeNode(kind, part, isNamed, start, end, parts, source, said);
    }

    /** Something at the same place that has no parts and says this. */
    public CodeNode saying(String other, String words) {
        return new CodeNode(other, field, true, start, end, List.of(), source, Optional.of(words));
    }

    /** Another kind of thing without parts, between two offsets of the same file. */
    public CodeNode between(String other, int from, int to) {
        return new CodeNode(other, "", true, from, to, List.of(), source);
    }

    public Span span() {
        return source.span(start, end);
    }

    /** The whole text that it was made from. */
    public String file() {
        return source.value();
    }

    /** Its parts that mean something. */
    public List<CodeNode> children() {
        return having(CodeNode::isNamed);
    }

    /** The first part that plays a role: {@code left}; absent where none does. */
    public Optional<CodeNode> field(String name) {
        for (CodeNode part : parts) {
            if (part.field.equals(name)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** All parts that play a role. */
    public List<CodeNode> fields(String name) {
        return having(part -> part.field.equals(name));
    }

    private List<CodeNode> having(Predicate<CodeNode> wanted) {
        List<CodeNode> found = new ArrayList<>(parts.size());
        for (CodeNode part : parts) {
            if (wanted.test(part)) {
                found.add(part);
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Whether it, or something in it, is of one of these kinds, nested functions apart. */
    public boolean holds(List<String> kinds) {
        for (CodeNode part : parts) {
            boolean isInside = !part.is("function_definition") && !part.is("lambda");
            if (kinds.contains(part.kind) || (isInside && part.holds(kinds))) {
                return true;
            }
        }
        return false;
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
