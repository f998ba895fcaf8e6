package dev.migtrue.hook;

import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file, private to a work tree and a build of migtrue, by which the launcher tells without starting Java that a hook has nothing to do. Each
 * line is whole and read as it stands: a key that only the launcher understands, the commit that was HEAD, then git's patterns for the places and
 * for the names that matter.
 *
 * @param file where it lies in git's folder
 * @param key what the launcher wants to find in there before it relies on it
 */
public record HookMemory(Path file, String key) {

    private static final String FILE = "MIGTRUE_MEMORY";
    private static final String KEY = "MIGTRUE_MEMORY_KEY";

    /** Where the launcher has it, in the folder that git keeps for a work tree. */
    private static final String FOLDER = "migtrue";

    private static final String NAME = "hook";

    /** With more patterns than this, git takes longer than Java does. */
    private static final int MOST_PATTERNS = 200;

    private static final Pattern PLAIN = Pattern.compile("(?:[A-Za-z0-9._*/-]|\\[0-9])+");
    private static final String ANY_NAME = "*";

    /** What a line of the file cannot hold: line ends, and what stands for letters that are no UTF-8. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\r\\n\\x00\\ufffd]");

    /** The memory that the launcher wants to be filled; absent when it has a good one, or wants none. */
    public static Optional<HookMemory> wanted(Path directory, Map<String, String> environment) {
        return Optional.ofNullable(environment.get(FILE))
                .filter(file -> !file.isEmpty())
                .flatMap(file -> Optional.ofNullable(environment.get(KEY))
                        .map(key -> new HookMemory(directory.resolve(file), key)));
    }

    /**
     * Remembers what decides whether a hook has anything to do, as of a commit. Does nothing where that cannot be written down, or the disk does not
     * let us: all that is lost is time.
     *
     * @param names patterns for paths, {@code *} standing for anything, {@code [0-9]} for a digit
     */
    public void keep(String head, Collection<RepoPath> places, Collection<String> names) {
        List<String> lines = Stream.of(
                        Stream.of(key, head),
                        places.stream().map(HookMemory::place),
                        Stream.of(""),
                        names.stream().map(HookMemory::name).distinct(),
                        Stream.of("", "end"))
                .flatMap(part -> part)
                .toList();
        if (places.size() + names.size() > MOST_PATTERNS
                || lines.stream().anyMatch(line -> UNWRITABLE.matcher(line).find())) {
            return;
        }
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path fresh =
                    file.resolveSibling(NAME + "." + ProcessHandle.current().pid());
            Files.writeString(fresh, lines.stream().collect(Collectors.joining("\n", "", "\n")));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException forgotten) {
            // The next hook runs in full, as this one did.
            return;
        }
    }

    /** Takes away what was remembered for any work tree of a repository. */
    public static void forget(Path directory, Map<String, String> environment) {
        Path common = new GitCommand(directory, environment).path("rev-parse", "--git-common-dir");
        try {
            forget(common);
            Path linked = common.resolve("worktrees");
            if (Files.isDirectory(linked)) {
                try (DirectoryStream<Path> folders = Files.newDirectoryStream(linked)) {
                    for (Path folder : folders) {
                        forget(folder);
                    }
                }
            }
        } catch (IOException problem) {
            throw new Failure(
                    "what the hook remembered cannot be deleted: " + problem.getMessage(),
                    "see to the rights of that folder",
                    problem);
        }
    }

    private static void forget(Path git) throws IOException {
        Path folder = git.resolve(FOLDER);
        if (Files.deleteIfExists(folder.resolve(NAME)) && isEmpty(folder)) {
            Files.delete(folder);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static String place(RepoPath place) {
        return place.equals(RepoPath.TOP) ? ":(top)" : ":(top,literal)" + place.value();
    }

    private static String name(String pattern) {
        return ":(top,icase)" + (PLAIN.matcher(pattern).matches() ? pattern : ANY_NAME);
    }
}
