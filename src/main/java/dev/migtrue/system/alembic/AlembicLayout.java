package dev.migtrue.system.alembic;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeSet;

/**
 * One Alembic environment.
 *
 * @param scripts the folder of {@code env.py}
 * @param isRecursive whether folders inside those of the migrations count
 * @param isSourceless whether compiled files without a source count
 */
record AlembicLayout(
        Project project, RepoPath scripts, boolean isRecursive, boolean isSourceless, VersionTable versionTable)
        implements Layout {

    private static final String DATABASE_AHEAD =
            "a clean checkout fails on its first database command ('alembic upgrade' says \"Can't locate revision identified by …\" and"
                    + " exits with 255), while 'alembic heads' there still looks healthy";

    /** The environment that settings in a file of {@code root} describe; absent when they do not say where, or not in the repository. */
    static Optional<AlembicLayout> of(Settings settings, RepoPath root, Tree tree) {
        Locations locations = new Locations(tree, root, settings.systemPath().orElse(List.of()));
        return settings.scriptLocation().flatMap(locations::find).flatMap(scripts -> {
            List<RepoPath> folders = settings.versionLocations()
                    .map(places -> places.stream()
                            .flatMap(place -> locations.find(place).stream())
                            .distinct()
                            .toList())
                    .orElseGet(() -> List.of(scripts.child("versions")));
            return folders.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AlembicLayout(
                            new Project(AlembicSystem.NAME, root, folders, DATABASE_AHEAD),
                            scripts,
                            settings.isRecursive().orElse(false),
                            settings.isSourceless().orElse(false),
                            EnvironmentScript.versionTable(scripts.child("env.py"), tree)));
        });
    }

    /** This environment, found for that reason. */
    AlembicLayout recognisedBy(String reason) {
        return new AlembicLayout(project.recognisedBy(reason), scripts, isRecursive, isSourceless, versionTable);
    }

    List<RepoPath> folders() {
        return project.folders();
    }

    boolean hasFiles(Tree tree) {
        return !files(tree).isEmpty();
    }

    @Override
    public History history(Tree tree) {
        return isSourceless
                ? CompiledRevisions.besides(RevisionFiles.history(files(tree), tree), folders(), tree)
                : RevisionFiles.history(files(tree), tree);
    }

    @Override
    public Applied.Known applied(String table, List<Row> rows, History widest) {
        return new AppliedRevisions(table, widest).behind(rows);
    }

    /** Alembic keeps none. */
    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return Optional.empty();
    }

    private SequencedCollection<RepoPath> files(Tree tree) {
        TreeSet<RepoPath> files = new TreeSet<>();
        for (RepoPath folder : folders()) {
            tree.filesUnder(folder).stream()
                    .filter(file -> file.value().endsWith(".py"))
                    .filter(file -> isRecursive || file.parent().equals(Optional.of(folder)))
                    .filter(file -> isRun(file.name()))
                    .forEach(files::add);
        }
        return files;
    }

    /** Whether Alembic runs a Python file of its folders; when one that it runs is no migration, it refuses to go on. */
    private static boolean isRun(String name) {
        return !name.startsWith("__init__") && !name.startsWith(".#");
    }
}
