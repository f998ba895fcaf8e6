package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Finds out where folders were before they were moved: where a commit made a folder, the place from which most of its files came unchanged.
 */
final class FormerFolders {

    private final FolderTrees trees;
    private final Sieve sieve;

    FormerFolders(FolderTrees trees, Sieve sieve) {
        this.trees = trees;
        this.sieve = sieve;
    }

    /** Tells the sieve where the folders that this commit made were before it. */
    void noteAt(RevCommit parent, RevCommit commit) throws IOException {
        for (RepoPath folder : sieve.folders()) {
            ObjectId made = trees.find(commit.getTree(), folder);
            if (!FolderTrees.isAbsent(made) && FolderTrees.isAbsent(trees.find(parent.getTree(), folder))) {
                note(folder, made, parent, commit);
            }
        }
    }

    private void note(RepoPath folder, ObjectId made, RevCommit parent, RevCommit commit) throws IOException {
        Map<ObjectId, Set<String>> names = new HashMap<>();
        for (GitFile file : trees.files(folder, made)) {
            names.computeIfAbsent(file.blob(), first -> new HashSet<>())
                    .add(file.path().relativeTo(folder));
        }
        List<GitFile> before =
                trees.change(RepoPath.TOP, parent.getTree(), commit.getTree()).before();
        Map<RepoPath, Integer> votes = new HashMap<>();
        for (GitFile file : before) {
            for (String name : names.getOrDefault(file.blob(), Set.of())) {
                String path = file.path().value();
                if (path.endsWith("/" + name)) {
                    votes.merge(new RepoPath(path.substring(0, path.length() - name.length() - 1)), 1, Integer::sum);
                }
            }
        }
        votes.entrySet().stream()
                .max(Map.Entry.<RepoPath, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(most -> sieve.addFormer(most.getKey(), folder));
    }
}
