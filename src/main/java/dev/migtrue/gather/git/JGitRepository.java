package dev.migtrue.gather.git;

import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.Failure;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FS;

/**
 * A repository read through JGit. Nothing is written, and no filter or hook of the user's is run. What JGit cannot read, the program git reads for it: its
 * objects and references, its index, what a partial clone left out; elsewhere no process is started. Inside, the id of a commit is as long as JGit's;
 * those that leave through the port are whole, save that what a search finds names commits and contents by the first 40 digits.
 */
public final class JGitRepository implements Repository {

    private final Storage storage;
    private final org.eclipse.jgit.lib.Repository repository;
    private final ObjectStore objects;
    private final Readings readings = new Readings();
    private final Commits commits;
    private final Optional<Checkout> checkout;
    private final Optional<Revision> head;
    private final BaseBranch baseBranch;
    private final SequencedMap<Source, Tree> trees;
    private final Quarry quarry;
    private final Underway underway;

    /**
     * Opens the repository that {@code git} would find.
     *
     * @param directory where the search starts, upwards
     * @param environment the variables of the process: where {@code git} reads its own, these are looked at
     * @param base the branch to be merged into, where somebody named it; else it is the one that CI says, or the remote's default branch
     * @throws UsageException when there is no repository, or the base is not in it
     * @throws Failure when the repository is of a kind that cannot be read, or is broken
     */
    public static JGitRepository open(Path directory, Map<String, String> environment, BaseWish base) {
        return open(directory, environment, base, Engine.JGIT);
    }

    /** As the other, with all left to an engine that could be left to another one. */
    static JGitRepository open(Path directory, Map<String, String> environment, BaseWish base, Engine engine) {
        QuietSystemReader.install();
        Environment around = new Environment(realPath(directory), environment);
        GitFolder git = GitFolder.find(around);
        Settings own = Settings.ofRepository(git, around);
        Places places = Places.of(git, own, around);
        Storage storage = Storage.open(places, own, around, engine);
        try {
            return new JGitRepository(storage, places, around, base);
        } catch (RuntimeException failure) {
            storage.close();
            throw failure;
        }
    }

    /**
     * Loads what JGit takes longest to load, its messages and time stamps. May run beside something else before {@link
     * #open}, and may be left out.
     */
    public static void warmUp() {
        QuietSystemReader.install();
        FS.FileStoreAttributes.get(Path.of(""));
    }

    private JGitRepository(Storage storage, Places places, Environment environment, BaseWish base) {
        this.storage = storage;
        this.repository = storage.repository();
        this.objects = storage.objects();
        this.commits = new Commits(repository, objects);
        this.head = commits.head();
        this.baseBranch = new BaseSearch(commits, objects, repository, environment).find(base, head);
        this.checkout = places.workTree()
                .map(top -> new Checkout(top, places, environment, storage.engine(), objects, readings));
        this.quarry =
                new Quarry(repository, places, new OtherWorkTrees(places, environment.variables()), objects, readings);
        this.underway = new Underway(places.git().folder());
        this.trees = Collections.unmodifiableSequencedMap(gatherTrees());
    }

    private SequencedMap<Source, Tree> gatherTrees() {
        SequencedMap<Source, Tree> gathered = new LinkedHashMap<>();
        checkout.ifPresent(present -> {
            gathered.put(Source.WORKING_TREE, present.onDisk());
            gathered.put(Source.INDEX, present.staged());
        });
        gathered.put(Source.HEAD, tree(head));
        if (baseBranch instanceof BaseBranch.Known known) {
            if (!known.fork().commit().equals(known.tip().commit())) {
                gathered.put(Source.FORK, tree(Optional.of(known.fork())));
            }
            gathered.put(Source.BASE, tree(Optional.of(known.tip())));
        }
        return gathered;
    }

    private Tree tree(Optional<Revision> revision) {
        Lazy<Listing> files =
                new Lazy<>(() -> revision.map(commit -> commits.files(commit, checkout.map(Checkout::index)))
                        .orElse(Listing.EMPTY));
        return new ObjectTree(files, objects, readings);
    }

    @Override
    public SequencedMap<Source, Tree> trees() {
        return trees;
    }

    @Override
    public Optional<Revision> head() {
        return head.map(storage::whole);
    }

    @Override
    public BaseBranch baseBranch() {
        return switch (baseBranch) {
            case BaseBranch.NotRead unread -> unread;
            case BaseBranch.Known known ->
                new BaseBranch.Known(storage.whole(known.tip()), storage.whole(known.fork()), known.chosenBy());
        };
    }

    @Override
    public Profile profile() {
        return storage.profile(checkout.map(Checkout::index));
    }

    @Override
    public Optional<IgnoreRule> ignoredBy(RepoPath path) {
        return checkout.flatMap(present -> present.ignoredBy(path));
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(repository.getCommonDirectory().toPath());
    }

    @Override
    public Traces search(Search search) {
        return Excavation.of(search, quarry, new Budget(Excavation.MOST_COMMITS));
    }

    @Override
    public List<Tree> forks() {
        if (!(baseBranch instanceof BaseBranch.Known known) || !trees.containsKey(Source.FORK)) {
            return List.of();
        }
        return objects.mergeBases(id(head.orElseThrow()), id(known.tip())).stream()
                .map(commit -> commit.equals(id(known.fork()))
                        ? Optional.ofNullable(trees.get(Source.FORK)).orElseThrow()
                        : tree(Optional.of(new Revision(known.fork().name(), commit.name()))))
                .toList();
    }

    @Override
    public Traces onOtherBranches(Search search) {
        return baseBranch instanceof BaseBranch.Known known
                ? new ClaimSearch(
                                repository, search, id(head.orElseThrow()), id(known.tip()), ClaimSearch.MOST_BRANCHES)
                        .run(objects, readings)
                : Traces.NONE;
    }

    @Override
    public Map<Moment, OlderText> past(Collection<Moment> moments) {
        return head.filter(commit -> !moments.isEmpty())
                .map(commit -> HeadLine.past(moments, id(commit), repository, objects))
                .orElse(Map.of());
    }

    private static ObjectId id(Revision revision) {
        return ObjectId.fromString(revision.commit());
    }

    @Override
    public Optional<Path> workTree() {
        return checkout.map(Checkout::top);
    }

    @Override
    public boolean hasCommit(String name) {
        return commits.resolve(name).isPresent();
    }

    @Override
    public Optional<Tree> tree(String commit) {
        return commits.ofName(commit).map(found -> tree(Optional.of(found)));
    }

    @Override
    public Optional<String> mergeBase(String one, String other) {
        return commits.resolve(one)
                .flatMap(first -> commits.resolve(other)
                        .flatMap(second ->
                                objects.mergeBases(first, second).stream().findFirst()))
                .map(parting -> storage.whole(new Revision("merge base", parting.name()))
                        .commit());
    }

    @Override
    public boolean isOnRemote(RepoPath path) {
        return commits.isOnRemote(path);
    }

    @Override
    public boolean isUnderway() {
        return checkout.isPresent() && underway.isAny();
    }

    @Override
    public List<String> incoming() {
        return underway.incoming();
    }

    @Override
    public void close() {
        objects.close();
        storage.close();
    }

    private static Path realPath(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException absent) {
            throw new UsageException("no such folder: " + directory + ": name one that exists");
        }
    }
}
