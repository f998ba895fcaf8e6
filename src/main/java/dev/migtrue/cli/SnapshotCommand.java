package dev.migtrue.cli;

import dev.migtrue.facts.Survey;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.Uses;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.snapshot.KeptSchemaFile;
import dev.migtrue.gather.snapshot.Recording;
import dev.migtrue.gather.snapshot.RecordingDatabase;
import dev.migtrue.gather.snapshot.Snapshot;
import dev.migtrue.gather.snapshot.SnapshotFile;
import dev.migtrue.hook.HookMemory;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.Summary.Detail;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migtrue snapshot}: keeps what the databases say of their migrations, for hooks and for machines that reach no database. */
@Command(
        name = "snapshot",
        description = {
            "Save the version tables of the databases. Hooks go by them without connecting; elsewhere --db snapshot does.",
            "",
            "The file holds the rows of the version tables, where each database is (no user, no secret), the time, and a hash"
                    + " of what the databases said. When one of them cannot be read nothing is saved: the exit code is 3."
        })
final class SnapshotCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to save it. Default: what 'snapshot' in migtrue.yaml says, else git's folder.")
    private @Nullable Path file;

    @Option(
            names = "--schema",
            description =
                    "Save instead what one database is made of, as text to be committed: 'migtrue drift' compares others with"
                            + " it. Take it from a database that is known to be right. Default file: what 'schema' in migtrue.yaml says,"
                            + " else migtrue.schema at the top of the repository.")
    private boolean ofSchema;

    SnapshotCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Surroundings here = surroundings.in(reading.start(surroundings));
        try (Workplace workplace = reading.open(surroundings)) {
            Uses uses = new Surveyor(workplace.repository(), List.of())
                    .detect(reading.systems(workplace.configuration(), surroundings.environment()), layout -> true);
            save(workplace, here, uses);
        }
        return ExitCode.CLEAN.number();
    }

    private void save(Workplace workplace, Surroundings here, Uses uses) {
        try (OpenDatabases opened = reading.databases(workplace, here, uses)) {
            if (opened.all().isEmpty()) {
                throw new UsageException("no database to save: name one with --db, or set DATABASE_URL");
            }
            if (ofSchema) {
                keepSchema(workplace, here, opened.all(), uses);
                return;
            }
            List<RecordingDatabase> databases =
                    opened.all().stream().map(RecordingDatabase::new).toList();
            Survey survey = new Surveyor(workplace.repository(), List.copyOf(databases)).survey(uses);
            if (survey.projects().isEmpty()) {
                throw new UsageException("no migrations found, so there is no version table to save");
            }
            databases.forEach(SnapshotCommand::requireRead);
            save(
                    destination(KeptSnapshot.of(workplace.configuration(), here, workplace.repository())),
                    databases.stream()
                            .flatMap(database -> database.recordings().stream())
                            .toList());
            forgetVerdicts(here);
        }
    }

    private void keepSchema(Workplace workplace, Surroundings here, List<Database> databases, Uses uses) {
        KeptSchemaFile destination = Optional.ofNullable(file)
                .map(named -> new KeptSchemaFile(here.directory().resolve(named), named.toString()))
                .orElseGet(() -> SchemaOptions.kept(workplace, here));
        String told = new SchemaKeeping(workplace, databases).keep(uses, destination);
        surroundings.err().println("migtrue: " + told);
    }

    private static void requireRead(RecordingDatabase database) {
        database.obstacle().ifPresent(unread -> {
            throw new Failure(
                    "database %s not read: %s".formatted(database.name(), unread.reason()),
                    "nothing was saved; a snapshot from before is as it was");
        });
    }

    private SnapshotFile destination(KeptSnapshot kept) {
        return Optional.ofNullable(file)
                .map(named -> kept.file(named.toString()))
                .or(kept::usual)
                .orElseThrow(() -> new UsageException("there is no place to save it: name one with --output"));
    }

    private void save(SnapshotFile destination, List<Recording> databases) {
        destination.write(new Snapshot(Instant.now().truncatedTo(ChronoUnit.SECONDS), databases));
        surroundings.err().println("migtrue: saved " + destination.written());
        if (output.detail() == Detail.LINE) {
            return;
        }
        for (Recording database : databases) {
            database.tables()
                    .forEach((question, answer) -> surroundings
                            .err()
                            .println("  database %s at %s: %s"
                                    .formatted(database.name(), database.target(), words(question.table(), answer))));
        }
    }

    private static String words(String table, TableRead answer) {
        return switch (answer) {
            case TableRead.Rows rows ->
                "%d %s in %s".formatted(rows.rows().size(), rows.rows().size() == 1 ? "row" : "rows", rows.table());
            case TableRead.NoTable none -> "no table " + table;
            case TableRead.NotRead unread -> "not read: " + unread.reason();
        };
    }

    /** What a hook found clean by an older snapshot is to be looked at again. */
    private static void forgetVerdicts(Surroundings here) {
        try {
            HookMemory.forget(here.directory(), here.environment());
        } catch (Failure noGit) {
            // Without git there are no hooks either.
            return;
        }
    }
}
