package dev.migtrue.incident;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/** A migration tool that is really run where it can be had, and the fourteen migrations of the incident in its own form. */
interface RealTool {

    /** What tests call it. */
    String name();

    /** Where its migrations lie. */
    String folder();

    /** The id of a migration, 1 to 14. */
    String id(int number);

    String file(int number);

    String text(int number);

    /** The engines that it is run on here. */
    default Set<RealDatabase.Engine> engines() {
        return EnumSet.of(RealDatabase.Engine.POSTGRESQL, RealDatabase.Engine.SQLITE);
    }

    /** Its own files besides the migrations. */
    default SequencedMap<String, String> settings() {
        return new LinkedHashMap<>();
    }

    /** Runs everything in a folder against a database. */
    void migrate(Path project, RealDatabase database);

    /**
     * The committed migrations of which a version table no longer tells that they were run once the files 9 to 14 are deleted, so that they are looked
     * at as new ones are.
     */
    default List<Integer> unknownWhenDeleted() {
        return List.of();
    }

    /** The migrations that a version table still names after the files 9 to 14 are deleted. */
    default List<Integer> orphansWhenDeleted() {
        return Chain.FORGOTTEN;
    }
}
