package dev.migtrue.language.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.treesitter.TSNode;
import org.treesitter.TSTreeCursor;

/** Takes a syntax tree over from the parser's memory. Each question about a node is dear, so that what all nodes of a kind share is asked once. */
final class CodeCopy {

    /** Deeper than people write; beyond it, nodes are not looked into. */
    private static final int DEEPEST = 200;

    private final TSTreeCursor cursor;
    private final SourceText source;
    private final Set<String> unread;
    private final Map<Integer, String> kinds = new HashMap<>();
    private final Map<Integer, Boolean> named = new HashMap<>();
    private final Map<Integer, String> fields = new HashMap<>();

    /** @param unread functions of which nobody wants to know what they do */
    CodeCopy(TSTreeCursor cursor, SourceText source, Set<String> unread) {
        this.cursor = cursor;
        this.source = source;
        this.unread = unread;
    }

    CodeNode copy() {
        return copy(DEEPEST);
    }

    private CodeNode copy(int depth) {
        TSNode node = cursor.currentNode();
        int symbol = node.getSymbol();
        int start = node.getStartByte();
        int end = node.getEndByte();
        String kind = kinds.computeIfAbsent(symbol, known -> node.getType());
        boolean isNamed = named.computeIfAbsent(symbol, known -> node.isNamed() && !kind.equals("comment"));
        String field = fields.computeIfAbsent(cursor.currentFieldId(), id -> id == 0 ? "" : cursor.currentFieldName());
        boolean isCut = depth == 0 || (start == end && node.isMissing());
        List<CodeNode> parts = isCut || (kind.equals("function_definition") && isUnread(source, start, unread))
                ? List.of()
                : parts(depth);
        return new CodeNode(isCut ? "ERROR" : kind, field, isNamed, start, end, parts, source);
    }

    private List<CodeNode> parts(int depth) {
        List<CodeNode> parts = new ArrayList<>();
        if (cursor.gotoFirstChild()) {
            do {
                parts.add(copy(depth - 1));
            } while (cursor.gotoNextSibling());
            cursor.gotoParent();
        }
        return parts;
    }

    /** Whether the function whose definition starts there is one of these. */
    static boolean isUnread(SourceText source, int start, Set<String> unread) {
        return unread.stream().anyMatch(name -> source.value().startsWith("def " + name + "(", start));
    }
}
