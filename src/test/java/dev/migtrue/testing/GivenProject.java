package dev.migtrue.testing;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Facts;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.IgnoreRule;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.UnreadFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A project whose facts are put together by hand: for what would bloat a rule's page. Migrations are named in execution order. */
public final class GivenProject {

    private final Ordering ordering;
    private final Map<Source, History> histories = new EnumMap<>(Source.class);
    private final SequencedMap<DatabaseName, Applied> databases = new LinkedHashMap<>();
    private final Map<RepoPath, IgnoreRule> ignored = new HashMap<>();
    private final Map<MigrationId, Attribution> attributions = new HashMap<>();

    private GivenProject(Ordering ordering) {
        this.ordering = ordering;
    }

    /** A project that can be looked at in working tree, index and HEAD, where nothing is. */
    public static GivenProject ordered(Ordering ordering) {
        GivenProject project = new GivenProject(ordering);
        for (Source source : List.of(Source.WORKING_TREE, Source.INDEX, Source.HEAD)) {
            project.histories.put(source, History.empty(ordering));
        }
        return project;
    }

    /** A project of a bare repository. */
    public static GivenProject bare(Ordering ordering, GivenMigration... migrations) {
        return new GivenProject(ordering).in(Source.HEAD, migrations);
    }

    /** What a source has, and nothing else. */
    public GivenProject in(Source source, GivenMigration... migrations) {
        List<Migration> built =
                Arrays.stream(migrations).map(GivenMigration::build).toList();
        histories.put(source, new History(ordering, built, List.of(), List.of()));
        return this;
    }

    /** What working tree, index and HEAD have. */
    public GivenProject committed(GivenMigration... migrations) {
        return in(Source.WORKING_TREE, migrations).in(Source.INDEX, migrations).in(Source.HEAD, migrations);
    }

    public GivenProject unread(Source source, String path) {
        History history = history(source);
        UnreadFile file = new UnreadFile(FileSpan.of(new RepoPath(path)), "its id is computed when it runs");
        histories.put(source, new History(ordering, history.migrations(), history.malformed(), List.of(file)));
        return this;
    }

    public GivenProject malformed(Source source, MalformedFile... files) {
        History history = history(source);
        histories.put(source, new History(ordering, history.migrations(), List.of(files), history.unread()));
        return this;
    }

    /** The version table that the tool would create for what there is so far holds ids of that many characters. */
    public GivenProject idWidth(int characters) {
        histories.replaceAll((source, history) -> history.withIdWidth(characters));
        return this;
    }

    public GivenProject ignored(String path, IgnoreRule rule) {
        ignored.put(new RepoPath(path), rule);
        return this;
    }

    /** What a search for a migration without a file told. */
    public GivenProject attributed(String id, Attribution attribution) {
        attributions.put(new MigrationId(id), attribution);
        return this;
    }

    public GivenProject database(String name, Applied state) {
        databases.put(new DatabaseName(name), state);
        return this;
    }

    public Facts facts() {
        SequencedMap<MigrationId, Migration> widest = new LinkedHashMap<>();
        histories
                .values()
                .forEach(history ->
                        history.migrations().forEach(migration -> widest.putIfAbsent(migration.id(), migration)));
        Facts facts = Facts.join(
                new Project("sample", RepoPath.TOP, List.of(), "a clean checkout stops"),
                new History(ordering, new ArrayList<>(widest.values()), List.of(), List.of()),
                new LinkedHashMap<>(histories),
                databases,
                ignored);
        return facts.withAttributions(attributions);
    }

    private History history(Source source) {
        return histories.getOrDefault(source, History.empty(ordering));
    }
}
