package dev.migtrue.gather.git;

import dev.migtrue.model.History;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What a search through everything that git keeps looks for: files that provide certain migrations.
 *
 * @param folders where such files lie today
 * @param ids the migrations that are missed
 * @param reading what a tree provides, be it a tree of a few files only; pure. Checksums are needed on the migrations that are missed
 * @param endings how the names of such files end, the dot included: a text whose name is lost is read as if its name ended so
 */
public record Search(
        List<RepoPath> folders,
        Set<MigrationId> ids,
        Function<Tree, History> reading,
        Depth depth,
        Set<String> endings) {

    public Search {
        folders = List.copyOf(folders);
        ids = Set.copyOf(ids);
        endings = Set.copyOf(endings);
    }

    /** How deep a search goes. */
    public enum Depth {
        /** All that a reference, a reflog or another note of git's leads to. */
        KNOWN,
        /** Also what nothing in git refers to any more, as far as it was not cleared away yet. */
        LOST_AND_FOUND
    }
}
