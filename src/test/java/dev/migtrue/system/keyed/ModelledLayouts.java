package dev.migtrue.system.keyed;

import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.List;

/** The uses of one tool that are found in a tree. */
final class ModelledLayouts {

    static List<Layout> in(Tree tree, String system) {
        return KeyedTools.ALL.stream()
                .filter(each -> each.name().equals(system))
                .flatMap(each -> each.detect(tree).stream())
                .toList();
    }

    private ModelledLayouts() {}
}
