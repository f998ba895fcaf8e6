package dev.migtrue.facts;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.History;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything gathered about one project, joined by migration id. What was not looked at has no key in {@code histories}, or is {@link
 * Applied.NotRead}.
 *
 * @param histories the migrations of each source that was looked at, in reporting order
 * @param databases what each database says was applied, in the order the user named them
 * @param presences the full outer join of all of these, in execution order; ids without any file come last
 * @param ignored for each migration file that git ignores, the rule that hides it
 * @param branches the branch to be merged into, and what it and others mean for this project
 * @param conflicts for each source the migration files that hold git's conflict markers, with the first of them
 * @param attributions for each {@link #orphans orphan} that was searched for, what came of it
 * @param edits what became of texts that were applied and are other ones now, where that was searched for
 * @param declared which applied migrations the project says have no file on purpose
 * @param circumstances what was gathered besides
 */
public record Facts(
        Project project,
        SequencedMap<Source, History> histories,
        SequencedMap<DatabaseName, Applied> databases,
        List<Presence> presences,
        Map<RepoPath, IgnoreRule> ignored,
        Branches branches,
        Map<Source, SequencedMap<RepoPath, ConflictMarker>> conflicts,
        Map<MigrationId, Attribution> attributions,
        Edits edits,
        List<DeclaredAbsence> declared,
        Circumstances circumstances) {

    public Facts {
        declared = List.copyOf(declared);
        histories = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(histories));
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
        presences = List.copyOf(presences);
        ignored = Map.copyOf(ignored);
        conflicts = Map.copyOf(conflicts);
        attributions = Map.copyOf(attributions);
    }

    /** Joins what was read; {@code widest} is the history of all sources laid over each other and gives the order. */
    public static Facts join(
            Project project,
            History widest,
            SequencedMap<Source, History> histories,
            SequencedMap<DatabaseName, Applied> databases,
            Map<RepoPath, IgnoreRule> ignored) {
        SequencedMap<MigrationId, SequencedMap<Source, Migration>> copies = new LinkedHashMap<>();
        histories.forEach((source, history) -> history.migrations()
                .forEach(migration -> copies.computeIfAbsent(migration.id(), id -> new LinkedHashMap<>())
                        .putIfAbsent(source, migration)));
        SequencedMap<MigrationId, SequencedMap<DatabaseName, AppliedMigration>> applied = new LinkedHashMap<>();
        databases.forEach((name, state) -> appliedIn(state)
                .forEach(migration -> applied.computeIfAbsent(migration.id(), id -> new LinkedHashMap<>())
                        .put(name, migration)));

        SequencedSet<MigrationId> order = new LinkedHashSet<>();
        widest.migrations().forEach(migration -> order.add(migration.id()));
        order.addAll(copies.keySet());
        order.addAll(applied.keySet());
        List<Presence> presences = order.stream()
                .map(id -> new Presence(
                        id,
                        copies.getOrDefault(id, new LinkedHashMap<>()),
                        applied.getOrDefault(id, new LinkedHashMap<>())))
                .toList();
        return new Facts(
                project,
                histories,
                databases,
                presences,
                ignored,
                Branches.of(BaseBranch.none()),
                Map.of(),
                Map.of(),
                Edits.NONE,
                List.of(),
                Circumstances.UNKNOWN);
    }

    /** These facts, gathered beside this base branch. */
    public Facts comparedWith(BaseBranch branch) {
        return beside(Branches.of(branch));
    }

    /** These facts, with what other branches mean for them. */
    public Facts beside(Branches others) {
        return with(others, conflicts, attributions, edits, declared, circumstances);
    }

    /** These facts, with conflict markers found in the files of some sources. */
    public Facts withConflicts(Map<Source, SequencedMap<RepoPath, ConflictMarker>> found) {
        return with(branches, found, attributions, edits, declared, circumstances);
    }

    /** These facts, with what a search for the orphans told. */
    public Facts withAttributions(Map<MigrationId, Attribution> found) {
        return with(branches, conflicts, found, edits, declared, circumstances);
    }

    /** These facts, with what a search for the texts that were applied told. */
    public Facts withEdits(Edits found) {
        return with(branches, conflicts, attributions, found, declared, circumstances);
    }

    /** These facts, with what the project says has no file on purpose. */
    public Facts withDeclared(List<DeclaredAbsence> absences) {
        return with(branches, conflicts, attributions, edits, absences, circumstances);
    }

    /** These facts, with what was gathered besides. */
    public Facts in(Circumstances found) {
        return with(branches, conflicts, attributions, edits, declared, found);
    }

    private Facts with(
            Branches others,
            Map<Source, SequencedMap<RepoPath, ConflictMarker>> marked,
            Map<MigrationId, Attribution> attributed,
            Edits edited,
            List<DeclaredAbsence> absences,
            Circumstances besides) {
        return new Facts(
                project,
                histories,
                databases,
                presences,
                ignored,
                others,
                marked,
                attributed,
                edited,
                absences,
                besides);
    }

    /** Why an applied migration has no file on purpose; absent where it has one, or nobody said so. */
    public Optional<DeclaredAbsence> declared(Presence presence) {
        return declared.stream()
                .filter(absence -> presence.copies().isEmpty() && absence.ids().holds(presence.id()))
                .findFirst();
    }

    /**
     * The migrations that a row of a version table names and that no source has, not even under another id or as part of one that stands
     * for them.
     */
    public List<Presence> orphans() {
        return Orphans.of(this);
    }

    /** What a search for an orphan told; absent when none was made. */
    public Optional<Attribution> attribution(MigrationId id) {
        return Optional.ofNullable(attributions.get(id));
    }

    /** The branch to be merged into. */
    public BaseBranch baseBranch() {
        return branches.base();
    }

    /** The history of a source; absent when it was not looked at. */
    public Optional<History> history(Source source) {
        return Optional.ofNullable(histories.get(source));
    }

    /**
     * The source that holds what base had when HEAD's line left it: only what was there then can have been changed or deleted here. It is
     * base itself where base has not gone on since.
     */
    public Source fork() {
        return histories.containsKey(Source.FORK) ? Source.FORK : Source.BASE;
    }

    /** The migration of this id over all places; absent when none has it. */
    public Optional<Presence> presence(MigrationId id) {
        return presences.stream().filter(presence -> presence.id().equals(id)).findFirst();
    }

    /** The databases whose version table was read, with what it says. */
    public SequencedMap<DatabaseName, Applied.Known> known() {
        SequencedMap<DatabaseName, Applied.Known> known = new LinkedHashMap<>();
        databases.forEach((name, state) -> {
            if (state instanceof Applied.Known read) {
                known.put(name, read);
            }
        });
        return known;
    }

    /**
     * The sources by which the order of migrations is judged: what is on disk and, where it differs, what would be committed, or HEAD
     * where neither can be looked at.
     */
    public SequencedMap<Source, History> judged() {
        SequencedMap<Source, History> judged = new LinkedHashMap<>(histories);
        judged.keySet().retainAll(List.of(Source.WORKING_TREE, Source.INDEX));
        judged.remove(Source.INDEX, histories.get(Source.WORKING_TREE));
        if (judged.isEmpty()) {
            history(Source.HEAD).ifPresent(head -> judged.put(Source.HEAD, head));
        }
        return judged;
    }

    /** Every migration of the judged sources once, in execution order, as the first of them has it. */
    public List<Migration> judgedCopies() {
        Set<Source> judged = judged().keySet();
        return presences.stream()
                .flatMap(presence -> judged.stream()
                        .map(presence::copy)
                        .flatMap(Optional::stream)
                        .limit(1))
                .toList();
    }

    /**
     * The migrations of the judged sources that base neither has nor had when HEAD's line left it, in execution order. Where base was not looked
     * at, it is not known which these are: none.
     */
    public List<Migration> newHere() {
        Set<MigrationId> old = presences.stream()
                .filter(presence -> presence.isIn(Source.BASE) || presence.isIn(fork()))
                .map(Presence::id)
                .collect(Collectors.toSet());
        return histories.containsKey(Source.BASE)
                ? judgedCopies().stream()
                        .filter(migration -> !old.contains(migration.id()))
                        .toList()
                : List.of();
    }

    /** Whether these are scripts that no migration system claims: nothing is known of them but what they do. */
    public boolean isOfScripts() {
        return histories.isEmpty() && !circumstances.reviews().isEmpty();
    }

    /** Whether the tool decides the order of migrations in this way. */
    public boolean isOrdered(Ordering ordering) {
        return histories.values().stream().anyMatch(history -> history.ordering() == ordering);
    }

    /** The migrations on disk whose file the index does not have, those that git ignores included. */
    public List<Migration> untracked() {
        Set<RepoPath> tracked = files(Source.INDEX);
        return history(Source.WORKING_TREE).stream()
                .flatMap(history -> history.migrations().stream())
                .filter(migration -> !tracked.contains(migration.at().path()))
                .toList();
    }

    /** The rule that hides a file from git; absent when none does or the file is tracked. */
    public Optional<IgnoreRule> ignoredBy(RepoPath path) {
        return Optional.ofNullable(ignored.get(path));
    }

    /** Every migration file that a source has; empty when it was not looked at. */
    public Set<RepoPath> files(Source source) {
        return history(source).map(History::files).orElseGet(LinkedHashSet::new);
    }

    private static List<AppliedMigration> appliedIn(Applied state) {
        return switch (state) {
            case Applied.Known known -> known.migrations();
            case Applied.NoTable none -> List.of();
            case Applied.NotRead unread -> List.of();
        };
    }
}
