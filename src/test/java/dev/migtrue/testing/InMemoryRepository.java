package dev.migtrue.testing;

import dev.migtrue.gather.git.Moment;
import dev.migtrue.gather.git.OlderText;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.gather.git.Traces;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.Commit;
import dev.migtrue.model.FileText;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.eclipse.jgit.ignore.FastIgnoreRule;

/** A repository whose trees are given. What git ignores is what the {@code .gitignore} files of its working tree say. */
public final class InMemoryRepository implements Repository {

    /** When HEAD came to be what it is. */
    public static final Instant HEAD_WRITTEN = Instant.parse("2026-03-02T03:04:05Z");

    /** When what base had at the fork came to be, and all that is older. */
    private static final Instant FORK_WRITTEN = Instant.parse("2026-01-02T03:04:05Z");

    private static final Commit SOMEONES =
            new Commit("4".repeat(40), "Ada", OffsetDateTime.parse("2026-01-02T03:04:05Z"), "a commit");

    private final SequencedMap<Source, Tree> trees;
    private final SequencedMap<String, Tree> branches;

    /** A repository in which these sources can be looked at. */
    public InMemoryRepository(Map<Source, ? extends Tree> trees) {
        this(trees, new LinkedHashMap<>());
    }

    /** A repository in which these sources can be looked at, and these other branches. */
    public InMemoryRepository(Map<Source, ? extends Tree> trees, SequencedMap<String, ? extends Tree> branches) {
        this.branches = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(branches));
        this.trees = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(new EnumMap<>(trees)));
    }

    @Override
    public SequencedMap<Source, Tree> trees() {
        return trees;
    }

    @Override
    public Optional<Revision> head() {
        return revision(Source.HEAD, "HEAD", "1");
    }

    /** There is nothing here but the trees. */
    @Override
    public Traces search(Search search) {
        return Traces.NONE;
    }

    @Override
    public Traces onOtherBranches(Search search) {
        Map<MigrationId, List<Sighting>> seen = new HashMap<>();
        branches.forEach((name, tree) -> search.reading().apply(tree).migrations().stream()
                .filter(migration -> search.ids().contains(migration.id()))
                .forEach(migration -> seen.computeIfAbsent(migration.id(), id -> new ArrayList<>())
                        .add(new Sighting(
                                new Sighting.OnReference(Sighting.ReferenceKind.BRANCH, name, SOMEONES),
                                migration.at().path(),
                                Optional.empty()))));
        return new Traces(seen, List.of());
    }

    @Override
    public Optional<Path> workTree() {
        return Optional.empty();
    }

    @Override
    public boolean hasCommit(String name) {
        return trees.keySet().stream().anyMatch(source -> source.label().equals(name));
    }

    @Override
    public Optional<Tree> tree(String commit) {
        return trees.entrySet().stream()
                .filter(entry -> entry.getKey().label().equals(commit))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** HEAD comes right after where it left base. */
    @Override
    public Map<Moment, OlderText> past(Collection<Moment> moments) {
        Map<Moment, OlderText> past = new HashMap<>();
        moments.stream()
                .filter(moment ->
                        !moment.from().isBefore(FORK_WRITTEN) && moment.to().isBefore(HEAD_WRITTEN))
                .forEach(moment -> Optional.ofNullable(trees.get(Source.FORK))
                        .or(() -> Optional.ofNullable(trees.get(Source.BASE)))
                        .filter(then -> !then.contentId(moment.path())
                                .equals(tree(Source.HEAD.label()).flatMap(head -> head.contentId(moment.path()))))
                        .flatMap(then -> then.text(moment.path()))
                        .ifPresent(text -> past.put(moment, new OlderText(text, SOMEONES.id(), SOMEONES))));
        return past;
    }

    /** HEAD and itself part at HEAD; nothing else is known of how the trees came about. */
    @Override
    public Optional<String> mergeBase(String one, String other) {
        String head = Source.HEAD.label();
        return head().filter(revision -> revision.commit().equals(one) && other.equals(head))
                .map(revision -> head);
    }

    @Override
    public boolean isOnRemote(RepoPath path) {
        return false;
    }

    @Override
    public boolean isUnderway() {
        return false;
    }

    @Override
    public List<String> incoming() {
        return List.of();
    }

    @Override
    public BaseBranch baseBranch() {
        return revision(Source.BASE, "base", "2")
                .<BaseBranch>map(tip -> new BaseBranch.Known(
                        tip, revision(Source.FORK, "merge base", "3").orElse(tip), "--base"))
                .orElseGet(BaseBranch::none);
    }

    private Optional<Revision> revision(Source source, String name, String digit) {
        return Optional.ofNullable(trees.get(source)).map(tree -> new Revision(name, digit.repeat(40)));
    }

    @Override
    public Optional<IgnoreRule> ignoredBy(RepoPath path) {
        Optional<Tree> onDisk = Optional.ofNullable(trees.get(Source.WORKING_TREE));
        boolean isTracked = Optional.ofNullable(trees.get(Source.INDEX))
                .flatMap(index -> index.contentId(path))
                .isPresent();
        return isTracked ? Optional.empty() : onDisk.flatMap(tree -> ignoredBy(path, tree));
    }

    /** The rule that hides the outermost hidden folder, for git does not look further in; else the one that hides the file itself. */
    private static Optional<IgnoreRule> ignoredBy(RepoPath path, Tree onDisk) {
        for (RepoPath folder : foldersOf(path)) {
            Optional<IgnoreRule> rule = decidingRule(folder, true, onDisk);
            if (rule.isPresent()) {
                return rule;
            }
        }
        return decidingRule(path, false, onDisk);
    }

    /** The last matching line of the innermost ignore file that has one; absent when that line is a negation. */
    private static Optional<IgnoreRule> decidingRule(RepoPath path, boolean isFolder, Tree onDisk) {
        List<RepoPath> above = new ArrayList<>(foldersOf(path));
        above.addFirst(RepoPath.TOP);
        for (RepoPath folder : above.reversed()) {
            RepoPath file = folder.child(".gitignore");
            List<String> lines = onDisk.text(file).stream()
                    .flatMap(text -> text instanceof FileText.Decoded decoded
                            ? decoded.text().lines()
                            : List.<String>of().stream())
                    .toList();
            for (int line = lines.size(); line > 0; line--) {
                FastIgnoreRule rule = new FastIgnoreRule(lines.get(line - 1));
                if (!rule.isEmpty() && rule.isMatch(path.relativeTo(folder), isFolder, true)) {
                    return rule.getResult()
                            ? Optional.of(new IgnoreRule(file.value(), line, lines.get(line - 1)))
                            : Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** The folders that hold a path, the outermost first, without the top. */
    private static List<RepoPath> foldersOf(RepoPath path) {
        List<RepoPath> folders = new ArrayList<>();
        Optional<RepoPath> folder = path.parent();
        while (folder.isPresent() && !folder.get().equals(RepoPath.TOP)) {
            folders.addFirst(folder.get());
            folder = folder.get().parent();
        }
        return folders;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
