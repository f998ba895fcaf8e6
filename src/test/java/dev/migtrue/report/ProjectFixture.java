package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Location;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.UnreadFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The facts of one project, written down by hand: files place by place, rows database by database. */
final class ProjectFixture {

    private final Project project;
    private final RepoPath folder;
    private final SequencedMap<MigrationId, Migration> widest = new LinkedHashMap<>();
    private final SequencedMap<Source, List<Migration>> sources = new LinkedHashMap<>();
    private final SequencedMap<DatabaseName, Applied> databases = new LinkedHashMap<>();
    private final Map<RepoPath, IgnoreRule> ignored = new TreeMap<>();
    private final List<UnreadFile> unread = new ArrayList<>();

    /** @param lookedAt the sources there are at all; one without files still counts as looked at */
    ProjectFixture(String system, String root, String folder, Source... lookedAt) {
        this.folder = new RepoPath(folder);
        this.project = new Project(
                system,
                new RepoPath(root),
                List.of(this.folder),
                system + " stops at its first database command in a clean checkout");
        for (Source source : lookedAt) {
            sources.put(source, new ArrayList<>());
        }
    }

    /** A file whose content is the same in all these sources; calls for the same file with other content add to it. */
    ProjectFixture file(String id, String name, String content, Source... in) {
        return file(migration(id, name, content, Optional.empty(), Kind.VERSIONED), in);
    }

    /** A file of a tool that keeps checksums. */
    ProjectFixture file(String id, String name, Checksum checksum, Kind kind, Source... in) {
        return file(migration(id, name, checksum.value(), Optional.of(checksum), kind), in);
    }

    ProjectFixture ignored(String name, IgnoreRule rule) {
        ignored.put(folder.child(name), rule);
        return this;
    }

    ProjectFixture unread(String name, String reason) {
        unread.add(new UnreadFile(FileSpan.of(folder.child(name)), reason));
        return this;
    }

    ProjectFixture database(String name, Applied state) {
        databases.put(new DatabaseName(name), state);
        return this;
    }

    Project project() {
        return project;
    }

    Migration migration(String id) {
        return Optional.ofNullable(widest.get(new MigrationId(id))).orElseThrow();
    }

    Facts facts() {
        SequencedMap<Source, History> histories = new LinkedHashMap<>();
        sources.forEach((source, migrations) -> histories.put(source, history(migrations)));
        return Facts.join(project, history(List.copyOf(widest.values())), histories, databases, ignored);
    }

    static AppliedMigration recorded(String table, String id) {
        return applied(table, id, Evidence.RECORDED, Outcome.SUCCEEDED, Optional.empty());
    }

    static AppliedMigration recorded(String table, String id, Checksum checksum) {
        return applied(table, id, Evidence.RECORDED, Outcome.SUCCEEDED, Optional.of(checksum));
    }

    static AppliedMigration implied(String table, String id) {
        return applied(table, id, Evidence.IMPLIED, Outcome.SUCCEEDED, Optional.empty());
    }

    static AppliedMigration failed(String table, String id) {
        return applied(table, id, Evidence.RECORDED, Outcome.FAILED, Optional.empty());
    }

    static Checksum crc32(String value) {
        return new Checksum("flyway-crc32", value);
    }

    private ProjectFixture file(Migration migration, Source... in) {
        widest.putIfAbsent(migration.id(), migration);
        for (Source source : in) {
            Optional.ofNullable(sources.get(source)).orElseThrow().add(migration);
        }
        return this;
    }

    private Migration migration(String id, String name, String content, Optional<Checksum> checksum, Kind kind) {
        String words = name.replaceFirst("\\.[a-z]+$", "").replaceFirst("^.*__|^[0-9a-f]+_", "");
        return new Migration(
                new MigrationId(id),
                words.replace('_', ' '),
                kind,
                List.of(),
                List.of(),
                new ContentId(content),
                checksum,
                FileSpan.of(folder.child(name)));
    }

    private History history(List<Migration> migrations) {
        return new History(Ordering.GRAPH, migrations, List.of(), unread);
    }

    private static AppliedMigration applied(
            String table, String id, Evidence evidence, Outcome outcome, Optional<Checksum> checksum) {
        return new AppliedMigration(
                new MigrationId(id),
                evidence,
                outcome,
                checksum,
                Optional.empty(),
                Optional.empty(),
                new Location.InVersionTable(table, id));
    }
}
