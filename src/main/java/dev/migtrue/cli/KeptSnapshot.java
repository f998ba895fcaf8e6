package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.SnapshotSettings;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.snapshot.SnapshotFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code migtrue snapshot} kept of databases.
 *
 * @param usual where it is kept; absent where there is no folder for it
 * @param start what another file is relative to
 */
record KeptSnapshot(Optional<SnapshotFile> usual, SnapshotSettings settings, Path start, PrintWriter warnings) {

    /** What {@code --db} takes for it. */
    static final String WORD = "snapshot";

    private static final String NAMED = WORD + ":";

    static KeptSnapshot of(Configuration configuration, Surroundings surroundings, Repository repository) {
        Path top = repository.workTree().orElse(surroundings.directory());
        SnapshotSettings settings = configuration.snapshot();
        Optional<SnapshotFile> usual = settings.file()
                .map(file -> new SnapshotFile(top.resolve(file), file))
                .or(() -> repository.folder().map(SnapshotFile::inGit));
        return new KeptSnapshot(usual, settings, surroundings.directory(), surroundings.err());
    }

    boolean exists() {
        return usual.filter(SnapshotFile::exists).isPresent();
    }

    /** The databases that {@code snapshot} or {@code snapshot:FILE} stands for; absent where the word is another one. */
    Optional<List<Database>> databases(String word) {
        return word.startsWith(NAMED)
                ? Optional.of(opened(file(word.substring(NAMED.length()))))
                : usual.filter(file -> word.equals(WORD)).map(this::opened);
    }

    SnapshotFile file(String path) {
        return new SnapshotFile(start.resolve(path), path);
    }

    private List<Database> opened(SnapshotFile file) {
        List<Database> databases = file.databases(Instant.now());
        databases.stream()
                .flatMap(database -> database.asOf().stream())
                .filter(taken -> taken.age().compareTo(settings.staleAfter()) > 0)
                .findFirst()
                .ifPresent(taken -> warnings.println(
                        "migtrue: warning: the snapshot is %s old: take another with 'migtrue snapshot'"
                                .formatted(taken.ageInWords())));
        return databases;
    }
}
