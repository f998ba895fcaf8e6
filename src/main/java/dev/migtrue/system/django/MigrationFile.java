package dev.migtrue.system.django;

import dev.migtrue.model.FileText;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the text of one module in a folder of migrations says. It holds nothing of where the file lies: equal texts say the same. */
sealed interface MigrationFile {

    /** Reads a file. */
    Function<FileText, MigrationFile> READ = MigrationFile::read;

    /**
     * A migration.
     *
     * @param dependencies what must be applied before it
     * @param runBefore what must be applied after it
     * @param replaces what it was squashed from
     * @param at the line that opens its class
     * @param gap what the text does not tell, and why; absent when it tells all
     * @param isDjango whether the text speaks of Django: other tools, and Django's own forerunner, have classes of the same name
     */
    record Node(
            List<Reference> dependencies,
            List<Reference> runBefore,
            List<Reference.Named> replaces,
            Span at,
            Optional<String> gap,
            boolean isDjango)
            implements MigrationFile {
        public Node {
            dependencies = List.copyOf(dependencies);
            runBefore = List.copyOf(runBefore);
            replaces = List.copyOf(replaces);
        }
    }

    /** A module that is no migration: Django fails on it, whatever it is asked for. */
    record NoMigration() implements MigrationFile {}

    /** A file that may be a migration, but does not say so; {@code reason} says why. */
    record Unknown(String reason) implements MigrationFile {}

    private static MigrationFile read(FileText file) {
        return switch (file) {
            case FileText.Decoded decoded -> new MigrationReader(decoded.text()).read();
            case FileText.Unreadable unreadable -> new Unknown(unreadable.reason());
        };
    }
}
