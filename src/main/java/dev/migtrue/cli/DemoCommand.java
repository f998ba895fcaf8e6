package dev.migtrue.cli;

import dev.migtrue.cli.demo.Incident;
import dev.migtrue.cli.demo.TemporaryFolder;
import dev.migtrue.model.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.jgit.api.errors.GitAPIException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migtrue demo}: plays the founding incident with the real check, and its cure. */
@Command(
        name = "demo",
        description = "Play the incident that migtrue was made for, in a temporary folder that is deleted afterwards.")
final class DemoCommand implements Callable<Integer> {

    private static final String BEFORE = """
                The incident migtrue was made for, in %s

                1. A team keeps its Alembic migrations in git. 001 to 008 are committed, and applied to the
                   shared database.
                """;

    private static final String FRIDAY = """
                2. On Friday evening somebody writes 009 to 014 on a laptop and runs

                     $ alembic upgrade head

                   against the shared database. It works. The six files are never committed, and nothing
                   complains: not git, not Alembic, not the database.

                3. On Monday every CI run of everybody else dies with

                     Can't locate revision identified by '%s'

                   although 'alembic heads' shows a healthy history there.

                4. What migtrue would have said on Friday:
                """;

    private static final String CURE = """
                5. The cure is the command that it prints:

                     $ git add -- migrations/versions && git commit -m 'Add migrations 009 to 014'
                """;

    private static final String END = """
                That was a real git repository and a real SQLite database; Alembic itself was not run, its version
                table was written as Alembic would. The folder is deleted now.

                Next: 'migtrue check' in a repository of yours, with --db or DATABASE_URL for the version table.
                """;

    private final Surroundings surroundings;

    @Mixin
    private OutputOptions output = new OutputOptions();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (TemporaryFolder folder = new TemporaryFolder();
                Incident incident = Incident.in(folder.path())) {
            Stage stage = new Stage(surroundings.in(folder.path()).withOneStream());
            stage.tell(BEFORE.formatted(folder.path()));
            incident.migrateFromLaptop();
            stage.tell(FRIDAY.formatted(Incident.FORGOTTEN.getLast()));
            stage.run("status", "--db", incident.databaseUrl());
            stage.run("check", "--db", incident.databaseUrl());
            incident.commitForgotten();
            stage.tell(CURE);
            stage.run("check", "--db", incident.databaseUrl());
            stage.tell(END);
            return ExitCode.CLEAN.number();
        } catch (IOException | GitAPIException problem) {
            throw new Failure(
                    "the demonstration could not be laid out: " + problem.getMessage(),
                    "check that the folder for temporary files can be written to",
                    problem);
        }
    }

    /** Tells the story, and runs the real program within it. */
    private final class Stage {

        private final Surroundings place;

        Stage(Surroundings place) {
            this.place = place;
        }

        void tell(String text) {
            place.out().println(text);
            place.out().flush();
        }

        void run(String... arguments) {
            PrintWriter out = place.out();
            out.println("     $ migtrue " + String.join(" ", arguments));
            out.println();
            out.flush();
            List<String> all = new ArrayList<>(List.of(arguments));
            all.add("--color=" + output.color());
            int code = new Main(place).run(all.toArray(String[]::new));
            out.println();
            out.println("     (exit code " + code + ")");
            out.println();
            out.flush();
        }
    }
}
