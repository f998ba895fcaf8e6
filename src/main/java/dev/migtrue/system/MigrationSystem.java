package dev.migtrue.system;

import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A migration tool. Each is listed once in {@link MigrationSystems#ALL} and passes the shared contract test. */
public interface MigrationSystem {

    /** Every path there is. */
    Set<String> ANY_NAME = Set.of("*");

    /** The name that users write: {@code alembic}, {@code flyway}. */
    String name();

    /** This tool as environment variables set it up; itself where it reads none. Secrets among them are not kept. */
    default MigrationSystem within(Map<String, String> environment) {
        return this;
    }

    /**
     * Where this tool is used in a tree, sorted by root; empty when it is not used here. A repository may use one tool several times.
     */
    List<Layout> detect(Tree tree);

    /**
     * The names by which {@link #detect} recognises files in a tree, as patterns for their paths: {@code *} stands for any characters, {@code /}
     * among them, {@code [0-9]} for a digit, and upper and lower case are the same. Where no file of these names comes, goes or changes, nor one in a
     * folder that detection looked into, the same layouts are found: so a hook may pass by what is called otherwise. A system that does not say takes
     * every name.
     */
    default Set<String> telling(Tree tree) {
        return ANY_NAME;
    }
}
