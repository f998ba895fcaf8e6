package dev.migtrue.gather;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Project;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is to be looked at in migrations, and how they are to be read.
 *
 * @param dialect what the user says that their SQL is written in; absent where it is to be found out
 * @param breadth whether models are looked at as well
 * @param hints what a project's own files and variables say of its database, the most telling first; asked only where something is looked at
 */
public record ReviewOrder(
        ReviewSet set, Optional<Dialect> dialect, Breadth breadth, Function<Project, List<Hint>> hints) {

    /** Nothing is looked at. */
    public static final ReviewOrder NONE = new ReviewOrder(new ReviewSet.Nothing());

    /** What is looked at. */
    public enum Breadth {
        MIGRATIONS,
        /** Migrations, and the models for which they are written. */
        MODELS
    }

    /**
     * The kind of a database, and who says so.
     *
     * @param kind as addresses begin: {@code postgresql}, {@code mysql} …
     * @param origin for messages: {@code sqlalchemy.url in 'alembic.ini'}
     */
    public record Hint(String kind, String origin) {}

    /** Only the files themselves tell how they are to be read. */
    public ReviewOrder(ReviewSet set) {
        this(set, Optional.empty(), Breadth.MIGRATIONS, project -> List.of());
    }

    /** This one, looking at models as well. */
    public ReviewOrder withModels() {
        return new ReviewOrder(set, dialect, Breadth.MODELS, hints);
    }
}
