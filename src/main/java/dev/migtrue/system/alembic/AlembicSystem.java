package dev.migtrue.system.alembic;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlTable;

/** Alembic, however it was set up: by itself, by Flask-Migrate, or by a program of the project's own. */
public final class AlembicSystem implements MigrationSystem {

    static final String NAME = "alembic";

    private static final String INI = "alembic.ini";
    private static final String PYPROJECT = "pyproject.toml";
    private static final String ENVIRONMENT = "env.py";
    private static final String TEMPLATE = "script.py.mako";

    private static final Function<FileText, Settings> TOML_SETTINGS = AlembicSystem::parseToml;
    private static final Function<FileText, IniFile> INI_FILE = AlembicSystem::parseIni;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Layout> detect(Tree tree) {
        SequencedMap<List<RepoPath>, AlembicLayout> layouts = new LinkedHashMap<>();
        tree.files().stream()
                .filter(file -> file.value().endsWith(".ini") || file.value().endsWith(PYPROJECT))
                .flatMap(file -> configured(file, tree))
                .forEach(layout -> layouts.putIfAbsent(layout.folders(), layout));
        List<RepoPath> configured =
                layouts.values().stream().map(AlembicLayout::scripts).toList();
        tree.files().stream()
                .filter(file -> file.value().endsWith(ENVIRONMENT))
                .flatMap(file -> unconfigured(file, tree))
                .filter(layout -> !configured.contains(layout.scripts()))
                .forEach(layout -> layouts.putIfAbsent(layout.folders(), layout));
        return layouts.values().stream()
                .sorted(Comparator.comparing(
                                (AlembicLayout layout) -> layout.project().root())
                        .thenComparing(layout -> layout.folders().toString()))
                .<Layout>map(layout -> layout)
                .toList();
    }

    @Override
    public Set<String> telling(Tree tree) {
        return Set.of("*" + NAME + "*.ini", "*" + PYPROJECT, "*" + ENVIRONMENT, "*" + TEMPLATE);
    }

    /**
     * Settings of one environment.
     *
     * @param because what says where its scripts lie
     */
    private record Told(Settings settings, String because) {}

    /** What a file declares, if it is a configuration. */
    private static Stream<AlembicLayout> configured(RepoPath file, Tree tree) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        Stream<Told> told = Stream.empty();
        if (file.name().equals(PYPROJECT)) {
            // Alembic reads it together with an ini beside it, which is then asked first.
            boolean isSecond = ini(folder.child(INI), tree).sections().contains(NAME);
            told = isSecond ? Stream.empty() : Stream.of(new Told(toml(file, tree), naming(file)));
        } else if (file.name().endsWith(".ini") && file.name().contains(NAME)) {
            told = environments(file, folder, tree);
        }
        return told.flatMap(one ->
                AlembicLayout.of(one.settings(), folder, tree).map(layout -> layout.recognisedBy(one.because())));
    }

    private static Stream<Told> environments(RepoPath file, RepoPath folder, Tree tree) {
        IniFile ini = ini(file, tree);
        Settings second = file.name().equals(INI) ? toml(folder.child(PYPROJECT), tree) : Settings.NONE;
        // Flask-Migrate keeps the file among the scripts and does not say where they are.
        Settings last = tree.contentId(folder.child(ENVIRONMENT)).isPresent() ? Settings.SCRIPTS_HERE : Settings.NONE;
        return ini.sections().stream()
                .filter(section -> section.equals(NAME) || ini.defines(section, "script_location"))
                .map(section -> Settings.ofIni(ini, section))
                .map(first -> new Told(first.or(second).or(last), because(first, second, file)));
    }

    private static String because(Settings first, Settings second, RepoPath file) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        if (first.scriptLocation().isPresent()) {
            return naming(file);
        }
        return second.scriptLocation().isPresent()
                ? naming(folder.child(PYPROJECT))
                : "'%s' beside '%s'".formatted(file, ENVIRONMENT);
    }

    private static String naming(RepoPath file) {
        return "script_location in '" + file + "'";
    }

    /** A folder of scripts that no configuration names: a program of the project hands its place to Alembic. */
    private static Stream<AlembicLayout> unconfigured(RepoPath file, Tree tree) {
        RepoPath folder = file.parent().orElse(RepoPath.TOP);
        if (!file.name().equals(ENVIRONMENT)
                || tree.contentId(folder.child(TEMPLATE)).isEmpty()) {
            return Stream.empty();
        }
        // Without a migration it may be a template of such a folder.
        return AlembicLayout.of(Settings.SCRIPTS_HERE, folder, tree)
                .filter(layout -> layout.hasFiles(tree))
                .map(layout -> layout.recognisedBy("'%s' and '%s' beside revisions".formatted(file, TEMPLATE)));
    }

    private static IniFile ini(RepoPath file, Tree tree) {
        return tree.derive(file, INI_FILE).orElseGet(() -> IniFile.parse(""));
    }

    private static IniFile parseIni(FileText file) {
        return IniFile.parse(file instanceof FileText.Decoded decoded ? decoded.text() : "");
    }

    private static Settings toml(RepoPath file, Tree tree) {
        return tree.derive(file, TOML_SETTINGS).orElse(Settings.NONE);
    }

    private static Settings parseToml(FileText file) {
        // Most of these files are none of ours, and the parser takes its time to start.
        return file instanceof FileText.Decoded decoded && decoded.text().contains("script_location")
                ? table(Toml.parse(decoded.text()), "tool")
                        .flatMap(tools -> table(tools, NAME))
                        .map(Settings::ofToml)
                        .orElse(Settings.NONE)
                : Settings.NONE;
    }

    private static Optional<TomlTable> table(TomlTable parent, String key) {
        return parent.get(List.of(key)) instanceof TomlTable table ? Optional.of(table) : Optional.empty();
    }
}
