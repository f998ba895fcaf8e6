package dev.migtrue.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A path relative to the top of the work tree, its parts separated by {@code /} whatever the platform. The empty path is the top
 * itself. Never absolute, never holds {@code .} or {@code ..}.
 */
public record RepoPath(String value) implements Comparable<RepoPath> {

    /** The top of the work tree. */
    public static final RepoPath TOP = new RepoPath("");

    public RepoPath {
        if (value.startsWith("/") || value.endsWith("/")) {
            throw new IllegalArgumentException("not a path relative to the repository: '" + value + "'");
        }
    }

    /** The last part; empty for the top. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** The folder that holds this path; absent for the top. */
    public Optional<RepoPath> parent() {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        int slash = value.lastIndexOf('/');
        return Optional.of(slash < 0 ? TOP : new RepoPath(value.substring(0, slash)));
    }

    /**
     * The path that {@code relative} names when read in this folder; {@code .}, {@code ..} and repeated slashes are resolved.
     * Absent when it leaves the repository.
     */
    public Optional<RepoPath> resolve(String relative) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (value + "/" + relative).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return Optional.empty();
                }
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(new RepoPath(String.join("/", parts)));
    }

    /** The file or folder called {@code name} in this folder. */
    public RepoPath child(String name) {
        return new RepoPath(value.isEmpty() ? name : value + "/" + name);
    }

    /** Whether this path lies below {@code folder}, at any depth; a path does not lie below itself. */
    public boolean isUnder(RepoPath folder) {
        return folder.value.isEmpty()
                ? !value.isEmpty()
                : value.length() > folder.value.length()
                        && value.charAt(folder.value.length()) == '/'
                        && value.startsWith(folder.value);
    }

    /** This path as seen from {@code folder}, which must hold it. */
    public String relativeTo(RepoPath folder) {
        if (!isUnder(folder)) {
            throw new IllegalArgumentException("'" + value + "' is not below '" + folder.value + "'");
        }
        return folder.value.isEmpty() ? value : value.substring(folder.value.length() + 1);
    }

    // Written out: paths are the keys of most maps, and what a record does by itself is looked up through method
    // handles, which only a later compiler than the
    // one that a short run has makes as fast.

    @Override
    public boolean equals(Object other) {
        return other instanceof RepoPath path && value.equals(path.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RepoPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "." : value;
    }
}
