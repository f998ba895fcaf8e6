package dev.migtrue.gather;

import dev.migtrue.config.SystemSettings;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Committing;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.Promised;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.Row;
import dev.migtrue.model.SchemaFile;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.ModelSource;
import dev.migtrue.system.OwnRun;
import java.util.List;
import java.util.Optional;

/** A layout of which the project says more than its files do. */
record ListedLayout(Layout detected, SystemSettings listed) implements Layout {

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
        return listed.versionTable().map(table -> called(usual, table)).orElse(usual);
    }

    private static VersionTable called(VersionTable usual, String table) {
        int dot = table.indexOf('.');
        return usual.called(dot < 0 ? usual.schema() : Optional.of(table.substring(0, dot)), table.substring(dot + 1));
    }

    @Override
    public Applied.Known applied(String found, List<Row> rows, History widest) {
        return detected.applied(found, rows, widest);
    }

    @Override
    public Optional<VersionTable> lockTable() {
        return detected.lockTable();
    }

    @Override
    public Optional<HeldLock> lock(String table, List<Row> rows) {
        return detected.lock(table, rows);
    }

    @Override
    public boolean isForerunner(MigrationId id, History widest) {
        return detected.isForerunner(id, widest);
    }

    @Override
    public Optional<Reversal> reversal(Migration migration, Tree tree) {
        return detected.reversal(migration, tree);
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

    @Override
    public Optional<GeneratedSql> generated(Migration migration, Tree tree, String dialect) {
        return detected.generated(migration, tree, dialect);
    }

    @Override
    public Optional<Dialect> dialect(Tree tree) {
        return listed.dialect().flatMap(Dialect::named).or(() -> detected.dialect(tree));
    }

    @Override
    public Optional<Mode> mode(Migration migration, Tree tree, Dialect dialect) {
        return detected.mode(migration, tree, dialect);
    }

    @Override
    public OwnRun ownRun() {
        return detected.ownRun();
    }

    @Override
    public Naming naming() {
        return detected.naming();
    }

    @Override
    public Optional<String> replayCommand() {
        return listed.replayCommand();
    }

    @Override
    public List<ModelSource> models(Tree tree) {
        return detected.models(tree);
    }

    @Override
    public Promised promised() {
        return detected.promised().saying(listed.promise());
    }

    @Override
    public Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        Optional<Program> program = detected.program(migration, tree, dialect);
        return listed.transaction()
                .flatMap(Committing::named)
                .filter(said -> mode(migration, tree, dialect).isEmpty())
                .map(said -> program.map(read -> read.with(said.mode(read.dialect()))))
                .orElse(program);
    }
}
