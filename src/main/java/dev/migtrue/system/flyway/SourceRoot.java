package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder from which a JVM build fills the class path: {@code app/src/main/resources}.
 *
 * @param module the folder of the build it belongs to
 * @param set the source set: {@code main}, {@code test}
 * @param language {@code resources}, {@code java} …
 */
record SourceRoot(RepoPath module, String set, String language) {

    private static final List<String> LANGUAGES = List.of("resources", "java", "kotlin", "groovy", "scala");
    private static final Pattern SHAPE =
            Pattern.compile("(?:(.*)/)?src/([^/]+)/(" + String.join("|", LANGUAGES) + ")(?:/.*)?");

    /** The source root that a path lies in, or is; absent outside of any. */
    static Optional<SourceRoot> of(RepoPath path) {
        Matcher shape = SHAPE.matcher(path.value());
        if (!shape.matches()) {
            return Optional.empty();
        }
        RepoPath module = Optional.ofNullable(shape.group(1)).map(RepoPath::new).orElse(RepoPath.TOP);
        return Optional.of(new SourceRoot(module, shape.group(2), shape.group(3)));
    }

    RepoPath path() {
        return module.child("src").child(set).child(language);
    }

    boolean isTest() {
        return set.toLowerCase(Locale.ROOT).contains("test");
    }

    /**
     * A folder and those that become one with it on the class path: Java migrations lie in {@code src/main/java}, under
     * the same package. Tests are left out, for beside migrations of their own they hold test classes.
     */
    static Stream<RepoPath> onOneClassPath(RepoPath folder) {
        return Stream.concat(
                Stream.of(folder),
                of(folder)
                        .filter(root -> !root.isTest() && folder.isUnder(root.path()))
                        .map(root -> root.counterparts(folder.relativeTo(root.path())))
                        .orElseGet(Stream::empty));
    }

    private Stream<RepoPath> counterparts(String inside) {
        return LANGUAGES.stream()
                .filter(other -> !other.equals(language))
                .map(other -> new SourceRoot(module, set, other).path().child(inside));
    }
}
