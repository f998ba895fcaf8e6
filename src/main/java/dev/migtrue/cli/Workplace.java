package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.config.ConfigurationReader;
import dev.migtrue.config.Vocabulary;
import dev.migtrue.gather.address.EnvironmentFiles;
import dev.migtrue.gather.address.Review;
import dev.migtrue.gather.database.DriverFolder;
import dev.migtrue.gather.git.BaseWish;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.scratch.replay.Commands;
import dev.migtrue.hook.HookStage;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Committing;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The repository that a run is about, and what its configuration says. */
record Workplace(Repository repository, Configuration configuration) implements AutoCloseable {

    private static final Duration LONGEST_COMMAND = Duration.ofMinutes(10);

    /**
     * Opens the repository around the folder that these surroundings start in.
     *
     * @param base the branch to be merged into, where the command line names one
     * @param file the configuration, where the command line names it; else it is at the top of the work tree, or of HEAD where there is
     *     none
     */
    static Workplace open(Surroundings surroundings, Optional<String> base, Optional<Path> file) {
        Repository repository = Repository.open(surroundings.directory(), surroundings.environment(), base);
        try {
            Configuration configuration = configuration(repository, surroundings.directory(), file);
            if (base.isPresent() || configuration.base().isEmpty()) {
                return new Workplace(repository, configuration);
            }
            repository.close();
            BaseWish wish = new BaseWish(base, configuration.base());
            return new Workplace(
                    Repository.open(surroundings.directory(), surroundings.environment(), wish), configuration);
        } catch (RuntimeException failure) {
            repository.close();
            throw failure;
        }
    }

    /** What the file at the top of a work tree says. */
    static Configuration configuration(Path workTree) {
        return read(ConfigurationFile.NAME, ConfigurationFile.atTop(workTree));
    }

    /** What a file says that the user names, where there is no repository around. */
    static Configuration configurationAt(Path file) {
        return read(file.toString(), Optional.of(ConfigurationFile.read(file))).outside();
    }

    /** How commands are run that the configuration names, where they may be. */
    Commands commands(Surroundings surroundings) {
        Review review = Review.of(repository.trees(), surroundings.environment());
        Consent consent = Consent.of("'replayCommand'", configuration, surroundings.environment(), review);
        return new Commands(top(surroundings), surroundings.environment(), LONGEST_COMMAND, consent.objection());
    }

    /** The databases that can be asked for. */
    NamedDatabases databases(Surroundings surroundings) {
        return databases(configuration, repository, surroundings);
    }

    /** The databases that can be asked for where a configuration says what it says. */
    static NamedDatabases databases(Configuration configuration, Repository repository, Surroundings surroundings) {
        Path top = repository.workTree().orElse(surroundings.directory());
        Review review = Review.of(repository.trees(), surroundings.environment());
        Map<String, String> environment = configuration.variableFiles().isEmpty()
                ? surroundings.environment()
                : EnvironmentFiles.added(
                        surroundings.environment(),
                        configuration.variableFiles(),
                        review,
                        file -> text(top.resolve(file.value())));
        Surroundings inside = surroundings.with(environment);
        return new NamedDatabases(
                configuration.databases(),
                KeptSnapshot.of(configuration, surroundings, repository),
                new ReferredDatabases(
                        inside,
                        top,
                        Consent.of(configuration, surroundings.environment(), review),
                        // Not from the variables that files of the project add: those must not name code.
                        DriverFolder.of(surroundings.environment(), surroundings.directory()),
                        new TenantProgress(surroundings)));
    }

    private static Optional<String> text(Path file) {
        return !Files.isSymbolicLink(file) && ConfigurationFile.read(file) instanceof FileText.Decoded decoded
                ? Optional.of(decoded.text())
                : Optional.empty();
    }

    /** What relative paths in the configuration are relative to. */
    Path top(Surroundings surroundings) {
        return repository.workTree().orElse(surroundings.directory());
    }

    @Override
    public void close() {
        repository.close();
    }

    private static Configuration configuration(Repository repository, Path directory, Optional<Path> file) {
        if (file.isPresent()) {
            Path named = directory.resolve(file.get());
            Configuration said = read(file.get().toString(), Optional.of(ConfigurationFile.read(named)));
            return isInside(named, repository) ? said : said.outside();
        }
        return repository
                .workTree()
                .map(Workplace::configuration)
                .orElseGet(() -> read(ConfigurationFile.NAME, inHead(repository)));
    }

    /** Links do not lead out of a repository: one may have been brought along. */
    private static boolean isInside(Path file, Repository repository) {
        Path written = file.toAbsolutePath().normalize();
        return repository
                .workTree()
                .map(top -> top.toAbsolutePath().normalize())
                .filter(top -> written.startsWith(top) || real(written).startsWith(real(top)))
                .isPresent();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }

    private static Optional<FileText> inHead(Repository repository) {
        return Optional.ofNullable(repository.trees().get(Source.HEAD))
                .flatMap(head -> head.text(new RepoPath(ConfigurationFile.NAME)));
    }

    private static Configuration read(String name, Optional<FileText> text) {
        return text.map(present -> new ConfigurationReader(vocabulary()).read(name, present))
                .orElse(Configuration.NONE);
    }

    /** All the names that a configuration may use. */
    static Vocabulary vocabulary() {
        SequencedMap<String, RuleId> rules = new LinkedHashMap<>();
        Pages pages = Pages.load();
        pages.byId().keySet().forEach(id -> rules.put(id.value(), id));
        for (RulePage page : pages.byId().values()) {
            page.aliases().forEach(alias -> rules.put(alias, page.id()));
        }
        return new Vocabulary(
                rules,
                MigrationSystems.ALL.stream().map(MigrationSystem::name).toList(),
                Arrays.stream(HookStage.values()).map(HookStage::label).toList(),
                Arrays.stream(Dialect.values()).map(Dialect::id).toList(),
                Arrays.stream(Committing.values()).map(Committing::id).toList());
    }
}
