package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.History;
import dev.migtrue.model.MachineValue;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.OwnRun;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** One root changelog and all that it includes. */
final class LiquibaseLayout implements Layout {

    /** The name that users write. */
    static final String SYSTEM = "liquibase";

    /** What Liquibase calls databases that are called otherwise elsewhere. */
    private static final Map<String, String> SHORT_NAMES = Map.of("sqlserver", "mssql", "postgres", "postgresql");

    private static final String DATABASE_AHEAD =
            "in a clean checkout liquibase update, status and validate say nothing of it, and succeed;"
                    + " only liquibase unexpected-changesets counts what the database has and the files have not";

    private final Project project;
    private final Start start;
    private final SearchPath searchPath;
    private final Set<RepoPath> claimed;
    private final IdentityHashMap<Tree, Understood> byTree = new IdentityHashMap<>();
    private final Map<List<String>, Understood> byFiles = new HashMap<>();

    /** @param claimed the files that other roots include */
    LiquibaseLayout(Start start, List<RepoPath> folders, SearchPath searchPath, Set<RepoPath> claimed) {
        this.claimed = Set.copyOf(claimed);
        this.start = start;
        this.searchPath = searchPath;
        this.project = new Project(SYSTEM, start.folder(), folders, DATABASE_AHEAD)
                .recognisedBy("the changelog %s, which no other includes"
                        .formatted(start.root().file()));
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public History history(Tree tree) {
        Walk walk = walk(tree);
        SequencedMap<ChangeSetId, List<Walk.Found>> byId = new LinkedHashMap<>();
        walk.changeSets()
                .forEach(found -> byId.computeIfAbsent(found.id().key(), first -> new ArrayList<>())
                        .add(found));
        List<Migration> migrations = walk.changeSets().stream()
                .flatMap(found -> migration(found, byId.getOrDefault(found.id().key(), List.of())).stream())
                .toList();
        return new History(
                        Ordering.LENIENT,
                        migrations,
                        walk.malformed(),
                        walk.unread(),
                        List.of(),
                        Registry.manifest(walk, tree, claimed),
                        Optional.empty())
                .withMachineValues(machineValues(walk, tree));
    }

    private List<MachineValue> machineValues(Walk walk, Tree tree) {
        MachineValues values = new MachineValues(tree, start.settings());
        return walk.changeSets().stream()
                .flatMap(found -> values.of(found, found.id().asMigration()).stream())
                .toList();
    }

    /** Through the root; where a tree has no root, as one that holds a few files of a commit, through all changelogs that it has. */
    private Walk walk(Tree tree) {
        Walk walk = new Walk(tree, searchPath);
        if (tree.contentId(start.root().file()).isPresent()) {
            walk.through(start.root());
        } else {
            project.folders().stream()
                    .flatMap(folder -> tree.filesUnder(folder).stream())
                    .filter(ChangelogFile::isOne)
                    .filter(file -> !(ChangelogFile.read(file, tree).orElseThrow() instanceof Changelog.Plain))
                    .forEach(file -> walk.through(start.locate(file)));
        }
        return walk;
    }

    /**
     * The migration that a changeset is; absent for one that is another form of an earlier one with the same id, for other databases or
     * contexts: Liquibase keeps one row for them all.
     */
    private static Optional<Migration> migration(Walk.Found found, List<Walk.Found> sameId) {
        List<Walk.Found> forms = forms(sameId);
        boolean isFirst = forms.getFirst().equals(found);
        if (!isFirst && forms.contains(found)) {
            return Optional.empty();
        }
        ChangeSet changeSet = found.changeSet();
        return Optional.of(new Migration(
                found.id().asMigration(),
                changeSet.description(),
                changeSet.kind(),
                List.of(),
                List.of(),
                content(isFirst ? forms : List.of(found)),
                Optional.empty(),
                new FileSpan(found.file(), changeSet.at())));
    }

    /** The first one and those of which no run need meet two. */
    private static List<Walk.Found> forms(List<Walk.Found> sameId) {
        List<Walk.Found> forms = new ArrayList<>();
        for (Walk.Found found : sameId) {
            if (forms.stream().allMatch(form -> form.when().isApartFrom(found.when()))) {
                forms.add(found);
            }
        }
        return forms;
    }

    /** What the changesets themselves say: what else their files hold is others' business. */
    private static ContentId content(List<Walk.Found> forms) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            forms.forEach(form -> sha1.update((form.changeSet().text() + "\0").getBytes(StandardCharsets.UTF_8)));
            return new ContentId(HexFormat.of().formatHex(sha1.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public VersionTable versionTable() {
        return ChangeLogTable.named(start.settings().schema(), start.settings().table());
    }

    @Override
    public Optional<VersionTable> lockTable() {
        return Optional.of(
                LockTable.named(start.settings().schema(), start.settings().lockTable()));
    }

    @Override
    public Optional<HeldLock> lock(String table, List<Row> rows) {
        return LockTable.read(table, rows);
    }

    @Override
    public Applied.Known applied(String table, List<Row> rows, History widest) {
        return ChangeLogTable.read(table, rows, widest);
    }

    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return understood(tree).checksums(migration).map(sums -> checksum(sums.current()));
    }

    @Override
    public List<Checksum> accepted(Migration migration, Tree tree) {
        return understood(tree).checksums(migration).stream()
                .flatMap(sums -> sums.accepted().stream())
                .map(LiquibaseLayout::checksum)
                .toList();
    }

    @Override
    public Optional<GeneratedSql> generated(Migration migration, Tree tree, String dialect) {
        return understood(tree).generated(migration, SHORT_NAMES.getOrDefault(dialect, dialect));
    }

    @Override
    public Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        return understood(tree).program(migration, dialect);
    }

    @Override
    public OwnRun ownRun() {
        return new LibraryRun(start.settings(), this::understood);
    }

    private static Checksum checksum(String value) {
        return new Checksum(ChangeLogTable.ALGORITHM, value);
    }

    /** Trees with the same files have the same checksums, which take long to make. */
    private synchronized Understood understood(Tree tree) {
        return byTree.computeIfAbsent(tree, asked -> {
            Walk walk = walk(asked);
            return byFiles.computeIfAbsent(walk.contents(), unseen -> new Understood(walk, asked, start, searchPath));
        });
    }
}
