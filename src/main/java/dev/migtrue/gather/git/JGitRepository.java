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
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/**
 * A repository read through JGit. Nothing is written, no process is started, and no filter or hook of the user's is
 * run.
 */
public final class JGitRepository implements Repository {

    private static final Set<RepositoryState> CALM =
            EnumSet.of(RepositoryState.SAFE, RepositoryState.BARE, RepositoryState.BISECTING);

    private final org.eclipse.jgit.lib.Repository repository;
    private final ObjectStore objects;
    private final Readings readings = new Readings();
    private final Commits commits;
    private final Optional<Checkout> checkout;
    private final Optional<Revision> head;
    private final BaseBranch baseBranch;
    private final SequencedMap<Source, Tree> trees;
    private final Quarry quarry;

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
        QuietSystemReader.install();
        Environment around = new Environment(realPath(directory), environment);
        GitFolder git = GitFolder.find(around);
        Settings own = Settings.ofRepository(git, around);
        refuseSha256(git, own);
        Places places = Places.of(git, own, around);
        org.eclipse.jgit.lib.Repository repository = open(places, around);
        try {
            return new JGitRepository(repository, places, around, base);
        } catch (RuntimeException failure) {
            repository.close();
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

    private JGitRepository(
            org.eclipse.jgit.lib.Repository repository, Places places, Environment environment, BaseWish base) {
        this.repository = repository;
        this.objects = new ObjectStore(repository.newObjectReader());
        this.commits = new Commits(repository, objects);
        this.head = commits.head();
        this.baseBranch = new BaseSearch(commits, objects, repository, environment).find(base, head);
        this.checkout = places.workTree().map(top -> new Checkout(top, places, environment, objects, readings));
        this.quarry =
                new Quarry(repository, places, new OtherWorkTrees(places, environment.variables()), objects, readings);
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
        return head;
    }

    @Override
    public BaseBranch baseBranch() {
        return baseBranch;
    }

    @Override
    public Optional<IgnoreRule> ignoredBy(RepoPath path) {
        return checkout.flatMap(present -> present.ignoredBy(path));
    }

    @Override
    public Traces search(Search search) {
        return Excavation.of(search, quarry, new Budget(Excavation.MOST_COMMITS));
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
                .flatMap(first -> commits.resolve(other).flatMap(second -> objects.mergeBase(first, second)))
                .map(ObjectId::name);
    }

    @Override
    public boolean isOnRemote(RepoPath path) {
        return commits.isOnRemote(path);
    }

    @Override
    public boolean isUnderway() {
        return !CALM.contains(repository.getRepositoryState());
    }

    @Override
    public List<String> incoming() {
        try {
            return Optional.ofNullable(repository.readMergeHeads()).orElse(List.of()).stream()
                    .map(ObjectId::name)
                    .toList();
        } catch (IOException unreadable) {
            throw new Failure(
                    "what is being merged cannot be read: " + unreadable.getMessage(),
                    "see what 'git status' makes of it",
                    unreadable);
        }
    }

    @Override
    public void close() {
        objects.close();
        repository.close();
    }

    private static Path realPath(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException absent) {
            throw new UsageException("no such folder: " + directory + ": name one that exists");
        }
    }

    private static void refuseSha256(GitFolder git, Settings settings) {
        String format = settings.text("extensions", "objectFormat").orElse("sha1");
        if (!format.equals("sha1")) {
            throw new Failure(
                    "the repository names its objects by " + format + ", which migtrue cannot read yet: "
                            + git.folder(),
                    "check a copy that git makes with SHA-1: 'git init --object-format=sha1 copy', then"
                            + " 'git fast-export --all | git -C copy fast-import'");
        }
    }

    private static org.eclipse.jgit.lib.Repository open(Places places, Environment environment) {
        FileRepositoryBuilder builder = new FileRepositoryBuilder()
                .setFS(environment.fileSystem())
                .setGitDir(places.git().folder().toFile())
                .setGitCommonDir(places.git().common().toFile())
                .setObjectDirectory(places.objects().toFile());
        places.alternates().forEach(folder -> builder.addAlternateObjectDirectory(folder.toFile()));
        places.workTree()
                .ifPresentOrElse(
                        top -> builder.setWorkTree(top.toFile())
                                .setIndexFile(places.index().toFile()),
                        builder::setBare);
        try {
            return builder.build();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Failure(
                    "the repository cannot be read: " + places.git().folder() + ": " + unreadable.getMessage(),
                    "see what 'git status' makes of it",
                    unreadable);
        }
    }
}
