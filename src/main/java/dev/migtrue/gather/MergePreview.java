package dev.migtrue.gather;

import dev.migtrue.facts.MergeResult;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.system.Layout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What merges into base would leave of one project. It costs nothing where base has not changed its migrations since the fork, or where
 * nobody has changed them here: then either side shows already what there will be.
 */
final class MergePreview {

    private final Repository repository;
    private final ReadProject project;
    private final Layout layout;

    MergePreview(Repository repository, ReadProject project) {
        this.repository = repository;
        this.project = project;
        this.layout = project.layout();
    }

    /** For each of these sources what its merge into base would leave; in their order; one that has nothing to merge is left out. */
    SequencedMap<Source, MergeResult> of(SequencedCollection<Source> sources) {
        SequencedMap<Source, MergeResult> results = new LinkedHashMap<>();
        if (repository.baseBranch() instanceof BaseBranch.Known base && isChanged(Source.BASE)) {
            sources.stream()
                    .filter(this::isChanged)
                    .forEach(source -> results.put(source, merged(tree(source), base.tip())));
        }
        return results;
    }

    /** Whether a source has other migrations than there were at the fork. Where there is no fork, HEAD has all that base has. */
    private boolean isChanged(Source source) {
        return Optional.ofNullable(project.histories().get(Source.FORK))
                .filter(fork -> !fork.equals(project.histories().get(source)))
                .isPresent();
    }

    private Tree tree(Source source) {
        return Optional.ofNullable(project.trees().get(source)).orElseThrow();
    }

    private MergeResult merged(Tree ours, Revision base) {
        ThreeWayMerge merge = new ThreeWayMerge(
                repository.forks(), ours, tree(Source.BASE), layout.project().folders());
        History preferred = layout.history(merge.preferringOurs());
        return merge.conflicts().isEmpty()
                ? new MergeResult(preferred, List.of())
                : withConflicts(merge, preferred, layout.history(merge.preferringTheirs()), base);
    }

    private static MergeResult withConflicts(ThreeWayMerge merge, History ours, History theirs, Revision base) {
        Set<RepoPath> files = ours.files();
        files.addAll(theirs.files());
        List<UnreadFile> conflicts = merge.conflicts().stream()
                .filter(files::contains)
                .map(path -> new UnreadFile(FileSpan.of(path), reason(base)))
                .toList();
        Map<RepoPath, List<Told>> ourTold = told(ours);
        Map<RepoPath, List<Told>> theirTold = told(theirs);
        List<UnreadFile> unknown = conflicts.stream()
                .filter(file -> {
                    RepoPath path = file.at().path();
                    return !ourTold.containsKey(path) || !ourTold.get(path).equals(theirTold.get(path));
                })
                .toList();
        return new MergeResult(without(unknown, ours), conflicts);
    }

    private static String reason(Revision base) {
        return "changed here and on %s (%s) since they parted, so its text after the merge is not known"
                .formatted(base.name(), base.briefCommit());
    }

    /** What a migration's text says of its place in the history: lines that both sides have alike, a merge of their lines has too. */
    private record Told(
            MigrationId id, Kind kind, List<MigrationId> after, List<MigrationId> dependsOn, List<String> labels) {

        static Told by(Migration migration) {
            return new Told(
                    migration.id(), migration.kind(), migration.after(), migration.dependsOn(), migration.labels());
        }
    }

    private static Map<RepoPath, List<Told>> told(History history) {
        Map<RepoPath, List<Told>> told = new HashMap<>();
        history.migrations()
                .forEach(migration -> told.computeIfAbsent(migration.at().path(), path -> new ArrayList<>())
                        .add(Told.by(migration)));
        return told;
    }

    private static History without(List<UnreadFile> unknown, History history) {
        Set<RepoPath> paths = new HashSet<>();
        unknown.forEach(file -> paths.add(file.at().path()));
        List<UnreadFile> unread = new ArrayList<>(history.unread());
        unread.removeIf(file -> paths.contains(file.at().path()));
        unread.addAll(unknown);
        return history.withFiles(
                history.migrations().stream()
                        .filter(migration -> !paths.contains(migration.at().path()))
                        .toList(),
                history.malformed().stream()
                        .filter(file -> !paths.contains(file.at().path()))
                        .toList(),
                unread);
    }
}
