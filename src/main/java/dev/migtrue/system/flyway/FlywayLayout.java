package dev.migtrue.system.flyway;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.OwnRun;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One use of Flyway: the folders that it reads and the settings by which it reads them. */
final class FlywayLayout implements Layout {

    /** The name that users write. */
    static final String SYSTEM = "flyway";

    private static final String DATABASE_AHEAD = "in a clean checkout flyway migrate and flyway validate still succeed,"
            + " with no more than a warning, and fail as soon as somebody adds the next migration there;"
            + " a repeatable migration they miss at once";

    private final Settings settings;
    private final Project project;
    private final Set<RepoPath> claimed;

    /**
     * @param folders where this one's migrations lie
     * @param claimed the folders of every Flyway in the repository: a file belongs to the nearest one around it
     */
    FlywayLayout(Settings settings, RepoPath root, List<RepoPath> folders, Set<RepoPath> claimed) {
        this.settings = settings;
        this.project = new Project(SYSTEM, root, folders, DATABASE_AHEAD).recognisedBy(reason(settings));
        this.claimed = Set.copyOf(claimed);
    }

    private static String reason(Settings settings) {
        if (settings.equals(Settings.DEFAULT)) {
            return "files named like 'V1__words.sql'";
        }
        return settings.variables().isEmpty()
                ? "a configuration of Flyway, and files named as it says"
                : "what the environment says in %s, which comes before any file, and files named as it says"
                        .formatted(String.join(", ", settings.variables()));
    }

    private record Script(ScriptName name, RepoPath path) {}

    @Override
    public Project project() {
        return project;
    }

    @Override
    public History history(Tree tree) {
        Map<RepoPath, Boolean> own = new HashMap<>();
        SortedSet<RepoPath> files = project.folders().stream()
                .flatMap(folder -> tree.filesUnder(folder).stream())
                .filter(file -> own.computeIfAbsent(file.parent().orElse(RepoPath.TOP), this::isOwn))
                .collect(Collectors.toCollection(TreeSet::new));
        MigrationFiles named = new MigrationFiles(settings.naming(), tree);
        if (settings.reading() == Settings.Reading.BY_THE_PROJECT) {
            return new History(settings.ordering(), List.of(), List.of(), untold(files, named));
        }
        List<Migration> migrations = files.stream()
                .flatMap(path -> named.name(path).map(name -> new Script(name, path)).stream())
                .sorted(Comparator.comparing(Script::name, ScriptName.EXECUTION_ORDER))
                .flatMap(script -> migration(script, tree).stream())
                .toList();
        List<MalformedFile> malformed = files.stream()
                .flatMap(path -> NearMiss.of(path, settings).stream())
                .toList();
        List<UnreadFile> unread =
                files.stream().flatMap(path -> named.unread(path).stream()).toList();
        return new History(settings.ordering(), migrations, malformed, unread);
    }

    private static List<UnreadFile> untold(Collection<RepoPath> files, MigrationFiles named) {
        return files.stream()
                .filter(path -> named.name(path).isPresent())
                .map(path -> new UnreadFile(
                        FileSpan.of(path),
                        "skipDefaultResolvers is set: what the project wrote for Flyway decides what it is"))
                .toList();
    }

    private boolean isOwn(RepoPath folder) {
        return Outside.isNot(folder)
                && Stream.concat(Stream.of(folder), KnownFolders.above(folder))
                        .filter(claimed::contains)
                        .findFirst()
                        .filter(project.folders()::contains)
                        .isPresent();
    }

    private static Optional<Migration> migration(Script script, Tree tree) {
        ScriptName name = script.name();
        return tree.contentId(script.path())
                .map(content -> new Migration(
                        name.id(),
                        name.description(),
                        name.kind(),
                        List.of(),
                        List.of(),
                        content,
                        Optional.empty(),
                        FileSpan.of(script.path())));
    }

    @Override
    public VersionTable versionTable() {
        return SchemaHistory.named(settings.schema(), settings.table());
    }

    @Override
    public Applied.Known applied(String table, List<Row> rows, History widest) {
        return SchemaHistory.read(table, rows, widest, settings.expendable());
    }

    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return fingerprint(migration, tree) instanceof Fingerprint.Known known
                ? Optional.of(known.now())
                : Optional.empty();
    }

    @Override
    public List<Checksum> accepted(Migration migration, Tree tree) {
        return switch (fingerprint(migration, tree)) {
            case Fingerprint.None none -> List.of();
            case Fingerprint.Known known -> known.accepted();
            case Fingerprint.Unknown unknown -> unknown.accepted();
        };
    }

    @Override
    public Optional<String> undecided(Migration migration, Tree tree) {
        return fingerprint(migration, tree) instanceof Fingerprint.Unknown unknown
                ? Optional.of(unknown.reason())
                : Optional.empty();
    }

    @Override
    public Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        return new Programs(settings, tree).of(migration, dialect);
    }

    @Override
    public Optional<Mode> mode(Migration migration, Tree tree, Dialect dialect) {
        return new Programs(settings, tree).ownMode(migration.at().path());
    }

    @Override
    public OwnRun ownRun() {
        return settings.reading() == Settings.Reading.BY_THE_PROJECT
                ? new OwnRun.None()
                : new LibraryRun(settings, project.folders());
    }

    private Fingerprint fingerprint(Migration migration, Tree tree) {
        return new Fingerprints(settings, tree).of(migration);
    }
}
