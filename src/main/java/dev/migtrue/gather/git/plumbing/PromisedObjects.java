package dev.migtrue.gather.git.plumbing;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The objects that a partial clone left out and its remote promised to keep. What is needed of them is fetched as git would, yet into a folder of its own,
 * which is deleted in the end: the clone stays as it is. Whether git may talk to that remote is git's own decision, {@code safe.directory} included.
 */
public final class PromisedObjects implements AutoCloseable {

    /** All fetching of a run together may take so long. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final List<String> FETCH = List.of(
            "-c",
            "protocol.ext.allow=never",
            "-c",
            "fetch.negotiationAlgorithm=noop",
            "fetch",
            "--quiet",
            "--no-tags",
            "--no-write-fetch-head",
            "--no-auto-maintenance",
            "--recurse-submodules=no",
            "--filter=blob:none",
            "--stdin");

    private final Scratch folder;
    private final GitProgram git;
    private final String remote;
    private final Set<ObjectId> asked = new HashSet<>();
    private Duration left;

    private PromisedObjects(Scratch folder, GitProgram git, String remote, Duration left) {
        this.folder = folder;
        this.git = git;
        this.remote = remote;
        this.left = left;
    }

    /**
     * Those of a clone. Nothing is fetched yet.
     *
     * @param directory where git finds the repository
     * @param environment the variables of this process
     * @param objects all folders of objects that the repository has
     * @param remote who promised
     */
    public static PromisedObjects of(
            Path directory, Map<String, String> environment, List<Path> objects, String remote, ObjectFormat format) {
        try {
            Scratch folder = new Scratch();
            Map<String, String> place = new HashMap<>();
            Optional.ofNullable(environment.get("GIT_DIR")).ifPresent(named -> place.put("GIT_DIR", named));
            place.put("GIT_OBJECT_DIRECTORY", folder.path().toString());
            place.put(
                    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
                    objects.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)));
            GitProgram git = new GitProgram(directory, environment, place, "this clone is partial");
            // Objects are fetched by their whole name, and JGit knows only a part of longer ones.
            boolean isOff = "1".equals(environment.get("GIT_NO_LAZY_FETCH")) || format != ObjectFormat.SHA1;
            return new PromisedObjects(folder, git, remote, isOff ? Duration.ZERO : LIMIT);
        } catch (IOException unwritable) {
            throw new Failure(
                    "no folder can be made for what this partial clone left out: " + unwritable.getMessage(),
                    "see whether the folder for temporary files has room",
                    unwritable);
        }
    }

    /** The folder that fetched objects are put into. */
    public Path folder() {
        return folder.path();
    }

    /** Fetches objects that are not here. One that could not be had is not asked for again; after a fetch that failed, none is. */
    public void fetch(Collection<ObjectId> ids) {
        List<ObjectId> wanted = new ArrayList<>(ids);
        wanted.removeIf(id -> !asked.add(id));
        if (wanted.isEmpty() || !left.isPositive()) {
            return;
        }
        List<String> command = new ArrayList<>(FETCH);
        command.add(remote);
        String names = wanted.stream().map(id -> id.name() + "\n").collect(Collectors.joining());
        Instant start = Instant.now();
        boolean isThere = succeeds(command, names);
        left = isThere ? left.minus(Duration.between(start, Instant.now())) : Duration.ZERO;
    }

    private boolean succeeds(List<String> command, String names) {
        try {
            return git.succeeds(command, names, left);
        } catch (Failure noGit) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException busy) {
            // It lies among the temporary files, which somebody else clears away.
            asked.clear();
        }
    }
}
