package dev.migtrue.system.alembic;

import dev.migtrue.language.code.sqlalchemy.AlembicRevision;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.ModelSource;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One Alembic environment.
 *
 * @param scripts the folder of {@code env.py}
 * @param isRecursive whether folders inside those of the migrations count
 * @param isSourceless whether compiled files without a source count
 * @param script what {@code env.py} says
 */
record AlembicLayout(
        Project project, RepoPath scripts, boolean isRecursive, boolean isSourceless, EnvironmentScript script)
        implements Layout {

    private static final String DATABASE_AHEAD =
            "a clean checkout fails on its first database command ('alembic upgrade' says \"Can't locate revision identified by …\" and"
                    + " exits with 255), while 'alembic heads' there still looks healthy";

    /** The environments that settings in a file of {@code root} describe: mostly one; none when they do not say where, or not in the repository. */
    static Stream<AlembicLayout> of(Settings settings, RepoPath root, Tree tree) {
        Locations locations = new Locations(tree, root, settings.systemPath().orElse(List.of()));
        return settings.scriptLocation().flatMap(locations::find).stream()
                .flatMap(scripts -> of(settings, root, scripts, locations));
    }

    private static Stream<AlembicLayout> of(Settings settings, RepoPath root, RepoPath scripts, Locations locations) {
        Tree tree = locations.tree();
        EnvironmentScript script = EnvironmentScript.of(scripts.child("env.py"), tree);
        return folders(settings, scripts, script, locations)
                .filter(folders -> !folders.isEmpty())
                .map(folders -> new AlembicLayout(
                        new Project(AlembicSystem.NAME, root, folders, DATABASE_AHEAD),
                        scripts,
                        settings.isRecursive().orElse(false),
                        settings.isSourceless().orElse(false),
                        script));
    }

    private static Stream<List<RepoPath>> folders(
            Settings settings, RepoPath scripts, EnvironmentScript script, Locations locations) {
        RepoPath usual = scripts.child("versions");
        if (settings.versionLocations().isPresent()) {
            return Stream.of(settings.versionLocations().get().stream()
                    .flatMap(place -> locations.find(place).stream())
                    .distinct()
                    .toList());
        }
        return settings.isRecursive().orElse(false)
                ? Stream.of(List.of(usual))
                : FolderFamilies.of(usual, script, locations.tree()).stream();
    }

    /** This environment, found for that reason. */
    AlembicLayout recognisedBy(String reason) {
        return new AlembicLayout(project.recognisedBy(reason), scripts, isRecursive, isSourceless, script);
    }

    List<RepoPath> folders() {
        return project.folders();
    }

    boolean hasFiles(Tree tree) {
        return !files(tree).isEmpty();
    }

    @Override
    public History history(Tree tree) {
        History sources = RevisionFiles.history(files(tree), script.idWidth(), tree);
        return isSourceless ? CompiledRevisions.besides(sources, folders(), tree) : sources;
    }

    @Override
    public VersionTable versionTable() {
        return script.versionTable();
    }

    @Override
    public Applied.Known applied(String table, List<Row> rows, History widest) {
        return new AppliedRevisions(table, widest).behind(rows);
    }

    @Override
    public Optional<Reversal> reversal(Migration migration, Tree tree) {
        return tree.text(migration.at().path())
                .flatMap(file -> file instanceof FileText.Decoded decoded
                        ? DowngradeFunction.in(decoded.text())
                        : Optional.empty());
    }

    @Override
    public Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        return tree.text(migration.at().path())
                .filter(file -> migration.at().path().name().endsWith(".py"))
                .flatMap(file -> file instanceof FileText.Decoded decoded
                        ? Optional.of(AlembicRevision.read(decoded.text(), dialect))
                        : Optional.empty());
    }

    /** Alembic keeps none. */
    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return Optional.empty();
    }

    @Override
    public List<ModelSource> models(Tree tree) {
        return List.of(MappedModels.of(folders()));
    }

    private SequencedCollection<RepoPath> files(Tree tree) {
        TreeSet<RepoPath> files = new TreeSet<>();
        for (RepoPath folder : folders()) {
            tree.filesUnder(folder).stream()
                    .filter(file -> isRecursive || file.parent().equals(Optional.of(folder)))
                    .filter(file -> RevisionFiles.isRun(file.name()))
                    .forEach(files::add);
        }
        return files;
    }
}
