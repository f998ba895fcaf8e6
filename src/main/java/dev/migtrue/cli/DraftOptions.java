package dev.migtrue.cli;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Survey;
import dev.migtrue.facts.Target;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.draft.CatchUp;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the draft of a migration goes, if one is asked for. */
final class DraftOptions {

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Write the draft of a migration that says what the database has and no migration makes, in the form of the"
                            + " project's tool: to standard output (findings then go to standard error), or into a new file. What would"
                            + " destroy stands there as a comment. It is never run.")
    private @Nullable String draft;

    /** A database, and what its draft is made from. */
    private record Drafted(Facts facts, DatabaseName database, SchemaView view) {}

    /** Refuses what cannot be done, before anything is read. */
    void check(Path start) {
        file(start).filter(Files::exists).ifPresent(DraftOptions::refuse);
    }

    /** Refuses a draft of several databases, which would say of each what another has. */
    void check(Survey survey) {
        if (Optional.ofNullable(draft).isPresent() && survey.databases().size() > 1) {
            throw new UsageException("--draft: a draft is of one database; name it with --db");
        }
    }

    /** Whether the draft is what goes to standard output. */
    boolean takesOutput() {
        return Optional.ofNullable(draft).filter(String::isEmpty).isPresent();
    }

    /** Writes the draft, if one was asked for. {@code start} is what the name of its file is relative to. */
    void write(Survey survey, Surroundings surroundings, Path start) {
        if (Optional.ofNullable(draft).isEmpty()) {
            return;
        }
        Drafted drafted = drafted(survey);
        drafted.view().obstacle().ifPresent(reason -> {
            throw new Failure(
                    "no draft: the schema of database %s was not compared: %s".formatted(drafted.database(), reason),
                    "a draft says how two schemas differ; the rule schema-not-compared tells what a comparison needs");
        });
        String address = Optional.ofNullable(survey.targets().get(drafted.database()))
                .map(Target::address)
                .orElse("");
        Optional<String> text = new CatchUp(drafted.facts(), drafted.database(), address, drafted.view(), Instant.now())
                .text()
                .map(surroundings.secrets()::withoutDistinctive);
        if (text.isEmpty()) {
            surroundings.err().println("migtrue: no draft: the migrations say all that is there");
            return;
        }
        file(start)
                .ifPresentOrElse(
                        file -> write(file, text.get(), surroundings),
                        () -> surroundings.out().print(text.get()));
        surroundings.out().flush();
    }

    private static Drafted drafted(Survey survey) {
        List<Drafted> all = survey.projects().stream()
                .flatMap(facts -> facts.circumstances().schemas().entrySet().stream()
                        .map(entry -> new Drafted(facts, entry.getKey(), entry.getValue())))
                .toList();
        return all.stream()
                .findFirst()
                .orElseThrow(() ->
                        new Failure("no draft: no schema was compared", "name a database that can be read with --db"));
    }

    private Optional<Path> file(Path start) {
        return Optional.ofNullable(draft).filter(name -> !name.isEmpty()).map(start::resolve);
    }

    private static void write(Path file, String text, Surroundings surroundings) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException problem) {
            refuse(file);
        } catch (IOException problem) {
            throw new Failure(
                    "cannot write the draft to " + file + ": " + problem.getMessage(),
                    "name a file in a folder that exists and may be written to",
                    problem);
        }
        surroundings.err().println("migtrue: drafted " + file + "; nothing was run");
    }

    private static void refuse(Path file) {
        throw new UsageException(
                "--draft: " + file + " is there already, and nothing is written over; name another file");
    }
}
