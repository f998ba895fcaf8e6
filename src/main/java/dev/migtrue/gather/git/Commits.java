package dev.migtrue.gather.git;

import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.UsageException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.BranchConfig;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** The commits of a repository by name, and the files in them. */
final class Commits {

    private static final String REMOTE = "origin/";

    /**
     * Where the branch to be merged into is found when nobody names it: what the remote calls its default, then what
     * most call theirs.
     */
    private static final List<String> USUAL_BASES = List.of("HEAD", "main", "master");

    private static final Pattern UPSTREAM = Pattern.compile("(?<branch>.*?)@\\{(?i:u|upstream)\\}(?<rest>.*)");

    private static final Pattern LONG_ID = Pattern.compile("\\b([0-9a-f]{40})[0-9a-f]{1,24}\\b");

    private final Repository repository;
    private final ObjectStore objects;

    Commits(Repository repository, ObjectStore objects) {
        this.repository = repository;
        this.objects = objects;
    }

    /** The commit that HEAD names; absent before the first one. */
    Optional<Revision> head() {
        Ref head = find(Constants.HEAD).orElseThrow(() -> broken(Constants.HEAD));
        String branch = head.getLeaf().getName();
        Optional<Revision> revision = commit(head).map(id -> new Revision(Constants.HEAD, id.name()));
        // To JGit an empty file is no branch yet; to git it is one that broke, and so HEAD must not look empty.
        if (revision.isEmpty() && new File(repository.getCommonDirectory(), branch).isFile()) {
            throw broken(branch);
        }
        return revision;
    }

    /** The branch that the remote's default branch was when it was last fetched; absent when there is none. */
    Optional<Revision> usualBase() {
        return USUAL_BASES.stream()
                .map(name -> Constants.R_REMOTES + REMOTE + name)
                .flatMap(name -> usualBase(name).stream())
                .findFirst();
    }

    /** A branch of the remote as it was when it was last fetched, whatever is called the same here; absent when it was not. */
    Optional<Revision> ofRemote(String branch) {
        return usualBase(Constants.R_REMOTES + REMOTE + branch);
    }

    /** The commit that a name or an id stands for; absent when there is none here. */
    Optional<Revision> ofName(String name) {
        return resolve(name).map(commit -> new Revision(name, commit.name()));
    }

    /** Whether a branch of any remote has a file of this path. */
    boolean isOnRemote(RepoPath path) {
        try {
            for (Ref branch : repository.getRefDatabase().getRefsByPrefix(Constants.R_REMOTES)) {
                Optional<ObjectId> tip = resolve(branch.getName());
                if (tip.isPresent() && objects.has(objects.treeOf(tip.get()), path)) {
                    return true;
                }
            }
            return false;
        } catch (IOException unreadable) {
            throw failure(Constants.R_REMOTES, unreadable);
        }
    }

    private Optional<Revision> usualBase(String name) {
        return find(name)
                .flatMap(ref -> commit(ref)
                        .map(id -> new Revision(
                                Repository.shortenRefName(ref.getLeaf().getName()), id.name())));
    }

    /**
     * The commit that a name stands for: a branch, a tag, an id, or a branch of the remote by its short name.
     *
     * @throws UsageException when there is none here
     */
    Revision named(String name) {
        return Stream.of(name, REMOTE + name)
                .flatMap(candidate -> resolve(candidate).map(commit -> new Revision(candidate, commit.name())).stream())
                .findFirst()
                .orElseThrow(() ->
                        new UsageException("the base '" + name + "' names no commit in this clone: " + cure(name)));
    }

    private static String cure(String name) {
        String branch = name.startsWith(REMOTE) ? name.substring(REMOTE.length()) : name;
        if (ObjectId.isId(branch)) {
            return "run 'git fetch origin " + branch + "' first";
        }
        // Spelled out, as a clone of a single branch would otherwise not keep what it fetched.
        return Repository.isValidRefName(Constants.R_HEADS + branch)
                ? "run 'git fetch origin " + branch + ":" + Constants.R_REMOTES + REMOTE + branch + "' first"
                : "name a branch, a tag or a commit";
    }

    /** The commit that a name or an id stands for; absent when there is none here. */
    Optional<ObjectId> resolve(String name) {
        Optional<String> spelled = spelled(name);
        if (spelled.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(repository.resolve(spelled.get() + "^{commit}"));
        } catch (RevisionSyntaxException | IncorrectObjectTypeException | MissingObjectException none) {
            return Optional.empty();
        } catch (AmbiguousObjectException ambiguous) {
            throw new UsageException("the base '" + name + "' could be several commits: write more of its id");
        } catch (IOException unreadable) {
            throw failure(name, unreadable);
        }
    }

    /**
     * A name as JGit reads it: ids cut to what it knows of them, and the upstream of a branch by its own name, as JGit would answer with the branch itself
     * where it has none. Absent in that case.
     */
    private Optional<String> spelled(String name) {
        String known = objects.format() == ObjectFormat.SHA1
                ? name
                : LONG_ID.matcher(name).replaceAll("$1");
        Matcher upstream = UPSTREAM.matcher(known);
        return upstream.matches()
                ? upstream(upstream.group("branch")).map(tracked -> tracked + upstream.group("rest"))
                : Optional.of(known);
    }

    private Optional<String> upstream(String branch) {
        String whose = branch.isEmpty() || branch.equals(Constants.HEAD)
                ? find(Constants.HEAD).map(head -> head.getLeaf().getName()).orElse("")
                : branch;
        return Optional.ofNullable(
                        new BranchConfig(repository.getConfig(), Repository.shortenRefName(whose)).getTrackingBranch())
                .filter(tracked -> find(tracked).isPresent());
    }

    /** What a reference names; absent before its first commit. */
    private static Optional<ObjectId> commit(Ref reference) {
        return Optional.ofNullable(reference.getObjectId());
    }

    private Optional<Ref> find(String name) {
        try {
            return Optional.ofNullable(repository.exactRef(name));
        } catch (IOException unreadable) {
            throw failure(name, unreadable);
        }
    }

    private static Failure broken(String name) {
        return new Failure("git's reference " + name + " is broken", "see what 'git fsck' says");
    }

    private static Failure failure(String name, IOException cause) {
        return new Failure(
                "git's reference " + name + " cannot be read: " + cause.getMessage(),
                "see what 'git fsck' says",
                cause);
    }

    /** The files of a commit. Trees that {@code index} is known to hold need not be read. */
    Listing files(Revision revision, Optional<Index> index) {
        List<GitFile> files = new ArrayList<>();
        collect(RepoPath.TOP, objects.treeOf(ObjectId.fromString(revision.commit())), index, files);
        return new Listing(files);
    }

    private void collect(RepoPath folder, ObjectId tree, Optional<Index> index, List<GitFile> files) {
        Optional<List<GitFile>> staged = index.flatMap(held -> held.filesOf(folder, tree));
        if (staged.isPresent()) {
            files.addAll(staged.get());
            return;
        }
        for (ObjectStore.TreeEntry entry : objects.tree(tree)) {
            RepoPath path = folder.child(entry.name());
            if (entry.mode().equals(FileMode.TREE)) {
                collect(path, entry.id(), index, files);
            } else {
                files.add(new GitFile(path, entry.mode(), entry.id()));
            }
        }
    }
}
