package dev.migtrue.system.liquibase;

import dev.migtrue.model.RepoPath;
import java.util.regex.Pattern;

/** Where no changelogs of the project are, whatever they are called: copies that a build made, packages, hidden folders, tests. */
final class Outside {

    private static final Pattern COPIES = Pattern.compile("(?:^|/)(?:target/(?:test-)?classes|build/resources"
            + "|bin/(?:main|test|default)|out/(?:production|test)|node_modules|\\.[^/]+)/");

    private Outside() {}

    static boolean isNot(RepoPath file) {
        return !COPIES.matcher(file.value()).find()
                && SourceFolder.of(file).filter(SourceFolder::isTest).isEmpty();
    }
}
