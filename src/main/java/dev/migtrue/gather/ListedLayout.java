package dev.migtrue.gather;

import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.SchemaFile;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import java.util.List;
import java.util.Optional;

/**
 * A layout whose version table has another name than its files say.
 *
 * @param table its name, with its schema before a dot where it has one
 */
record ListedLayout(Layout detected, String table) implements Layout {

    @Override
    public Project project() {
        return detected.project();
    }

    @Override
    public History history(Tree tree) {
        return detected.history(tree);
    }

    @Override
    public Optional<SchemaFile> schemaFile(Tree tree, History history) {
        return detected.schemaFile(tree, history);
    }

    @Override
    public VersionTable versionTable() {
        VersionTable usual = detected.versionTable();
        int dot = table.indexOf('.');
        return usual.called(dot < 0 ? usual.schema() : Optional.of(table.substring(0, dot)), table.substring(dot + 1));
    }

    @Override
    public Applied.Known applied(String found, List<Row> rows, History widest) {
        return detected.applied(found, rows, widest);
    }

    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return detected.checksum(migration, tree);
    }

    @Override
    public boolean mayHaveHeld(RepoPath path, MigrationId id) {
        return detected.mayHaveHeld(path, id);
    }

    @Override
    public List<Checksum> accepted(Migration migration, Tree tree) {
        return detected.accepted(migration, tree);
    }

    @Override
    public Optional<String> undecided(Migration migration, Tree tree) {
        return detected.undecided(migration, tree);
    }
}
