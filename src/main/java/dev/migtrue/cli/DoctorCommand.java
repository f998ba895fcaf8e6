package dev.migtrue.cli;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.git.Profile;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.plumbing.GitProgram;
import dev.migtrue.hook.Hook;
import dev.migtrue.hook.HookStage;
import dev.migtrue.hook.HookState;
import dev.migtrue.hook.HooksFolder;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import dev.migtrue.report.DoctorReport;
import dev.migtrue.report.DoctorReport.Health;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migtrue doctor}: says what works here and why not. What does not work is an answer: the exit code does not tell of it. */
@Command(
        name = "doctor",
        description = {
            "Tell what works here and why not: Java, git, the repository and who reads it, the base branch, the migrations"
                    + " found, the databases and the hooks.",
            "",
            "Most of a repository is read without git. git is needed for the hooks, and to read an index that is split,"
                    + " a repository with SHA-256 and what a partial clone left out; what is fetched for that is thrown away"
                    + " afterwards, and GIT_NO_LAZY_FETCH=1 does without. safe.directory is not asked for: no program that a"
                    + " configuration names is ever run.",
            "",
            "The exit code is 0 whatever is found."
        })
final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DoctorReport report = new DoctorReport(output.styleOfOutput(surroundings));
        report.add(Health.OK, "migtrue", Commands.Version.current());
        report.add(Health.OK, "Java", "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor")));
        boolean isReadable = attempt(report, "repository", () -> examineRepository(report))
                && attempt(report, "migrations", () -> examineSurvey(report));
        Optional<String> git = GitProgram.version(reading.start(surroundings), surroundings.environment());
        report.add(
                git.isPresent() ? Health.OK : Health.NOTABLE,
                "git",
                git.orElse("not on the PATH: there can be no hooks, and some kinds of repository cannot be read"));
        if (git.isPresent() && isReadable) {
            attempt(report, "hooks", () -> examineHooks(report));
        }
        surroundings.out().print(report.render());
        return ExitCode.CLEAN.number();
    }

    /** Whether the examination came to its end. */
    private static boolean attempt(DoctorReport report, String subject, Runnable examination) {
        try {
            examination.run();
            return true;
        } catch (UsageException misuse) {
            report.add(Health.NOTABLE, subject, String.valueOf(misuse.getMessage()));
        } catch (Failure failure) {
            report.add(Health.NOTABLE, subject, failure.problem() + ": " + failure.remedy());
        }
        return false;
    }

    private void examineRepository(DoctorReport report) {
        try (Workplace workplace = reading.open(surroundings)) {
            Repository repository = workplace.repository();
            Profile profile = repository.profile();
            Stream<String> parts =
                    Stream.concat(profile.folder().map(Path::toString).stream(), profile.traits().stream());
            report.add(Health.OK, "repository", parts.collect(Collectors.joining(", ")));
            repository.workTree().ifPresent(top -> report.add(Health.OK, "work tree", top.toString()));
            report.add(Health.OK, "read by", readers(profile));
            report.add(repository.baseBranch());
        }
    }

    private static String readers(Profile profile) {
        return Stream.concat(
                        Stream.of("JGit"),
                        profile.readByGit().stream()
                                .map(part -> "git for the %s, as %s".formatted(part.part(), part.why())))
                .collect(Collectors.joining("; "));
    }

    private void examineSurvey(DoctorReport report) {
        Reading read = reading.read(surroundings, Wish.PLACES);
        Survey survey = read.survey();
        if (survey.projects().isEmpty()) {
            report.add(Health.NOTABLE, "migrations", "none found");
        }
        for (Facts facts : survey.projects()) {
            report.add(
                    Health.OK,
                    facts.project().system(),
                    "%d in %s, recognised by %s"
                            .formatted(
                                    facts.presences().size(),
                                    facts.project().folders().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(", ")),
                                    facts.project().recognisedBy()));
        }
        if (survey.targets().isEmpty() && read.origins().isEmpty()) {
            report.add(Health.NOTABLE, "database", "none named: give --db, or set DATABASE_URL");
        }
        read.origins().forEach(origin -> report.add(Health.OK, "address", origin.line()));
        survey.targets().forEach((name, target) -> examineDatabase(report, survey, name, target.address()));
    }

    private static void examineDatabase(DoctorReport report, Survey survey, DatabaseName name, String target) {
        List<Applied> states = survey.projects().stream()
                .flatMap(facts -> Optional.ofNullable(facts.databases().get(name)).stream())
                .toList();
        boolean isRead = states.stream().anyMatch(state -> !(state instanceof Applied.NotRead));
        String words = states.stream().map(DoctorCommand::words).distinct().collect(Collectors.joining("; "));
        report.add(
                isRead ? Health.OK : Health.NOTABLE,
                "database " + name,
                target + ": " + (states.isEmpty() ? "not read, as no migrations were found" : words));
    }

    private static String words(Applied state) {
        return switch (state) {
            case Applied.NotRead unread -> "not read: " + unread.reason();
            case Applied.NoTable none -> "no table " + none.table();
            case Applied.Known known ->
                "%d applied in %s".formatted(known.migrations().size(), known.table());
        };
    }

    private void examineHooks(DoctorReport report) {
        HooksFolder folder = HooksFolder.find(reading.start(surroundings), surroundings.environment());
        for (HookStage stage : HookStage.usual(folder.side())) {
            Hook hook = new Hook(folder, stage);
            boolean isRun = hook.state() instanceof HookState.Installed || hook.isRunByOther();
            report.add(isRun ? Health.OK : Health.NOTABLE, stage.label(), HookSetup.words(hook));
        }
    }
}
