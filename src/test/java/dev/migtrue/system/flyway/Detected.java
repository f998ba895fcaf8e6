package dev.migtrue.system.flyway;

import dev.migtrue.model.Migration;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What is detected in a tree, as text: the file paths of each layout's migrations, by its root. */
final class Detected {

    private Detected() {}

    /** In a tree of these files, all of which hold the same harmless statement. */
    static SequencedMap<String, List<String>> in(String... paths) {
        return in(tree(paths));
    }

    static SequencedMap<String, List<String>> in(InMemoryTree tree) {
        SequencedMap<String, List<String>> found = new LinkedHashMap<>();
        for (Layout layout : new FlywaySystem().detect(tree)) {
            List<String> files = layout.history(tree).migrations().stream()
                    .map(Migration::at)
                    .map(at -> at.path().value())
                    .toList();
            found.put(layout.project().root().value(), files);
        }
        return found;
    }

    static InMemoryTree tree(String... paths) {
        return Arrays.stream(paths)
                .reduce(InMemoryTree.empty(), (tree, path) -> tree.with(path, "select 1;"), (left, right) -> right);
    }
}
