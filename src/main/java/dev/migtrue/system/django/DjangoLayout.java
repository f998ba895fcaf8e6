package dev.migtrue.system.django;

import dev.migtrue.language.code.django.DjangoMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Tree;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.ModelSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One Django project: apps that share a version table.
 *
 * @param apps with and without migrations, sorted by folder
 * @param settings what is read of its settings
 */
record DjangoLayout(Project project, List<App> apps, SettingsFile settings) implements Layout {

    DjangoLayout {
        apps = List.copyOf(apps);
    }

    @Override
    public History history(Tree tree) {
        return new AppHistories(this, tree).joined();
    }

    @Override
    public VersionTable versionTable() {
        return AppliedRows.TABLE;
    }

    @Override
    public Applied.Known applied(String table, List<Row> rows, History widest) {
        Set<String> run =
                apps.stream().filter(app -> !app.isOff()).map(App::label).collect(Collectors.toSet());
        return new AppliedRows(table, rows, run).known(widest);
    }

    /** A file is called like its migration and lies with its app. */
    @Override
    public boolean mayHaveHeld(RepoPath path, MigrationId id) {
        return apps.stream()
                .filter(app -> path.parent().equals(Optional.of(app.folder())))
                .anyMatch(app -> id.equals(App.id(app.label(), AppHistories.stem(path.name()))));
    }

    @Override
    public boolean isForerunner(MigrationId id, History widest) {
        return App.isBeforeAll(id, widest);
    }

    @Override
    public Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        String id = migration.id().value();
        String label = id.substring(0, Math.max(0, id.indexOf('.')));
        return tree.text(migration.at().path())
                .filter(file -> migration.at().path().name().endsWith(".py"))
                .flatMap(file -> file instanceof FileText.Decoded decoded
                        ? Optional.of(DjangoMigration.read(decoded.text(), label, dialect))
                        : Optional.empty());
    }

    /** It puts hashes into names, and makes further indexes and checks. */
    @Override
    public Naming naming() {
        return Naming.OF_COLUMNS;
    }

    /** Django keeps none. */
    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return Optional.empty();
    }

    @Override
    public List<ModelSource> models(Tree tree) {
        return apps.stream()
                .filter(app -> !app.isOff())
                .flatMap(app -> AppModels.of(app).stream())
                .toList();
    }

    /** What the apps of the project are called. Any other is installed from elsewhere. */
    Set<String> labels() {
        return apps.stream().map(App::label).collect(Collectors.toSet());
    }
}
