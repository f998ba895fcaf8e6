package dev.migtrue.hook;

import dev.migtrue.model.Failure;
import java.io.BufferedReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reference that is pushed.
 *
 * @param reference its name on the other side, in full: {@code refs/heads/main}; empty where nobody says
 * @param sent the commit, or the tag, that the other side is to have
 * @param replaced what the other side has now; absent where the reference is new there
 */
public record Push(String reference, String sent, Optional<String> replaced) {

    private static final String BRANCHES = "refs/heads/";

    /** The pushes that git announces to who sends them, deletions left out: {@code LOCAL-REF LOCAL-ID REMOTE-REF REMOTE-ID} on each line. */
    public static List<Push> sent(Reader input) {
        return lines(input).stream()
                .filter(words -> words.size() == 4)
                .map(words -> new Push(words.get(2), words.get(1), id(words.get(3))))
                .filter(push -> !isNone(push.sent()))
                .distinct()
                .toList();
    }

    /** The branches that git announces to who receives them, deletions left out: {@code OLD-ID NEW-ID REF} on each line. */
    public static List<Push> received(Reader input) {
        return lines(input).stream()
                .filter(words -> words.size() == 3)
                .map(words -> new Push(words.get(2), words.get(1), id(words.get(0))))
                .filter(push -> !isNone(push.sent()) && push.branch().isPresent())
                .distinct()
                .toList();
    }

    /** The range that the pre-commit framework tells its hooks of; absent where it neither runs for a push nor was given one. */
    public static Optional<Push> ofFramework(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("PRE_COMMIT_TO_REF"))
                .filter(id -> !id.isEmpty() && !isNone(id))
                .map(id -> new Push(
                        environment.getOrDefault("PRE_COMMIT_REMOTE_BRANCH", ""),
                        id,
                        Optional.ofNullable(environment.get("PRE_COMMIT_FROM_REF"))
                                .filter(from -> !from.isEmpty() && !isNone(from))));
    }

    /** The short name of the branch that is pushed to; absent where it is none. */
    public Optional<String> branch() {
        return Optional.of(reference)
                .filter(name -> name.startsWith(BRANCHES))
                .map(name -> name.substring(BRANCHES.length()));
    }

    private static List<List<String>> lines(Reader input) {
        try {
            return new BufferedReader(input)
                    .lines()
                    .map(line -> List.of(line.split(" ", -1)))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw new Failure(
                    "standard input cannot be read: " + unreadable.getMessage(),
                    "git itself calls this stage, and says there what is pushed",
                    unreadable);
        }
    }

    private static Optional<String> id(String word) {
        return Optional.of(word).filter(id -> !isNone(id));
    }

    /** Whether an id is git's word for nothing, whatever its length: it depends on how the repository hashes. */
    static boolean isNone(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }
}
