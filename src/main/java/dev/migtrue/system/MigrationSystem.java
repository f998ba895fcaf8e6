package dev.migtrue.system;

import dev.migtrue.model.Tree;
import java.util.List;

/** A migration tool. Each is listed once in {@link MigrationSystems#ALL} and passes the shared contract test. */
public interface MigrationSystem {

    /** The name that users write: {@code alembic}, {@code flyway}. */
    String name();

    /**
     * Where this tool is used in a tree, sorted by root; empty when it is not used here. A repository may use one tool several times.
     */
    List<Layout> detect(Tree tree);
}
