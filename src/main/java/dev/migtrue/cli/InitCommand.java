package dev.migtrue.cli;

import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.config.InitialText;
import dev.migtrue.config.SystemSettings;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.MigrationSystems;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migtrue init}: writes a configuration in which everything is a comment. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Write a commented migtrue.yaml from what is detected. It changes nothing until it is edited, and one"
                        + " that is there already is left alone.")
final class InitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "-C", paramLabel = "DIR", description = "Run as if started in DIR.")
    private @Nullable Path directory;

    @Option(names = "--stdout", description = "Print it instead of writing it.")
    private boolean isPrinted;

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path start = directory == null
                ? surroundings.directory()
                : surroundings.directory().resolve(directory);
        try (Repository repository = Repository.open(start, surroundings.environment(), Optional.empty())) {
            String text = text(repository, surroundings.environment());
            if (isPrinted) {
                surroundings.out().print(text);
                return ExitCode.CLEAN.number();
            }
            Path top = repository
                    .workTree()
                    .orElseThrow(() -> new UsageException("a bare repository has no place for " + ConfigurationFile.NAME
                            + ": print it with --stdout"));
            write(top, text);
        }
        return ExitCode.CLEAN.number();
    }

    private void write(Path top, String text) {
        Path file = top.resolve(ConfigurationFile.NAME);
        UsageException isThere = new UsageException(
                ConfigurationFile.NAME + " is there already: edit it, or see with --stdout what would be written");
        if (ConfigurationFile.atTop(top).isPresent()) {
            throw isThere;
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException justNow) {
            throw isThere;
        } catch (IOException problem) {
            throw new Failure(
                    "cannot write " + file + ": " + problem.getMessage(), "print it instead with --stdout", problem);
        }
        surroundings.out().println("wrote " + file + ": everything in it is a comment until you edit it");
    }

    private static String text(Repository repository, Map<String, String> environment) {
        List<SystemSettings> detected = new Surveyor(repository, List.of())
                .survey(MigrationSystems.within(environment), layout -> true).projects().stream()
                        .map(facts -> new SystemSettings(
                                facts.project().system(), facts.project().root(), Optional.empty()))
                        .distinct()
                        .toList();
        Optional<String> base = repository.baseBranch() instanceof BaseBranch.Known known
                ? Optional.of(known.tip().name().replaceFirst("^origin/", ""))
                : Optional.empty();
        return new InitialText(Workplace.vocabulary(), detected, base).text();
    }
}
