package dev.migtrue.model;

import java.util.List;
import java.util.Optional;

/**
 * A file for a migration that was found outside of every {@link Source}.
 *
 * @param path where the file lies there
 * @param checksum the checksum that the migration's tool would store for it; absent where the tool keeps none or it is not known
 */
public record Sighting(Place place, RepoPath path, Optional<Checksum> checksum) {

    /** A place that git or the disk keeps files in. */
    public sealed interface Place {

        /** The name by which git finds a tree that holds the file; absent where only a disk or another index has it. */
        Optional<String> tree();
    }

    /** What sort of reference keeps a commit. Declaration order is order of preference. */
    public enum ReferenceKind {
        BRANCH("branch"),
        REMOTE_BRANCH("remote branch"),
        DETACHED_HEAD("detached HEAD"),
        TAG("tag"),
        OTHER("reference");

        private final String label;

        ReferenceKind(String label) {
            this.label = label;
        }

        /** The name that users read. */
        public String label() {
            return label;
        }
    }

    /**
     * The newest commit of a branch or another reference.
     *
     * @param name as git understands it without mistaking it for another
     * @param commit the one that brought the file in; where it was there before the reference and HEAD parted, the newest one
     */
    public record OnReference(ReferenceKind kind, String name, Commit commit) implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.of(name);
        }
    }

    /**
     * A stash, which added the file.
     *
     * @param name {@code stash@{0}}, or {@code stash@{0}^3} for what was untracked
     */
    public record InStash(String name, Commit commit) implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.of(name);
        }
    }

    /** The disk of another work tree of the same repository, where the file is not committed. */
    public record OnOtherDisk(String folder) implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.empty();
        }
    }

    /** The index of another work tree of the same repository, whose disk and HEAD do not have the file. */
    public record InOtherIndex(String folder) implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.empty();
        }
    }

    /** In what way a commit took a file away. */
    public enum Removal {
        /** It deleted the file. */
        DELETED,
        /** It kept the file, under which another migration or none stands since. */
        REWRITTEN,
        /** It is a merge that did not take the file over from one of its sides. */
        LEFT_OUT
    }

    /**
     * What a commit put where it took migrations away, as squashing several into one does.
     *
     * @param by what it put there, in execution order; at least one
     * @param files where the files of all that it took away for it lay before, the migration's own among them
     */
    public record Replacement(List<MigrationId> by, List<RepoPath> files) {
        public Replacement {
            by = List.copyOf(by);
            files = List.copyOf(files);
        }
    }

    /**
     * The past: a commit took the file away.
     *
     * @param replacement absent where nothing stands in its place since, and where it cannot be told
     * @param before the full id of the parent of that commit that still has the file
     */
    public record Removed(Removal how, Optional<Replacement> replacement, Commit by, String before) implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.of(before);
        }
    }

    /** A commit that no reference reaches any more: a reflog, a stash made on it, what a fetch, reset or rebase left behind, or nothing at all still knows it. */
    public record Unreferenced(Commit commit) implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.of(commit.id());
        }
    }

    /**
     * A content that was staged, and that no commit is known to hold. The path of the sighting is the folder where migrations lie: the file's
     * own name is lost.
     *
     * @param blob its full id
     */
    public record InBlob(String blob) implements Place {

        private static final int BRIEF = 10;

        /** So much of its id as nobody will mistake for another's. */
        public String briefId() {
            return blob.substring(0, BRIEF);
        }

        @Override
        public Optional<String> tree() {
            return Optional.empty();
        }
    }

    /** What Python left when it compiled a file that is gone: the name tells the migration, the text is not there. */
    public record Compiled() implements Place {
        @Override
        public Optional<String> tree() {
            return Optional.empty();
        }
    }
}
