package dev.migtrue.language.code.declared;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.code.Grammar;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What one file declares.
 *
 * @param models those that are tables
 * @param isRead whether the whole text was understood: else nothing is known of it
 * @param shared the labels of what classes declare that are no tables, and hand it on to those that inherit from them
 */
public record DeclaredModels(List<Model> models, Set<String> shared, boolean isRead) {

    /** Nothing. */
    public static final DeclaredModels NONE = new DeclaredModels(List.of(), Set.of(), true);

    /** A text that was not understood. */
    static final DeclaredModels UNREAD = new DeclaredModels(List.of(), Set.of(), false);

    public DeclaredModels {
        models = List.copyOf(models);
        shared = Set.copyOf(shared);
    }

    /** What a Python text declares, as {@code reading} reads it; nothing is known of one with a syntax error. */
    static DeclaredModels of(String text, Function<CodeNode, DeclaredModels> reading) {
        return CodeNode.of(Grammar.PYTHON, text, Set.of())
                .filter(module -> !isBroken(module))
                .map(reading)
                .orElse(UNREAD);
    }

    static boolean isBroken(CodeNode node) {
        return node.is("ERROR") || node.parts().stream().anyMatch(DeclaredModels::isBroken);
    }
}
