package dev.migtrue.gather.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The conditions under which a configuration file includes another: where the repository lies, which branch it is on, which remotes it has. See "Conditional
 * includes" in git's manual.
 */
final class Conditions {

    private static final String BRANCH = "ref: refs/heads/";

    private final GitFolder git;
    private final Environment environment;
    private final Supplier<List<String>> urls;

    /** @param urls the addresses of all remotes */
    Conditions(GitFolder git, Environment environment, Supplier<List<String>> urls) {
        this.git = git;
        this.environment = environment;
        this.urls = urls;
    }

    /** Whether a condition in {@code file} holds; one that we do not know does not, as in git. */
    boolean hold(String condition, Path file) {
        return value(condition, "gitdir:")
                        .filter(pattern -> liesAt(pattern, LetterCase.MATTERS, file))
                        .isPresent()
                || value(condition, "gitdir/i:")
                        .filter(pattern -> liesAt(pattern, LetterCase.IGNORED, file))
                        .isPresent()
                || value(condition, "onbranch:")
                        .filter(pattern -> branch().filter(glob(pattern, LetterCase.MATTERS)::matches)
                                .isPresent())
                        .isPresent()
                || value(condition, "hasconfig:remote.*.url:")
                        .filter(pattern -> urls.get().stream().anyMatch(glob(pattern, LetterCase.MATTERS)::matches))
                        .isPresent();
    }

    private static Optional<String> value(String condition, String keyword) {
        return condition.startsWith(keyword)
                ? Optional.of(condition.substring(keyword.length()).replaceAll("\\\\(.)", "$1"))
                : Optional.empty();
    }

    private boolean liesAt(String pattern, LetterCase letterCase, Path file) {
        Glob glob = glob(anchored(pattern, file), letterCase);
        return Stream.of(git.folder().toAbsolutePath(), real(git.folder()))
                .map(folder -> ByteString.of(folder.toString().replace('\\', '/')))
                .anyMatch(glob::matches);
    }

    private String anchored(String pattern, Path file) {
        if (pattern.startsWith("~/")) {
            return environment.home().map(home -> literal(real(home))).orElse("~") + pattern.substring(1);
        }
        if (pattern.startsWith("./")) {
            Path folder = Optional.ofNullable(real(file).getParent()).orElse(file);
            return literal(folder) + pattern.substring(1);
        }
        return Path.of(pattern.replace('*', 'x').replace('?', 'x')).isAbsolute() ? pattern : "**/" + pattern;
    }

    private static String literal(Path path) {
        return path.toString().replace('\\', '/').replaceAll("[*?\\[]", "\\\\$0");
    }

    private static Glob glob(String pattern, LetterCase letterCase) {
        String whole = pattern.endsWith("/") ? pattern + "**" : pattern;
        return new Glob(ByteString.of(whole), letterCase);
    }

    private Optional<String> branch() {
        try {
            return Files.readString(git.folder().resolve("HEAD"))
                    .lines()
                    .findFirst()
                    .filter(line -> line.startsWith(BRANCH))
                    .map(line -> ByteString.of(line.substring(BRANCH.length()).strip()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
