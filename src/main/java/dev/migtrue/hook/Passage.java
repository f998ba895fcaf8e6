package dev.migtrue.hook;

import java.io.BufferedReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step of HEAD from one commit to another that git tells of afterwards: a checkout, a merge, a rebase.
 *
 * @param from the commit that HEAD named before, by id or by a name that git gave it
 */
public record Passage(String from) {

    /** What git, while it lasts, keeps in its folder of an undertaking that checks out one commit after another: rebases and bisections. */
    private static final List<String> UNDERTAKINGS = List.of("rebase-merge", "rebase-apply", "BISECT_LOG");

    /** What git passes where a merge was only staged, and HEAD is where it was. */
    private static final List<String> SQUASHED = List.of("1");

    /** How git calls the commit at which a merge or a rebase started. */
    private static final String BEFORE = "ORIG_HEAD";

    /**
     * The step that git announces to the hook of a stage; absent where HEAD did not move, where nothing was there before, and where git only
     * passes through on its way to somewhere else.
     *
     * @param arguments what git passes to the hook
     * @param input what it writes to the hook's standard input
     */
    public static Optional<Passage> announced(
            HookStage stage, List<String> arguments, Reader input, Path directory, Map<String, String> environment) {
        return switch (stage) {
            case POST_CHECKOUT ->
                ofCheckout(arguments.isEmpty() ? frameworks(environment) : arguments)
                        .filter(step -> isAtRest(directory, environment));
            case POST_MERGE ->
                Optional.of(new Passage(BEFORE))
                        .filter(step -> !arguments.equals(SQUASHED) && isAtRest(directory, environment));
            // What was amended is one's own work, and nothing came in.
            case POST_REWRITE -> ofRewrite(arguments, input, environment);
            case PRE_COMMIT, PRE_MERGE_COMMIT, PRE_PUSH, PRE_RECEIVE -> Optional.empty();
        };
    }

    /** {@code FROM-ID TO-ID FLAG}; the flag is 1 where commits, and 0 where only files were checked out. */
    private static Optional<Passage> ofCheckout(List<String> arguments) {
        boolean isStep = arguments.size() == 3
                && arguments.getLast().equals("1")
                && !arguments.getFirst().equals(arguments.get(1))
                && !Push.isNone(arguments.getFirst());
        return isStep ? Optional.of(new Passage(arguments.getFirst())) : Optional.empty();
    }

    /** The same from the pre-commit framework, which keeps git's arguments to itself. */
    private static List<String> frameworks(Map<String, String> environment) {
        return Stream.of("PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF", "PRE_COMMIT_CHECKOUT_TYPE")
                .map(name -> environment.getOrDefault(name, ""))
                .toList();
    }

    private static Optional<Passage> ofRewrite(List<String> arguments, Reader input, Map<String, String> environment) {
        if (arguments.isEmpty()) {
            return Optional.ofNullable(environment.get("PRE_COMMIT_REWRITE_COMMAND"))
                    .filter("rebase"::equals)
                    .map(rebased -> new Passage(BEFORE));
        }
        return arguments.equals(List.of("rebase")) ? ofRebase(input) : Optional.empty();
    }

    /** {@code OLD-ID NEW-ID} on each line, in the order in which commits were made anew: the last old one was the newest. */
    private static Optional<Passage> ofRebase(Reader input) {
        try {
            return new BufferedReader(input)
                    .lines()
                    .map(line -> line.split(" ", 2)[0])
                    .filter(id -> !id.isEmpty())
                    .reduce((earlier, later) -> later)
                    .map(Passage::new);
        } catch (UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isAtRest(Path directory, Map<String, String> environment) {
        String[] question = Stream.concat(
                        Stream.of("rev-parse"), UNDERTAKINGS.stream().flatMap(name -> Stream.of("--git-path", name)))
                .toArray(String[]::new);
        return new GitCommand(directory, environment)
                .line(question).stream()
                        .flatMap(String::lines)
                        .noneMatch(path -> Files.exists(directory.resolve(path)));
    }
}
