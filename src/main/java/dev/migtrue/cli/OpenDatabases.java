package dev.migtrue.cli;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.snapshot.UnreachableMemory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The databases of one run, closed together.
 *
 * @param origins where the address of each was said, empty where the user named them
 */
record OpenDatabases(List<Database> all, List<AddressOrigin> origins) implements AutoCloseable {

    OpenDatabases {
        all = List.copyOf(all);
        origins = List.copyOf(origins);
    }

    /** Databases that the user named. */
    OpenDatabases(List<Database> all) {
        this(all, List.of());
    }

    static OpenDatabases none() {
        return new OpenDatabases(List.of());
    }

    /** These, none of which is waited for again right after it could not be reached. */
    OpenDatabases rememberedIn(Optional<Path> gitFolder) {
        return gitFolder
                .map(folder -> UnreachableMemory.inGit(folder, InstantSource.system()))
                .map(memory ->
                        new OpenDatabases(all.stream().map(memory::around).toList()))
                .orElse(this);
    }

    @Override
    public void close() {
        all.forEach(Database::close);
    }
}
