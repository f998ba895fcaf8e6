package dev.migtrue.cli;

import dev.migtrue.gather.ReviewSet;
import dev.migtrue.gather.git.Search;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Committing;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Of which migrations the content is looked at, and how it is read. */
final class ReviewOptions {

    @Option(
            names = "--staged",
            description = "Look at the content of what the index adds or changes only, as a hook does.")
    private boolean staged;

    @Option(
            names = "--since",
            paramLabel = "REF",
            description =
                    "Look at the content of what is new since the merge base with REF. Default: with the base branch;"
                            + " where there is none, of everything.")
    private @Nullable String since;

    @Option(names = "--all", description = "Look at the content of every migration.")
    private boolean all;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description =
                    "The SQL that migrations are written in: postgresql, mysql, mariadb, sqlite, sqlserver, oracle, h2 or"
                            + " ansi. Default: what migtrue.yaml, the migration tool's configuration, the database, the names of"
                            + " folders or the SQL itself say.")
    private @Nullable String dialect;

    @Option(
            names = "--transaction",
            paramLabel = "HOW",
            description =
                    "How scripts that belong to no migration system are run: file (each in one transaction), statement"
                            + " (each statement by itself) or implicit-commit (definitions commit). Default: file, and"
                            + " implicit-commit where the database knows nothing else.")
    private @Nullable String transaction;

    Wish wish(List<Path> paths, Search.Depth depth) {
        return new Wish(
                paths,
                depth,
                set(),
                named("--dialect", dialect, Dialect.values(), Dialect::id),
                named("--transaction", transaction, Committing.values(), Committing::id),
                SchemaWish.NONE);
    }

    private ReviewSet set() {
        long chosen = Stream.of(staged, since != null, all).filter(each -> each).count();
        if (chosen > 1) {
            throw new UsageException("--staged, --since and --all: give one of them");
        }
        if (since != null) {
            return new ReviewSet.Since(since);
        }
        if (staged) {
            return new ReviewSet.Staged();
        }
        return all ? new ReviewSet.Everything() : new ReviewSet.Fresh();
    }

    private static <T> Optional<T> named(String option, @Nullable String name, T[] known, Function<T, String> label) {
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(known)
                .filter(each -> label.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("%s: '%s' is none of %s"
                        .formatted(option, name, Arrays.stream(known).map(label).collect(Collectors.joining(", "))))));
    }
}
