package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.config.ConfigurationReader;
import dev.migtrue.config.Vocabulary;
import dev.migtrue.gather.git.BaseWish;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.hook.HookStage;
import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.RuleId;
import dev.migtrue.model.Source;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.MigrationSystems;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** The repository that a run is about, and what its configuration says. */
record Workplace(Repository repository, Configuration configuration) implements AutoCloseable {

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
            return read(file.get().toString(), Optional.of(ConfigurationFile.read(named)));
        }
        return repository
                .workTree()
                .map(Workplace::configuration)
                .orElseGet(() -> read(ConfigurationFile.NAME, inHead(repository)));
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
                Arrays.stream(HookStage.values()).map(HookStage::label).toList());
    }
}
