package dev.migtrue.facts;

import dev.migtrue.model.Fix;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a migration has come on its way from the working tree into HEAD, while it is not there yet. */
public sealed interface GitState {

    /** The file that holds it: the working tree's, or else the index's. */
    RepoPath file();

    /** This state in the words of a message: {@code untracked}. */
    String words();

    /** The command that takes it a step nearer to HEAD. */
    Fix.Command nextStep();

    /** On disk, in a file that the index does not have. */
    record Untracked(RepoPath file) implements GitState {
        @Override
        public String words() {
            return "untracked";
        }

        @Override
        public Fix.Command nextStep() {
            return git("track the file", "add", "--", file.value());
        }
    }

    /** On disk, in a file that the index does not have and that git is told not to see. */
    record Ignored(RepoPath file, IgnoreRule by) implements GitState {
        @Override
        public String words() {
            return "ignored by " + by;
        }

        @Override
        public Fix.Command nextStep() {
            return git("track the file although it is ignored", "add", "-f", "--", file.value());
        }
    }

    /** On disk, in a file whose text in the index does not hold this migration. */
    record Unstaged(RepoPath file) implements GitState {
        @Override
        public String words() {
            return "not staged";
        }

        @Override
        public Fix.Command nextStep() {
            return git("stage what is on disk", "add", "--", file.value());
        }
    }

    /** On disk and in the index. */
    record Staged(RepoPath file) implements GitState {
        @Override
        public String words() {
            return "staged, not committed";
        }

        @Override
        public Fix.Command nextStep() {
            return git("commit what is staged", "commit");
        }
    }

    /** In the index, and no longer on disk. */
    record OnlyInIndex(RepoPath file) implements GitState {
        @Override
        public String words() {
            return "only in the index, deleted from disk";
        }

        @Override
        public Fix.Command nextStep() {
            return git("commit what is staged", "commit");
        }
    }

    /**
     * How far a migration has come; absent when HEAD has it and nothing is left to do, and when neither working tree nor index has it.
     */
    static Optional<GitState> of(Presence presence, Facts facts) {
        Optional<RepoPath> onDisk = presence.path(Source.WORKING_TREE);
        Optional<RepoPath> staged = presence.path(Source.INDEX);
        if (onDisk.isPresent() && !onDisk.equals(staged)) {
            return onDisk.map(path -> unstaged(path, facts));
        }
        if (presence.isIn(Source.HEAD)) {
            return Optional.empty();
        }
        return onDisk.<GitState>map(Staged::new).or(() -> staged.map(OnlyInIndex::new));
    }

    private static GitState unstaged(RepoPath path, Facts facts) {
        if (facts.files(Source.INDEX).contains(path)) {
            return new Unstaged(path);
        }
        return facts.ignoredBy(path)
                .<GitState>map(rule -> new Ignored(path, rule))
                .orElseGet(() -> new Untracked(path));
    }

    private static Fix.Command git(String title, String... arguments) {
        return new Fix.Command(
                title, Stream.concat(Stream.of("git"), Arrays.stream(arguments)).toList());
    }
}
