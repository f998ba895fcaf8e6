package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder from which a JVM build fills the class path: {@code app/src/main/resources}.
 *
 * @param module the folder of the build it belongs to
 */
record SourceFolder(RepoPath module, RepoPath path, boolean isTest) {

    private static final Pattern SHAPE =
            Pattern.compile("((?:(.*)/)?src/([^/]+)/(?:resources|java|kotlin|groovy|scala))(?:/.*)?");

    /** The one that a path lies in. */
    static Optional<SourceFolder> of(RepoPath path) {
        Matcher shape = SHAPE.matcher(path.value());
        if (!shape.matches()) {
            return Optional.empty();
        }
        RepoPath module = Optional.ofNullable(shape.group(2)).map(RepoPath::new).orElse(RepoPath.TOP);
        return Optional.of(new SourceFolder(
                module,
                new RepoPath(shape.group(1)),
                shape.group(3).toLowerCase(Locale.ROOT).contains("test")));
    }

    RepoPath mainResources() {
        return module.child("src").child("main").child("resources");
    }
}
