package dev.migtrue.gather.address;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a file of a project may lead to a connection. What a commit brings along that nobody has merged yet may be a stranger's: were it
 * followed, it could send what the environment keeps secret wherever it likes. What is not committed is the user's own.
 *
 * @param trees the files of each source
 * @param place where the run takes place
 */
public record Review(Map<Source, Tree> trees, Place place) {

    /** Where a run takes place. */
    public enum Place {
        /** With somebody who has chosen what is checked out. */
        DESK,
        /** On a machine that checks out what others propose. */
        CI
    }

    public Review {
        trees = Map.copyOf(trees);
    }

    /** Of a run in an environment. */
    public static Review of(Map<Source, Tree> trees, Map<String, String> environment) {
        return new Review(trees, environment.getOrDefault("CI", "").isBlank() ? Place.DESK : Place.CI);
    }

    /**
     * Why a file is not followed; absent where it may be.
     *
     * @param taken the variables of the environment that would go into the address
     */
    public Optional<String> objection(RepoPath file, Set<String> taken) {
        Optional<ContentId> committed = in(Source.HEAD, file);
        if (committed.isEmpty()) {
            return Optional.empty();
        }
        if (trees.containsKey(Source.BASE)) {
            boolean isKnown = Stream.of(Source.BASE, Source.FORK)
                    .flatMap(source -> in(source, file).stream())
                    .anyMatch(content -> Objects.equals(content, committed.get()));
            return isKnown
                    ? Optional.empty()
                    : Optional.of("the file is not the one of the base branch, so it is not followed");
        }
        if (place == Place.CI) {
            return Optional.of("there is no base branch to compare the file with, so it is not followed in CI");
        }
        return taken.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "there is no base branch to compare the file with, so it is not given %s of the environment"
                                .formatted(String.join(", ", taken)));
    }

    private Optional<ContentId> in(Source source, RepoPath file) {
        return Optional.ofNullable(trees.get(source)).flatMap(tree -> tree.contentId(file));
    }
}
