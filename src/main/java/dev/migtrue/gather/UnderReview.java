package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.UsageException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The migrations of one project whose content is looked at. Told from ids and contents: no file is read for it. */
final class UnderReview {

    private final Facts facts;
    private final Set<Source> sources;
    private final Map<MigrationId, Set<ContentId>> before;
    private final Set<RepoPath> files;

    /** A migration as one source has it. */
    record Copy(Source source, Migration migration) {}

    /**
     * @param sources where it is looked for
     * @param before what was there already: it is not looked at
     * @param files what stands in these is looked at in any case
     */
    private UnderReview(
            Facts facts, Set<Source> sources, Map<MigrationId, Set<ContentId>> before, Set<RepoPath> files) {
        this.facts = facts;
        this.sources = Set.copyOf(sources);
        this.before = Map.copyOf(before);
        this.files = Set.copyOf(files);
    }

    static UnderReview of(ReviewSet set, Facts facts, ReadProject project, Repository repository) {
        // What the index has beside a migration may be missing there even where the migration itself is the same.
        Set<Source> judged = new HashSet<>(facts.judged().keySet());
        judged.addAll(List.of(Source.WORKING_TREE, Source.INDEX));
        return switch (set) {
            case ReviewSet.Nothing nothing -> new UnderReview(facts, Set.of(), Map.of(), Set.of());
            case ReviewSet.Fresh fresh -> new UnderReview(facts, judged, old(facts), Set.of());
            case ReviewSet.Staged staged ->
                new UnderReview(facts, Set.of(Source.INDEX), contents(histories(facts, Source.HEAD)), Set.of());
            case ReviewSet.Since since ->
                new UnderReview(facts, judged, contents(since(since.commit(), project, repository)), Set.of());
            case ReviewSet.Everything everything -> new UnderReview(facts, judged, Map.of(), Set.of());
            case ReviewSet.With with -> {
                UnderReview others = of(with.others(), facts, project, repository);
                yield new UnderReview(facts, others.sources, others.before, with.files());
            }
        };
    }

    /** What base has or had; where base is not known, what is committed and was applied: nobody can write it otherwise any more. */
    private static Map<MigrationId, Set<ContentId>> old(Facts facts) {
        if (facts.histories().containsKey(Source.BASE)) {
            return contents(histories(facts, Source.BASE, Source.FORK));
        }
        Map<MigrationId, Set<ContentId>> committed = contents(histories(facts, Source.HEAD));
        committed
                .keySet()
                .retainAll(facts.presences().stream()
                        .filter(Presence::isApplied)
                        .map(Presence::id)
                        .toList());
        return committed;
    }

    /** None before the first commit. */
    private static List<History> since(String commit, ReadProject project, Repository repository) {
        if (!repository.hasCommit(commit)) {
            throw new UsageException("--since: '%s' names no commit in this clone".formatted(commit));
        }
        return repository.head().stream()
                .map(head -> repository
                        .mergeBase(head.commit(), commit)
                        .flatMap(repository::tree)
                        .map(project.layout()::history)
                        .orElseThrow(() -> new UsageException(
                                "--since: HEAD and '%s' have no commit in common in this clone".formatted(commit))))
                .toList();
    }

    private static List<History> histories(Facts facts, Source... sources) {
        return Stream.of(sources).map(facts::history).flatMap(Optional::stream).toList();
    }

    private static Map<MigrationId, Set<ContentId>> contents(List<History> histories) {
        Map<MigrationId, Set<ContentId>> contents = new HashMap<>();
        histories.stream()
                .flatMap(history -> history.migrations().stream())
                .forEach(migration -> contents.computeIfAbsent(migration.id(), id -> new HashSet<>())
                        .add(migration.content()));
        return contents;
    }

    /** Whether a migration is looked at as one source has it. What only takes others back is not. */
    boolean holds(Source source, Migration copy) {
        if (copy.kind() == Kind.UNDO) {
            return false;
        }
        boolean isNew = sources.contains(source)
                && !before.getOrDefault(copy.id(), Set.of()).contains(copy.content());
        return isNew || files.contains(copy.at().path());
    }

    /** All of them, each once, in execution order. */
    List<Copy> copies() {
        // Which sources are judged is told by comparing whole histories.
        List<Source> looked = sources.equals(Set.of(Source.INDEX))
                ? List.of(Source.INDEX)
                : List.copyOf(facts.judged().keySet());
        return facts.presences().stream()
                .flatMap(presence -> copies(presence, looked).limit(1))
                .toList();
    }

    private Stream<Copy> copies(Presence presence, List<Source> looked) {
        return looked.stream()
                .flatMap(source -> presence.copy(source).stream()
                        .filter(copy -> holds(source, copy))
                        .map(copy -> new Copy(source, copy)));
    }
}
