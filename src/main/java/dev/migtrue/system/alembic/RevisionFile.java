package dev.migtrue.system.alembic;

import dev.migtrue.model.FileText;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the text of one file in a folder of migrations says. It holds nothing of where the file lies: equal texts say the same. */
sealed interface RevisionFile {

    /** Reads a file. */
    Function<FileText, RevisionFile> READ = RevisionFile::read;

    /**
     * A migration.
     *
     * @param id absent where the file leaves it to its own name, as Alembic once did
     * @param title the first line of its docstring; absent when there is none
     * @param parents what {@code down_revision} names
     * @param dependencies what {@code depends_on} names: ids or labels
     * @param labels what {@code branch_labels} names
     * @param gap what the text does not tell, and why; absent when it tells all
     * @param claims what its docstring says otherwise than its variables; mostly none
     * @param speaksOfColumn whether it names the column of the ids, as one does that widens it
     */
    record Revision(
            Optional<String> id,
            Optional<String> title,
            List<String> parents,
            List<String> dependencies,
            List<String> labels,
            Span at,
            Optional<String> gap,
            List<Claim> claims,
            boolean speaksOfColumn)
            implements RevisionFile {
        public Revision {
            claims = List.copyOf(claims);
            parents = List.copyOf(parents);
            dependencies = List.copyOf(dependencies);
            labels = List.copyOf(labels);
        }
    }

    /** A line of a docstring that does not hold. {@code said} is the line, {@code meant} what the variable holds, in words. */
    record Claim(Span at, String said, String meant) {}

    /** A file that makes Alembic fail, whatever it is asked for. */
    record Refused(Span at, String problem, String help) implements RevisionFile {

        /** A file that is no migration. */
        static Refused withoutId() {
            return new Refused(
                    Span.START,
                    "alembic refuses this folder: the file has no revision id",
                    "give the file a revision id, or move it out of the folder of migrations");
        }
    }

    /** A file that may be a migration, but does not say which. */
    record Unknown(Span at, String reason) implements RevisionFile {}

    private static RevisionFile read(FileText file) {
        return switch (file) {
            case FileText.Decoded decoded -> new RevisionReader(decoded.text()).read();
            case FileText.Unreadable unreadable -> new Unknown(Span.START, unreadable.reason());
        };
    }
}
