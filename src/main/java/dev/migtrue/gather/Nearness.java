package dev.migtrue.gather;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.ModelSource;
import java.util.List;

/**
 * How near models are to the migrations of one use of a system, and to those of the others of the same system.
 *
 * @param own the folders of this one
 * @param others those of the others
 */
record Nearness(List<RepoPath> own, List<List<RepoPath>> others) {

    static Nearness among(List<Layout> all, Layout layout, Tree tree) {
        String system = layout.project().system();
        return new Nearness(
                folders(layout, tree),
                all.stream()
                        .filter(other -> other.project().system().equals(system))
                        .map(other -> folders(other, tree))
                        .filter(folders -> !folders.equals(folders(layout, tree)))
                        .toList());
    }

    private static List<RepoPath> folders(Layout layout, Tree tree) {
        return layout.models(tree).stream()
                .map(ModelSource::folders)
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a file is nearer to these migrations than to all others; where several are as near, nobody knows. */
    boolean isNearest(RepoPath file) {
        int shared = shared(file, own);
        return others.stream().allMatch(other -> shared(file, other) < shared);
    }

    /** How many folders a file has in common with the nearest of some. */
    private static int shared(RepoPath file, List<RepoPath> folders) {
        return folders.stream().mapToInt(folder -> shared(file, folder)).max().orElse(0);
    }

    private static int shared(RepoPath file, RepoPath folder) {
        String[] ones = file.value().split("/", -1);
        String[] others = folder.value().split("/", -1);
        int at = 0;
        while (at < Math.min(ones.length - 1, others.length) && ones[at].equals(others[at])) {
            at++;
        }
        return at;
    }
}
