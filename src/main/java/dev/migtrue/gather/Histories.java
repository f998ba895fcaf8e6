package dev.migtrue.gather;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.system.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        History history = made.computeIfAbsent(files, unseen -> layout.history(tree));
        return withLinks(
                layout.schemaFile(tree, history).map(history::withSchemaFile).orElse(history), tree);
    }

    /**
     * A folder that is a symbolic link is a file to git: what its tool finds behind it is not looked at, which must be
     * said.
     */
    private History withLinks(History history, Tree tree) {
        List<UnreadFile> links = layout.project().folders().stream()
                .flatMap(Histories::andAbove)
                .distinct()
                .flatMap(path -> link(path, tree).stream())
                .toList();
        List<UnreadFile> unread =
                Stream.concat(history.unread().stream(), links.stream()).toList();
        return links.isEmpty() ? history : history.withUnread(unread);
    }

    private static Stream<RepoPath> andAbove(RepoPath folder) {
        return Stream.iterate(Optional.of(folder), Optional::isPresent, path -> path.flatMap(RepoPath::parent))
                .flatMap(Optional::stream);
    }

    private static Optional<UnreadFile> link(RepoPath path, Tree tree) {
        return tree.text(path).flatMap(text -> switch (text) {
            case FileText.Unreadable unreadable -> Optional.of(new UnreadFile(FileSpan.of(path), unreadable.reason()));
            case FileText.Decoded decoded -> Optional.<UnreadFile>empty();
        });
    }
}
