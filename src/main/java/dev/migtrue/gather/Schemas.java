package dev.migtrue.gather;

import dev.migtrue.facts.Effects;
import dev.migtrue.facts.Exemption;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.Orphan;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.road.SymbolicRoad;
import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.Expected.Attempt;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
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
                    .ifPresent(at -> views.get(at).put(database.name(), view(database, facts)));
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

    private SchemaView view(Database database, List<Facts> facts) {
        return switch (read(database)) {
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
        Expected expected = leavingOut(read.omissions(), expected(database, read.schema(), applied));
        List<Schema> both = expected instanceof Expected.Known known
                ? List.of(read.schema(), known.schema())
                : List.of(read.schema());
        ToolTables tools =
                new ToolTables(projects.stream().map(ReadProject::layout).toList());
        List<Exemption> exemptions = new ArrayList<>(order.exemptions());
        exemptions.add(tools.in(both));
        exemptions.addAll(new OtherOwners(read, tools.own(read.schema())).exemptions(expected));
        return SchemaView.of(new LiveSchema.Read(read.schema()), expected, exemptions)
                .with(orphans(database.name(), facts))
                .with(effects(database, read.schema(), applied, facts));
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

    private Effects effects(Database database, Schema live, List<AppliedProject> applied, List<Facts> facts) {
        return Dialects.spokenAt(database.target())
                .filter(dialect -> !applied.isEmpty() && SymbolicRoad.follows(dialect))
                .map(dialect -> new EffectSearch(repository, inquiry(database, dialect, applied)).effects(live, facts))
                .orElse(Effects.NONE);
    }

    private static List<Orphan> orphans(DatabaseName database, List<Facts> facts) {
        return facts.stream()
                .flatMap(each -> each.orphans().stream()
                        .flatMap(orphan -> Optional.ofNullable(orphan.applied().get(database)).stream()
                                .map(row -> new Orphan(orphan.id(), row.at(), names(orphan, each)))))
                .toList();
    }

    private static List<String> names(Presence orphan, Facts facts) {
        return Stream.concat(
                        Stream.of(orphan.id().value()),
                        facts.attribution(orphan.id()).stream()
                                .flatMap(attribution -> attribution.sightings().stream())
                                .map(sighting -> sighting.path().name()))
                .distinct()
                .toList();
    }

    private static SchemaRead read(Database database) {
        return database.name().tenants().isEmpty()
                ? database.readSchema()
                : new SchemaRead.NotRead(new TableRead.NotRead(
                        Applied.Obstacle.NOT_ASKED,
                        "schemas of tenants are not compared: name one of them as a database"));
    }

    private List<AppliedProject> applied(Database database, List<Facts> facts) {
        List<AppliedProject> applied = new ArrayList<>();
        for (int at = 0; at < projects.size(); at++) {
            new AppliedWork(projects.get(at), facts.get(at)).on(database.name()).ifPresent(applied::add);
        }
        return applied;
    }

    private Expected expected(Database database, Schema live, List<AppliedProject> applied) {
        Optional<Dialect> dialect = Dialects.spokenAt(database.target());
        List<Attempt> attempts = new ArrayList<>();
        for (SchemaRoad road : order.roads()) {
            if (applied.isEmpty() && road.isOfMigrations()) {
                continue;
            }
            Answer answer = dialect.map(spoken -> road.answer(inquiry(database, spoken, applied)))
                    .orElseGet(() -> new Answer.Unable("what " + database.target() + " speaks is not known"));
            switch (answer) {
                case Answer.Unable unable -> attempts.add(new Attempt(road.road(), unable.reason()));
                case Answer.Followed followed -> {
                    Assessment beside = followed.account().against(live);
                    return new Expected.Known(
                            beside.expected(),
                            road.road(),
                            how(followed.how(), applied),
                            beside.omissions(live),
                            attempts);
                }
                case Answer.Built built -> {
                    return new Expected.Known(
                            built.schema(), road.road(), how(built.how(), applied), built.omissions(), attempts);
                }
            }
        }
        return new Expected.NotKnown(attempts);
    }

    private static String how(String how, List<AppliedProject> applied) {
        return Stream.concat(Stream.of(how), applied.stream().flatMap(project -> project.assumption().stream()))
                .collect(Collectors.joining("; "));
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
