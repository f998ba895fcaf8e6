package dev.migtrue.gather;

import dev.migtrue.facts.Effects;
import dev.migtrue.facts.Exemption;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.Orphan;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.TenantSchemas;
import dev.migtrue.gather.git.Lazy;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.road.SymbolicRoad;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.Expected.Attempt;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Reads what databases are made of, and finds out what they should be made of. */
final class Schemas {

    private final SchemaOrder order;
    private final List<Database> databases;
    private final List<ReadProject> projects;

    private final Repository repository;

    Schemas(Repository repository, SchemaOrder order, List<Database> databases, List<ReadProject> projects) {
        this.repository = repository;
        this.order = order;
        this.databases = List.copyOf(databases);
        this.projects = List.copyOf(projects);
    }

    /**
     * These facts, with the schema of each database told with the first project that it is one of.
     *
     * @param facts of the projects, in their order
     */
    List<Facts> told(List<Facts> facts) {
        List<SequencedMap<DatabaseName, SchemaView>> views = new ArrayList<>();
        facts.forEach(each -> views.add(new LinkedHashMap<>()));
        for (Database database : databases) {
            Stream.iterate(0, at -> at < facts.size(), at -> at + 1)
                    .filter(at -> isOf(database, facts.get(at)))
                    .findFirst()
                    .ifPresent(at -> views.get(at).putAll(views(database, facts)));
        }
        List<Facts> told = new ArrayList<>();
        for (int at = 0; at < facts.size(); at++) {
            told.add(facts.get(at).in(facts.get(at).circumstances().withSchemas(views.get(at))));
        }
        return told;
    }

    private static boolean isOf(Database database, Facts facts) {
        return Optional.ofNullable(facts.databases().get(database.name()))
                .filter(applied ->
                        !(applied instanceof Applied.NotRead unread && unread.obstacle() == Applied.Obstacle.ELSEWHERE))
                .isPresent();
    }

    private SequencedMap<DatabaseName, SchemaView> views(Database database, List<Facts> facts) {
        Optional<TenantSchemas> tenants = database.readTenants();
        if (tenants.isPresent()) {
            List<AppliedProject> applied = applied(database, facts);
            return new TenantViews(
                            database.name(),
                            tenants.get(),
                            order,
                            tools(),
                            orphans(database.name(), facts),
                            new Lazy<>(() -> destination(database, dialect(database), applied)),
                            new Lazy<>(() -> effects(database, dialect(database), applied, facts)))
                    .views();
        }
        SequencedMap<DatabaseName, SchemaView> one = new LinkedHashMap<>();
        one.put(database.name(), view(database, facts));
        return one;
    }

    private SchemaView view(Database database, List<Facts> facts) {
        return switch (database.readSchema()) {
            case SchemaRead.NotRead unread ->
                SchemaView.of(
                        new LiveSchema.NotRead(
                                unread.why().obstacle(), unread.why().reason()),
                        new Expected.NotKnown(List.of()),
                        List.of());
            case SchemaRead.Read read -> view(database, read, facts);
        };
    }

    private SchemaView view(Database database, SchemaRead.Read read, List<Facts> facts) {
        List<AppliedProject> applied = applied(database, facts);
        Optional<Dialect> dialect =
                read.spoken().flatMap(kind -> Dialects.spokenAt(kind + ":")).or(() -> dialect(database));
        Expected expected = leavingOut(
                read.omissions(), destination(database, dialect, applied).beside(read.schema()));
        // To follow all texts takes as long as to run them.
        Lazy<Effects> effects = new Lazy<>(() -> effects(database, dialect, applied, facts)
                .map(search -> search.effects(read.schema()))
                .orElse(Effects.NONE));
        List<Schema> both = expected instanceof Expected.Known known
                ? List.of(read.schema(), known.schema())
                : List.of(read.schema());
        ToolTables tools = tools();
        List<Exemption> exemptions = new ArrayList<>(order.exemptions());
        exemptions.add(tools.in(both));
        List<ObjectId> versionTables = tools.own(read.schema());
        exemptions.addAll(new OtherOwners(read, versionTables).exemptions(expected));
        exemptions.addAll(new UnnamedSchemas(read.schema(), home(database), versionTables, applied, effects)
                .exemptions(expected));
        SchemaView view = SchemaView.of(new LiveSchema.Read(read.schema()), expected, exemptions)
                .with(orphans(database.name(), facts));
        return view.isSettled() ? view : view.with(effects.get());
    }

    private ToolTables tools() {
        return new ToolTables(projects.stream().map(ReadProject::layout).toList());
    }

    private static Expected leavingOut(List<Omission> omissions, Expected expected) {
        return switch (expected) {
            case Expected.NotKnown unknown -> unknown;
            case Expected.Known known ->
                new Expected.Known(
                        known.schema(),
                        known.road(),
                        known.how(),
                        Stream.concat(omissions.stream(), known.omissions().stream())
                                .distinct()
                                .toList(),
                        known.attempts());
        };
    }

    /** What its address says that it speaks. */
    private static Optional<Dialect> dialect(Database database) {
        return Dialects.spokenAt(database.target());
    }

    private Optional<EffectSearch> effects(
            Database database, Optional<Dialect> spoken, List<AppliedProject> applied, List<Facts> facts) {
        return spoken.filter(dialect -> !applied.isEmpty() && SymbolicRoad.follows(dialect))
                .map(dialect -> new EffectSearch(repository, inquiry(database, dialect, applied), facts));
    }

    private static List<Orphan> orphans(DatabaseName database, List<Facts> facts) {
        return facts.stream()
                .flatMap(each -> each.orphans().stream()
                        .flatMap(orphan -> Optional.ofNullable(orphan.applied().get(database)).stream()
                                .map(row -> new Orphan(orphan.id(), row.at(), names(row, each)))))
                .toList();
    }

    private static List<String> names(AppliedMigration orphan, Facts facts) {
        return Stream.concat(
                        Stream.concat(Stream.of(orphan.id().value()), orphan.title().stream()),
                        facts.attribution(orphan.id()).stream()
                                .flatMap(attribution -> attribution.sightings().stream())
                                .map(sighting -> sighting.path().name()))
                .distinct()
                .toList();
    }

    private List<AppliedProject> applied(Database database, List<Facts> facts) {
        List<AppliedProject> applied = new ArrayList<>();
        for (int at = 0; at < projects.size(); at++) {
            new AppliedWork(projects.get(at), facts.get(at)).on(database.name()).ifPresent(applied::add);
        }
        return applied;
    }

    private Destination destination(Database database, Optional<Dialect> spoken, List<AppliedProject> applied) {
        List<SchemaRoad> roads = order.roads().stream()
                .filter(road -> !applied.isEmpty() || !road.isOfMigrations())
                .toList();
        return spoken.map(dialect -> Destination.of(roads, inquiry(database, dialect, applied)))
                .orElseGet(() -> Destination.unknown(roads.stream()
                        .map(road -> new Attempt(road.road(), "what " + database.target() + " speaks is not known"))
                        .toList()));
    }

    private static Inquiry inquiry(Database database, Dialect dialect, List<AppliedProject> applied) {
        return new Inquiry(
                database.name(),
                database.target(),
                dialect,
                Dialects.kindOf(database.target()),
                home(dialect),
                applied);
    }

    private static String home(Database database) {
        return Dialects.spokenAt(database.target()).map(Schemas::home).orElse("");
    }

    /** Where tables lie that are made without a schema, unless a server is set up otherwise. */
    private static String home(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "public";
            case H2 -> "PUBLIC";
            case SQL_SERVER -> "dbo";
            case MYSQL, MARIADB, SQLITE, ORACLE, ANSI -> "";
        };
    }
}
