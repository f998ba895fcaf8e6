package dev.migtrue.language.code;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The tokens of a plain text one after the other, and the nodes that are made of them. A comment is part of the smallest node that goes on behind it. */
final class PlainParts {

    private static final PlainToken NONE = new PlainToken(Kind.END, "", 0, 0);

    private final String text;
    private final SourceText source;
    private final List<PlainToken> tokens;
    private int at;
    private int behind;

    PlainParts(String text, SourceText source, List<PlainToken> tokens) {
        this.text = text;
        this.source = source;
        this.tokens = tokens;
        skipComments();
    }

    SourceText source() {
        return source;
    }

    /** The next token; comments are none. */
    PlainToken next() {
        return tokens.get(at);
    }

    /** The one behind it. */
    PlainToken second() {
        int index = at + 1;
        while (index < tokens.size() && tokens.get(index).kind() == Kind.COMMENT) {
            index++;
        }
        return index < tokens.size() ? tokens.get(index) : NONE;
    }

    boolean isAt(String written) {
        return next().text().equals(written);
    }

    boolean isAt(Kind kind) {
        return next().kind() == kind;
    }

    /** The comments between the last token and the next one, which are parts of what is begun already. */
    void comments(List<CodeNode> parts) {
        int first = at;
        while (first > 0 && tokens.get(first - 1).kind() == Kind.COMMENT) {
            first--;
        }
        for (int i = first; i < at; i++) {
            PlainToken token = tokens.get(i);
            boolean isComment = token.text().isEmpty();
            parts.add(new CodeNode(
                    isComment ? "comment" : "line_continuation",
                    "",
                    !isComment,
                    token.start(),
                    token.end(),
                    List.of(),
                    source));
        }
    }

    /** Takes a word or a sign that means nothing by itself. */
    void take(String written, String field, List<CodeNode> parts) {
        if (!isAt(written)) {
            throw new Doubt();
        }
        add(parts, () -> leaf(written, field, false));
    }

    void take(String written, List<CodeNode> parts) {
        take(written, "", parts);
    }

    /** Goes on by a node, with the comments before it. */
    void add(List<CodeNode> parts, Supplier<CodeNode> part) {
        if (!parts.isEmpty()) {
            comments(parts);
        }
        parts.add(part.get());
    }

    /** Takes what is not written. */
    void take(Kind unwritten, List<CodeNode> parts) {
        if (!isAt(unwritten)) {
            throw new Doubt();
        }
        comments(parts);
        move();
    }

    /** The node of the next token alone. */
    CodeNode leaf(String kind, String field, boolean isNamed) {
        PlainToken token = next();
        move();
        return new CodeNode(kind, field, isNamed, token.start(), token.end(), List.of(), source);
    }

    /** A node of nothing but a sign. */
    CodeNode sign(String written, String kind) {
        List<CodeNode> sign = new ArrayList<>();
        take(written, sign);
        return node(kind, "", sign);
    }

    CodeNode string(String field) {
        PlainToken token = next();
        move();
        return playing(field, PlainString.node(text, source, token.start(), token.end()));
    }

    CodeNode name(String field) {
        if (!isAt(Kind.NAME)) {
            throw new Doubt();
        }
        return leaf("identifier", field, true);
    }

    private void move() {
        behind = next().end();
        at++;
        skipComments();
    }

    private void skipComments() {
        while (at < tokens.size() && tokens.get(at).kind() == Kind.COMMENT) {
            at++;
        }
    }

    /** A node that ends with the last token taken. */
    CodeNode node(String kind, String field, List<CodeNode> parts) {
        return new CodeNode(kind, field, true, parts.getFirst().start(), behind, parts, source);
    }

    /** The same node in another part. */
    static CodeNode playing(String field, CodeNode node) {
        return field.equals(node.field())
                ? node
                : new CodeNode(
                        node.kind(), field, node.isNamed(), node.start(), node.end(), node.parts(), node.source());
    }

    List<CodeNode> begun(CodeNode first) {
        List<CodeNode> parts = new ArrayList<>();
        parts.add(first);
        return parts;
    }
}
