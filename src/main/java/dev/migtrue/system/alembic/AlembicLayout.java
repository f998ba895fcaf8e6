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
import java.util.regex.Pattern;

/**
 * One Alembic environment.
 *
 * @param scripts the folder of {@code env.py}
 * @param isRecursive whether folders inside those of the migrations count
 */
record AlembicLayout(Project project, RepoPath scripts, boolean isRecursive, VersionTable versionTable)
        implements Layout {

    /** Alembic runs every other Python file in its folders, and refuses to go on when one is no migration. */
    private static final Pattern MIGRATION_FILE = Pattern.compile("(?!\\.#|__init__).*\\.py");

    private static final String DATABASE_AHEAD =
            "a clean checkout fails on its first database command ('alembic upgrade' says \"Can't locate revision identified by …\" and"
                    + " exits with 255), while 'alembic heads' there still looks healthy";

    /** The environment that settings in a file of {@code root} describe; absent when they do not say where its scripts are, or not in the repository. */
    static Optional<AlembicLayout> of(Settings settings, RepoPath root, Tree tree) {
        Locations locations = new Locations(tree, root, settings.systemPath().orElse(List.of()));
        return settings.scriptLocation().flatMap(locations::find).map(scripts -> {
            List<RepoPath> folders = settings.versionLocations()
                    .map(places -> places.stream()
                            .flatMap(place -> locations.find(place).stream())
                            .distinct()
                            .toList())
                    .orElseGet(() -> List.of(scripts.child("versions")));
            return new AlembicLayout(
                    new Project(AlembicSystem.NAME, root, folders, DATABASE_AHEAD),
                    scripts,
                    settings.isRecursive().orElse(false),
                    EnvironmentScript.versionTable(scripts.child("env.py"), tree));
        });
    }

    List<RepoPath> folders() {
        return project.folders();
    }

    boolean hasFiles(Tree tree) {
        return !files(tree).isEmpty();
    }

    @Override
    public History history(Tree tree) {
        return RevisionFiles.history(files(tree), tree);
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
                    .filter(file -> isRecursive || file.parent().equals(Optional.of(folder)))
                    .filter(file -> MIGRATION_FILE.matcher(file.name()).matches())
                    .forEach(files::add);
        }
        return files;
    }
}
