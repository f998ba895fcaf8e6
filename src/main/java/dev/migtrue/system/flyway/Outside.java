package dev.migtrue.system.flyway;

import dev.migtrue.model.RepoPath;
import java.util.regex.Pattern;

/** Where Flyway's files are not, whatever they are called: copies that a build made, packages, hidden folders. */
final class Outside {

    private static final Pattern COPIES = Pattern.compile("(?:^|/)(?:target/(?:test-)?classes|build/resources"
            + "|bin/(?:main|test|default)|out/(?:production|test)|node_modules)/");
    private static final Pattern HIDDEN_FOLDER = Pattern.compile("(?:^|/)\\.[^/]+/");

    private Outside() {}

    /** Whether a folder is there that counts. */
    static boolean isNot(RepoPath folder) {
        String inside = folder.value() + "/";
        return !COPIES.matcher(inside).find() && !HIDDEN_FOLDER.matcher(inside).find();
    }
}
