package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.History;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The histories of one layout. Trees with the same files have the same history, which is made once: in most runs all are equal. */
final class Histories {

    private final Layout layout;
    private final Map<List<Version>, History> made = new HashMap<>();

    /** A file as one tree has it. */
    private record Version(RepoPath path, Optional<ContentId> content) {}

    Histories(Layout layout) {
        this.layout = layout;
    }

    History of(Tree tree) {
        List<Version> files = layout.project().folders().stream()
                .flatMap(folder -> tree.filesUnder(folder).stream())
                .map(path -> new Version(path, tree.contentId(path)))
                .toList();
        return made.computeIfAbsent(files, unseen -> layout.history(tree));
    }
}
