package dev.migtrue.cli;

import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.git.Search;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Committing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a command wants to know.
 *
 * @param paths in or around which; none means everywhere
 * @param depth how deep to search for files that no place has
 * @param content of which migrations the content is looked at
 * @param dialect what the user says that they are written in
 * @param committing what the user says of how scripts are run that no migration system claims
 * @param schemas whether to look at what databases are made of
 */
record Wish(
        List<Path> paths,
        Search.Depth depth,
        ReviewSet content,
        Optional<Dialect> dialect,
        Optional<Committing> committing,
        SchemaWish schemas) {

    /** All places, and no content. */
    static final Wish PLACES =
            new Wish(List.of(), Search.Depth.KNOWN, new ReviewSet.Nothing(), Optional.empty(), Optional.empty(), SchemaWish.NONE);

    Wish {
        paths = List.copyOf(paths);
    }

    /** The same of other migrations. */
    Wish of(ReviewSet other) {
        return new Wish(paths, depth, other, dialect, committing, schemas);
    }

    /** The same, searched for as deep as that. */
    Wish deep(Search.Depth other) {
        return new Wish(paths, other, content, dialect, committing, schemas);
    }

    /** The same, where it is known what migrations are written in; absent where it is to be found out. */
    Wish speaking(Optional<Dialect> known) {
        return new Wish(paths, depth, content, known, committing, schemas);
    }

    /** The same, with the schemas of databases. */
    Wish with(SchemaWish compared) {
        return new Wish(paths, depth, content, dialect, committing, compared);
    }
}
