package dev.migtrue.gather;

import dev.migtrue.facts.Branches;
import dev.migtrue.facts.Circumstances;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.StrayTable;
import dev.migtrue.facts.Survey;
import dev.migtrue.facts.Target;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.DeclaredAbsence;
import dev.migtrue.model.History;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads every place there is and joins what was read into one {@link Survey}. */
public final class Surveyor {

    private final Repository repository;
    private final List<Database> databases;
    private final Search.Depth depth;
    private final Outlook outlook;
    private final List<DeclaredAbsence> absences;
    private final Optional<Instant> now;
    private final ReviewOrder review;
    private final SchemaOrder schemas;

    /** Whether to look beyond the places that there are. */
    private enum Outlook {
        PLACES,
        BRANCHES
    }

    public Surveyor(Repository repository, List<Database> databases) {
        this(repository, databases, Search.Depth.KNOWN);
    }

    /** @param depth how deep to search for the files of migrations that a database names and no place has */
    public Surveyor(Repository repository, List<Database> databases, Search.Depth depth) {
        this(
                repository,
                databases,
                depth,
                Outlook.PLACES,
                List.of(),
                Optional.empty(),
                ReviewOrder.NONE,
                SchemaOrder.NONE);
    }

    private Surveyor(
            Repository repository,
            List<Database> databases,
            Search.Depth depth,
            Outlook outlook,
            List<DeclaredAbsence> absences,
            Optional<Instant> now,
            ReviewOrder review,
            SchemaOrder schemas) {
        this.repository = repository;
        this.databases = List.copyOf(databases);
        this.depth = depth;
        this.outlook = outlook;
        this.absences = List.copyOf(absences);
        this.now = now;
        this.review = review;
        this.schemas = schemas;
    }

    /** This one, working out too what a merge into base would leave, and looking at what other branches add. */
    public Surveyor lookingAhead() {
        return new Surveyor(repository, databases, depth, Outlook.BRANCHES, absences, now, review, schemas);
    }

    /** This one, reading other databases. */
    public Surveyor asking(List<Database> others) {
        return new Surveyor(repository, others, depth, outlook, absences, now, review, schemas);
    }

    /** This one, told which applied migrations have no file on purpose. */
    public Surveyor declaring(List<DeclaredAbsence> declared) {
        return new Surveyor(repository, databases, depth, outlook, declared, now, review, schemas);
    }

    /** This one, told what time it is: whoever is not told knows of no future, and of no lock how long it has been held. */
    public Surveyor at(Instant time) {
        return new Surveyor(repository, databases, depth, outlook, absences, Optional.of(time), review, schemas);
    }

    /** This one, looking at what some migrations do: whoever is not told of which ones looks at none. */
    public Surveyor reviewing(ReviewOrder ordered) {
        return new Surveyor(repository, databases, depth, outlook, absences, now, ordered, schemas);
    }

    /** This one, comparing what databases are made of: whoever is told of no road to what they should be looks at none. */
    public Surveyor comparing(SchemaOrder ordered) {
        return new Surveyor(repository, databases, depth, outlook, absences, now, review, ordered);
    }

    /** Finds where the systems are used, reads those uses that {@code wanted} accepts, and joins them. */
    public Survey survey(List<MigrationSystem> systems, Predicate<Layout> wanted) {
        return survey(detect(systems, wanted));
    }

    /** Finds where the systems are used, and which of these uses {@code wanted} accepts. */
    public Uses detect(List<MigrationSystem> systems, Predicate<Layout> wanted) {
        OverlaidTree everywhere = new OverlaidTree(repository.trees().values());
        List<Layout> all = systems.stream()
                .flatMap(system -> system.detect(everywhere).stream())
                .toList();
        return new Uses(
                systems,
                all,
                all.stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing(layout -> layout.project().root()))
                        .toList());
    }

    /** Reads the uses that are wanted, and joins them. */
    public Survey survey(Uses uses) {
        SequencedMap<Source, Tree> trees = repository.trees();
        OverlaidTree everywhere = new OverlaidTree(trees.values());
        List<ReadProject> projects = uses.wanted().stream()
                .map(layout -> read(layout, trees, everywhere))
                .toList();
        List<Database> asked = new Tenancy(projects).split(databases);
        SequencedMap<DatabaseName, Target> targets = new LinkedHashMap<>();
        asked.stream()
                .filter(database -> !database.target().isEmpty())
                .forEach(database -> targets.put(database.name(), new Target(database.target(), database.asOf())));
        VersionTables tables = new VersionTables(asked, projects);
        SequencedMap<DatabaseName, List<StrayTable>> strays =
                projects.isEmpty() ? new LinkedHashMap<>() : new StrayTables(uses.all(), uses.systems()).in(databases);
        ModelReview models = new ModelReview(repository, review, uses.all());
        List<Facts> facts = projects.stream()
                .map(project -> models.added(
                        project,
                        join(project, tables, project.equals(projects.getFirst()) ? strays : new LinkedHashMap<>())))
                .toList();
        return new Survey(
                repository.head(),
                repository.baseBranch(),
                targets,
                schemas.isAsked() ? new Schemas(repository, schemas, asked, projects).told(facts) : facts);
    }

    private ReadProject read(Layout layout, SequencedMap<Source, Tree> trees, Tree everywhere) {
        Histories read = new Histories(layout);
        SequencedMap<Source, History> histories = new LinkedHashMap<>();
        trees.forEach((source, tree) -> histories.put(source, read.of(tree)));
        return new ReadProject(layout, trees, histories, read.of(everywhere));
    }

    /** @param strays the tables that are to be told with this project */
    private Facts join(ReadProject project, VersionTables tables, SequencedMap<DatabaseName, List<StrayTable>> strays) {
        SequencedMap<DatabaseName, Applied> applied = tables.appliedTo(project);
        Facts facts = Facts.join(
                        project.layout().project(),
                        project.widest(),
                        project.withChecksumsFor(applied.values()),
                        applied,
                        ignoredIn(project))
                .comparedWith(repository.baseBranch())
                .withConflicts(new ConflictSearch(project).found())
                .withDeclared(absences);
        Facts attributed = searched(facts, project).withEdits(new EditedFiles(repository, project, depth).of(facts));
        UnderReview reviewed = UnderReview.of(review.set(), attributed, project, repository);
        Circumstances circumstances = attributed
                .circumstances()
                .at(now)
                .withTables(tables.locksOf(project), strays)
                .withReversals(new DownParts(project, reviewed).of(attributed))
                .withLaterEdits(new LaterEdits(repository, project).of(attributed));
        circumstances =
                new Reviews(project, new Dialects(review, databases)).added(circumstances, attributed, reviewed);
        Facts all = attributed.in(circumstances);
        return switch (outlook) {
            case PLACES -> all;
            case BRANCHES -> all.beside(branches(project, all));
        };
    }

    /** With what became of the files that are missed. */
    private Facts searched(Facts facts, ReadProject project) {
        Layout layout = project.layout();
        Facts attributed = facts.withAttributions(new LostFiles(repository, layout, depth).attributions(facts));
        Circumstances circumstances = facts.circumstances()
                .withSquashed(new SquashedFiles(repository, layout).of(attributed))
                .withForerunners(attributed.orphans().stream()
                        .map(Presence::id)
                        .filter(id -> layout.isForerunner(id, project.widest()))
                        .collect(Collectors.toSet()));
        return attributed.in(circumstances);
    }

    private Branches branches(ReadProject project, Facts facts) {
        return new Branches(
                facts.baseBranch(),
                new MergePreview(repository, project).of(facts.judged().sequencedKeySet()),
                new RivalSearch(repository, project.layout()).claims(facts));
    }

    private Map<RepoPath, IgnoreRule> ignoredIn(ReadProject project) {
        Map<RepoPath, IgnoreRule> ignored = new TreeMap<>();
        History onDisk = project.histories().getOrDefault(Source.WORKING_TREE, project.widest());
        for (Migration migration : onDisk.migrations()) {
            RepoPath path = migration.at().path();
            repository.ignoredBy(path).ifPresent(rule -> ignored.put(path, rule));
        }
        return ignored;
    }
}
