package dev.migtrue.testing;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Optional;

/** A migration described step by step; each step gives another one. Its text is its content id and its checksum as well. */
public record GivenMigration(
        String id,
        String file,
        Kind kind,
        String text,
        List<String> parents,
        List<String> dependencies,
        List<String> labels) {

    /** A versioned migration in the file {@code migrations/ID.sql}. */
    public static GivenMigration migration(String id) {
        String file = "migrations/" + id + ".sql";
        return new GivenMigration(id, file, Kind.VERSIONED, "text of " + id, List.of(), List.of(), List.of());
    }

    public GivenMigration in(String path) {
        return new GivenMigration(id, path, kind, text, parents, dependencies, labels);
    }

    public GivenMigration kind(Kind other) {
        return new GivenMigration(id, file, other, text, parents, dependencies, labels);
    }

    public GivenMigration text(String other) {
        return new GivenMigration(id, file, kind, other, parents, dependencies, labels);
    }

    public GivenMigration after(String... ids) {
        return new GivenMigration(id, file, kind, text, List.of(ids), dependencies, labels);
    }

    public GivenMigration dependsOn(String... names) {
        return new GivenMigration(id, file, kind, text, parents, List.of(names), labels);
    }

    public GivenMigration labelled(String... names) {
        return new GivenMigration(id, file, kind, text, parents, dependencies, List.of(names));
    }

    Migration build() {
        return new Migration(
                new MigrationId(id),
                "",
                kind,
                ids(parents),
                ids(dependencies),
                labels,
                new ContentId(text),
                Optional.of(checksum(text)),
                FileSpan.of(new RepoPath(file)));
    }

    static Checksum checksum(String text) {
        return new Checksum("text", text);
    }

    private static List<MigrationId> ids(List<String> values) {
        return values.stream().map(MigrationId::new).toList();
    }
}
