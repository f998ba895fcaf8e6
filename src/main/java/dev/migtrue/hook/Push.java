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
 * @param sent the commit, or the tag, that the other side is to have
 * @param replaced what the other side has now; absent where the reference is new there
 */
public record Push(String sent, Optional<String> replaced) {

    /** The pushes that git announces on a hook's standard input, deletions left out: {@code LOCAL-REF LOCAL-ID REMOTE-REF REMOTE-ID} on each line. */
    public static List<Push> read(Reader input) {
        try {
            return new BufferedReader(input)
                    .lines()
                    .map(line -> line.split(" ", -1))
                    .filter(words -> words.length == 4 && !isNone(words[1]))
                    .map(words -> new Push(words[1], Optional.of(words[3]).filter(id -> !isNone(id))))
                    .distinct()
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw new Failure(
                    "standard input cannot be read: " + unreadable.getMessage(),
                    "git itself calls this stage, and says there what is pushed",
                    unreadable);
        }
    }

    /** The range that the pre-commit framework tells its hooks of, when it runs for a push or was given one. */
    public static Optional<Push> ofFramework(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("PRE_COMMIT_TO_REF"))
                .filter(id -> !id.isEmpty() && !isNone(id))
                .map(id -> new Push(
                        id,
                        Optional.ofNullable(environment.get("PRE_COMMIT_FROM_REF"))
                                .filter(from -> !from.isEmpty() && !isNone(from))));
    }

    /** Whether an id is git's word for nothing, whatever its length: it depends on how the repository hashes. */
    private static boolean isNone(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }
}
