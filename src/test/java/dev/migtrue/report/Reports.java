package dev.migtrue.report;

import static dev.migtrue.model.Source.BASE;
import static dev.migtrue.model.Source.HEAD;
import static dev.migtrue.model.Source.INDEX;
import static dev.migtrue.model.Source.WORKING_TREE;
import static dev.migtrue.report.ProjectFixture.crc32;
import static dev.migtrue.report.ProjectFixture.failed;
import static dev.migtrue.report.ProjectFixture.implied;
import static dev.migtrue.report.ProjectFixture.recorded;

import dev.migtrue.facts.Survey;
import dev.migtrue.facts.Target;
import dev.migtrue.judge.Report;
import dev.migtrue.judge.ReportItem;
import dev.migtrue.judge.Skipped;
import dev.migtrue.judge.Unverified;
import dev.migtrue.judge.Unverified.Weight;
import dev.migtrue.judge.rule.Need;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.Applied.Reach;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.BaseBranch;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Fix;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Related;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Severity;
import dev.migtrue.model.Span;
import dev.migtrue.model.TextEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Reports written down by hand: one per situation that a renderer must tell well. */
final class Reports {

    private static final String TARGET = "postgresql://db.example:5432/traces";
    private static final Revision AT_HEAD = new Revision("HEAD", "4f2a91c0d3b8e6571a9c2f4b8d0e1a2b3c4d5e6f");
    private static final Revision AT_BASE = new Revision("origin/main", "9c1e77ab02d4f6583b7a1c0d9e8f7a6b5c4d3e2f");

    private static final List<String> CHAIN = List.of(
            "001_users",
            "002_vendors",
            "003_contracts",
            "004_contract_index",
            "005_invoices",
            "006_invoice_lines",
            "007_audit_log",
            "008_traces",
            "009_trace_source",
            "010_trace_source_index",
            "011_trace_scores",
            "012_score_backfill",
            "013_vendor_aliases",
            "014_trace_mismatches");

    private static final int COMMITTED = 8;

    private Reports() {}

    static List<Report> all() {
        return List.of(
                foundingIncident(),
                clean(),
                unreachableDatabase(),
                missingFileRow(),
                twoProjects(),
                hostile(),
                nothingToCheck(),
                fixable(),
                many(25));
    }

    /** Alembic: 001 to 008 are in HEAD, 009 to 014 lie on disk only, and the shared database is at 014. */
    static Report foundingIncident() {
        ProjectFixture backend = backend();
        for (String id : CHAIN.subList(COMMITTED, CHAIN.size())) {
            backend.file(id, id + ".py", id, WORKING_TREE);
        }
        backend.database("default", head("alembic_version", CHAIN));
        List<ReportItem> items = CHAIN.subList(COMMITTED, CHAIN.size()).stream()
                .map(id -> uncommitted(backend, id))
                .toList();
        List<Skipped> skipped =
                List.of(skipped("late-migration", backend, Need.BASE, "no base branch was named or found"));
        return new Report(items, skipped, List.of(), items.size(), survey(Optional.empty(), backend));
    }

    /** The same project with everything committed, merged and applied. */
    static Report clean() {
        ProjectFixture backend = new ProjectFixture(
                "alembic", "backend", "backend/migrations/versions", WORKING_TREE, INDEX, HEAD, BASE);
        CHAIN.forEach(id -> backend.file(id, id + ".py", id, WORKING_TREE, INDEX, HEAD, BASE));
        backend.database("default", head("alembic_version", CHAIN));
        return new Report(List.of(), List.of(), List.of(), 0, survey(Optional.of(AT_BASE), backend));
    }

    /** Nothing found, but the database did not answer and one file could not be read. */
    static Report unreachableDatabase() {
        String reason = "connection refused";
        ProjectFixture backend = backend();
        backend.unread("015_dynamic.py", "its revision is computed when it runs");
        backend.database("default", new Applied.NotRead(Obstacle.UNREACHABLE, reason));
        List<Skipped> skipped = List.of(
                skipped("uncommitted-but-applied", backend, Need.DATABASE, "default: " + reason),
                skipped("pending-migration", backend, Need.DATABASE, "default: " + reason),
                skipped("applied-but-missing", backend, Need.DATABASE, "default: " + reason),
                skipped("late-migration", backend, Need.BASE, "no base branch was named or found"));
        List<Unverified> unverified = List.of(
                new Unverified("base", "no base branch was named or found", Weight.REQUIRED),
                new Unverified("database default", reason, Weight.TOLERATED),
                new Unverified(
                        "backend/migrations/versions/015_dynamic.py",
                        "its revision is computed when it runs",
                        Weight.TOLERATED));
        return new Report(List.of(), skipped, unverified, 0, survey(Optional.empty(), backend));
    }

    /** Flyway at the top of the repository: version 3 has a row and no file, version 4 is pending. */
    static Report missingFileRow() {
        ProjectFixture shop = new ProjectFixture("flyway", "", "db/migration", WORKING_TREE, INDEX, HEAD);
        shop.file("1", "V1__users.sql", crc32("11"), Kind.VERSIONED, WORKING_TREE, INDEX, HEAD);
        shop.file("2", "V2__orders.sql", crc32("22"), Kind.VERSIONED, WORKING_TREE, INDEX, HEAD);
        shop.file("4", "V4__refunds.sql", crc32("44"), Kind.VERSIONED, WORKING_TREE, INDEX, HEAD);
        shop.database(
                "default",
                new Applied.Known(
                        "flyway_schema_history",
                        List.of(
                                recorded("flyway_schema_history", "1", crc32("11")),
                                recorded("flyway_schema_history", "2", crc32("22")),
                                recorded("flyway_schema_history", "3", crc32("33"))),
                        Reach.WHOLE));
        ReportItem missing = item(
                shop,
                Severity.ERROR,
                Finding.about(
                        MadeUpPages.rule("applied-but-missing"),
                        new MigrationId("3"),
                        new Location.InVersionTable("flyway_schema_history", "3"),
                        "migration 3 is applied to default, but no place looked at has a file for it",
                        "find the file on another branch or machine and commit it; ask app_owner, who applied it"));
        ReportItem pending = item(
                shop,
                Severity.NOTE,
                Finding.of(
                        MadeUpPages.rule("pending-migration"),
                        shop.migration("4"),
                        "migration 4 is not applied to default yet",
                        "it will be applied by the next deployment"));
        return new Report(List.of(missing, pending), List.of(), List.of(), 1, survey(Optional.empty(), shop));
    }

    /** A finding for which there are other words, and one after whose cure somebody has to look. */
    static Report fixable() {
        ProjectFixture shop = new ProjectFixture("flyway", "", "db/migration", WORKING_TREE, INDEX, HEAD);
        shop.file("2", "V2__orders.sql", crc32("22"), Kind.VERSIONED, WORKING_TREE);
        RepoPath path = shop.migration("2").at().path();
        return new Report(
                List.of(
                        rerun(
                                shop,
                                path,
                                new Span(3, 1, 3, 26),
                                Fix.Safety.SAFE,
                                new TextEdit(new Span(3, 13, 3, 13), " IF NOT EXISTS")),
                        rerun(
                                shop,
                                path,
                                new Span(5, 1, 5, 20),
                                Fix.Safety.UNSAFE,
                                new TextEdit(new Span(5, 7, 5, 7), " OR REPLACE"))),
                List.of(),
                List.of(),
                0,
                survey(Optional.empty(), shop));
    }

    private static ReportItem rerun(ProjectFixture shop, RepoPath path, Span at, Fix.Safety safety, TextEdit edit) {
        return item(
                shop,
                Severity.WARNING,
                Finding.about(
                                MadeUpPages.rule("duplicate-version"),
                                new MigrationId("2"),
                                new Location.InFile(new FileSpan(path, at)),
                                "a second run fails here",
                                "write it so that a second run goes through it")
                        .withFix(new Fix.Edits("write" + edit.text(), safety, path, List.of(edit))));
    }

    /** A monorepo with two systems and two databases, one of which refuses; among the findings a pair of files. */
    static Report twoProjects() {
        ProjectFixture backend = backend();
        backend.database("default", head("alembic_version", CHAIN.subList(0, COMMITTED)));
        backend.database(
                "staging", new Applied.NotRead(Obstacle.REFUSED, "permission denied for table alembic_version"));
        ProjectFixture orders =
                new ProjectFixture("flyway", "orders", "orders/db/migration", WORKING_TREE, INDEX, HEAD);
        orders.file("1", "V1__orders.sql", crc32("11"), Kind.VERSIONED, WORKING_TREE, INDEX, HEAD);
        orders.file("2", "V2__order_lines.sql", crc32("22"), Kind.VERSIONED, WORKING_TREE, INDEX, HEAD);
        orders.file("3", "V3__customer_index.sql", crc32("30"), Kind.VERSIONED, WORKING_TREE, INDEX);
        orders.file("4", "V4__secrets.sql", crc32("44"), Kind.VERSIONED, WORKING_TREE);
        orders.ignored("V4__secrets.sql", new IgnoreRule(".gitignore", 3, "*secret*"));
        orders.database(
                "default",
                new Applied.Known(
                        "flyway_schema_history",
                        List.of(
                                recorded("flyway_schema_history", "1", crc32("19")),
                                failed("flyway_schema_history", "2")),
                        Reach.WHOLE));
        orders.database("staging", new Applied.NoTable("flyway_schema_history"));
        List<ReportItem> items = List.of(
                item(
                        orders,
                        Severity.ERROR,
                        Finding.about(
                                        MadeUpPages.rule("failed-migration"),
                                        new MigrationId("2"),
                                        new Location.InVersionTable("flyway_schema_history", "2"),
                                        "migration 2 failed on default and was left half-way",
                                        "undo by hand what it did, then delete its row")
                                .withRelated(List.of(new Related(
                                        "the script that failed",
                                        new Location.InFile(
                                                orders.migration("2").at()))))),
                duplicate(orders, "orders/db/migration/V3__customer_index.sql", "orders/db/migration/V3__refunds.sql"),
                duplicate(orders, "orders/db/migration/V3__refunds.sql", "orders/db/migration/V3__customer_index.sql"),
                item(
                        orders,
                        Severity.WARNING,
                        new Finding(
                                MadeUpPages.rule("late-migration"),
                                Optional.empty(),
                                new Location.WholeRepository(),
                                "nothing new could be merged without renumbering",
                                "",
                                List.of(),
                                Optional.empty())));
        List<Unverified> unverified = List.of(
                new Unverified("database staging", "permission denied for table alembic_version", Weight.REQUIRED));
        return new Report(items, List.of(), unverified, 3, survey(Optional.empty(), backend, orders));
    }

    /** A repository whose author wants the reader's terminal to obey. */
    static Report hostile() {
        String name = "V1__\u001b[2J\u202egpj.sql\nnothing to see";
        ProjectFixture shop = new ProjectFixture("flyway", "", "db", WORKING_TREE, INDEX, HEAD);
        shop.file("1\u001b]0;owned\u0007", name, crc32("11"), Kind.VERSIONED, WORKING_TREE);
        shop.file("2", "V2__it's $(rm -rf ~).sql", crc32("22"), Kind.VERSIONED, WORKING_TREE);
        List<ReportItem> items = List.of(untracked(shop, "1\u001b]0;owned\u0007"), untracked(shop, "2"));
        return new Report(items, List.of(), List.of(), 2, survey(Optional.empty(), shop));
    }

    /** More untracked files than anyone wants to read. */
    static Report many(int count) {
        ProjectFixture shop = new ProjectFixture("flyway", "", "db/migration", WORKING_TREE, INDEX, HEAD);
        IntStream.rangeClosed(1, count)
                .forEach(i -> shop.file(
                        Integer.toString(i),
                        "V%d__step_%d.sql".formatted(i, i),
                        crc32(Integer.toString(i)),
                        Kind.VERSIONED,
                        WORKING_TREE));
        List<ReportItem> items = IntStream.rangeClosed(1, count)
                .mapToObj(i -> untracked(shop, Integer.toString(i)))
                .toList();
        return new Report(items, List.of(), List.of(), count, survey(Optional.empty(), shop));
    }

    /** A repository that no migration system is used in. */
    static Report nothingToCheck() {
        return new Report(List.of(), List.of(), List.of(), 0, survey(Optional.empty()));
    }

    static ReportItem item(ProjectFixture project, Severity severity, Finding finding) {
        return new ReportItem(project.project(), severity, finding);
    }

    static Survey survey(Optional<Revision> base, ProjectFixture... projects) {
        SequencedMap<DatabaseName, Target> targets = new LinkedHashMap<>();
        for (ProjectFixture project : projects) {
            project.facts()
                    .databases()
                    .keySet()
                    .forEach(name -> targets.put(
                            name,
                            new Target(
                                    name.equals(DatabaseName.DEFAULT) ? TARGET : "sqlite:" + name + ".db",
                                    Optional.empty())));
        }
        return new Survey(
                Optional.of(AT_HEAD),
                base.<BaseBranch>map(tip -> new BaseBranch.Known(tip, tip, "--base"))
                        .orElseGet(BaseBranch::none),
                targets,
                List.of(projects).stream().map(ProjectFixture::facts).toList());
    }

    private static ProjectFixture backend() {
        ProjectFixture backend =
                new ProjectFixture("alembic", "backend", "backend/migrations/versions", WORKING_TREE, INDEX, HEAD);
        CHAIN.subList(0, COMMITTED).forEach(id -> backend.file(id, id + ".py", id, WORKING_TREE, INDEX, HEAD));
        return backend;
    }

    /** The state of a table that holds only the last of a line of revisions. */
    private static Applied.Known head(String table, List<String> line) {
        List<AppliedMigration> applied = new ArrayList<>();
        line.subList(0, line.size() - 1).forEach(id -> applied.add(implied(table, id)));
        applied.add(recorded(table, line.getLast()));
        return new Applied.Known(table, applied, Reach.WHOLE);
    }

    private static ReportItem uncommitted(ProjectFixture project, String id) {
        return item(
                project,
                Severity.ERROR,
                Finding.of(
                                MadeUpPages.rule("uncommitted-but-applied"),
                                project.migration(id),
                                "migration " + id + " is applied to default, but it is not in HEAD",
                                "commit the files before anyone deploys: a clean checkout stops at its first database"
                                        + " command, although alembic heads looks healthy there")
                        .withFix(stage(project, id)));
    }

    private static ReportItem untracked(ProjectFixture project, String id) {
        return item(
                project,
                Severity.ERROR,
                Finding.of(
                                MadeUpPages.rule("untracked-migration"),
                                project.migration(id),
                                "migration " + id + " is not tracked by git",
                                "add the file, or delete it if it was only tried out")
                        .withFix(stage(project, id)));
    }

    private static Fix stage(ProjectFixture project, String id) {
        String path = project.migration(id).at().path().value();
        return new Fix.Command("stage what is missing, then commit", List.of("git", "add", "--", path));
    }

    private static ReportItem duplicate(ProjectFixture project, String path, String other) {
        FileSpan at = new FileSpan(new RepoPath(path), new Span(4, 9, 4, 12));
        return item(
                project,
                Severity.ERROR,
                Finding.about(
                                MadeUpPages.rule("duplicate-version"),
                                new MigrationId("3"),
                                new Location.InFile(at),
                                "version 3 is also claimed by " + other,
                                "give the younger file the next free version")
                        .withRelated(List.of(new Related(
                                "first defined here", new Location.InFile(FileSpan.of(new RepoPath(other)))))));
    }

    private static Skipped skipped(String rule, ProjectFixture project, Need need, String reason) {
        return new Skipped(MadeUpPages.rule(rule), project.project(), need, reason);
    }
}
