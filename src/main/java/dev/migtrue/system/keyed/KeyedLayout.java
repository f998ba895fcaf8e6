package dev.migtrue.system.keyed;

import dev.migtrue.language.code.file.CodeFile;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.SqlFile;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.UpPart;
import dev.migtrue.model.Applied;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Manifest;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One use of a tool that keys migrations by their file names. */
record KeyedLayout(KeyedTool tool, Marked marked, Project project) implements Layout {

    private record Named(FileNames.Parsed name, RepoPath path) {}

    @Override
    public History history(Tree tree) {
        TreeSet<RepoPath> files = project.folders().stream()
                .flatMap(folder -> tree.filesUnder(folder).stream().filter(file -> isIn(folder, file)))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Migration> migrations = files.stream()
                .flatMap(path -> tool.files().parse(path).map(name -> named(name, path, tree)).stream())
                .sorted(Comparator.comparing(Named::name, tool.files().order()).thenComparing(Named::path))
                .flatMap(named -> migration(named, tree).stream())
                .toList();
        List<MalformedFile> malformed = Stream.concat(
                        files.stream().flatMap(path -> slip(path, tree).stream()),
                        tool.hollowFolders().stream()
                                .flatMap(hollow ->
                                        project.folders().stream().flatMap(folder -> hollow.in(folder, tree).stream())))
                .toList();
        Manifest unseen = new Manifest(unseen(files, tree), List.of());
        return new History(tool.ordering(), migrations, malformed, List.of(), List.of(), unseen, Optional.empty());
    }

    private Named named(FileNames.Parsed name, RepoPath path, Tree tree) {
        return tool.statedIds()
                .flatMap(ids -> ids.of(path, tree).id())
                .map(id -> new Named(new FileNames.Parsed(id, new MigrationId(id), name.words()), path))
                .orElse(new Named(name, path));
    }

    /** Those that say no id, in folders where others do: elsewhere the files that say it may be made anew on every machine. */
    private List<Manifest.Unlisted> unseen(Set<RepoPath> files, Tree tree) {
        Map<RepoPath, StatedIds.Stated> stated = new TreeMap<>();
        tool.statedIds()
                .ifPresent(ids -> files.stream()
                        .filter(path -> tool.files().parse(path).isPresent() && marked.bears(path, tree))
                        .forEach(path -> stated.put(path, ids.of(path, tree))));
        Set<RepoPath> spoken = stated.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StatedIds.As)
                .map(entry -> tool.files().home(entry.getKey()))
                .collect(Collectors.toSet());
        return stated.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StatedIds.Nowhere)
                .filter(entry -> spoken.contains(tool.files().home(entry.getKey())))
                .map(
                        entry -> new Manifest.Unlisted(
                                entry.getKey(),
                                "[Migration] attribute",
                                "add the Designer file that was written with it, or have dotnet ef migrations add write it anew"))
                .toList();
    }

    private boolean isIn(RepoPath folder, RepoPath file) {
        return tool.signs().grouping().isRecursive() || tool.files().home(file).equals(folder);
    }

    private static Optional<Migration> migration(Named named, Tree tree) {
        return tree.contentId(named.path())
                .map(content -> new Migration(
                        named.name().id(),
                        named.name().words(),
                        Kind.VERSIONED,
                        List.of(),
                        List.of(),
                        content,
                        Optional.empty(),
                        FileSpan.of(named.path())));
    }

    private Optional<MalformedFile> slip(RepoPath path, Tree tree) {
        return tool.files()
                .slip()
                .filter(slip ->
                        slip.fits(path.name()) && tool.files().parse(path).isEmpty() && marked.bears(path, tree))
                .map(slip -> malformed(path, slip));
    }

    private static MalformedFile malformed(RepoPath path, FileNames.Slip slip) {
        return new MalformedFile(
                FileSpan.of(path),
                "%s '%s': %s".formatted(slip.reaction(), path.name(), slip.rule()),
                "rename it like '%s'".formatted(slip.example()));
    }

    @Override
    public Optional<SchemaFile> schemaFile(Tree tree, History history) {
        return tool.dumps().stream()
                .flatMap(dump -> dump.in(tree, project.root(), tool.files(), history).stream())
                .findFirst();
    }

    @Override
    public VersionTable versionTable() {
        return tool.ledger().table();
    }

    @Override
    public Applied.Known applied(String table, List<Row> rows, History widest) {
        return new Applied.Known(table, tool.ledger().read(rows, table, tool.files(), widest), Applied.Reach.WHOLE);
    }

    @Override
    public boolean isForerunner(MigrationId id, History widest) {
        return tool.tolerance() == KeyedTool.Tolerance.OF_GONE_FILES
                && widest.migrations().stream()
                        .findFirst()
                        .filter(first -> tool.files().isBefore(id, first.id()))
                        .isPresent();
    }

    @Override
    public Optional<Reversal> reversal(Migration migration, Tree tree) {
        return tool.down().flatMap(part -> part.of(migration, tree));
    }

    @Override
    public Optional<Program> program(Migration migration, Tree tree, Dialect dialect) {
        Optional<CodeFile> code = CodeFile.of(migration.at().path().value());
        return code.isPresent()
                ? text(migration, tree).map(text -> code.get().read(text, dialect))
                : sql(migration, tree)
                        .map(text ->
                                UpPart.program(text, dialect, tool.sending().mode(dialect)));
    }

    @Override
    public Optional<Dialect> dialect(Tree tree) {
        if (tool.providers().isPresent()) {
            return tool.providers().get().dialect(project.folders(), tree);
        }
        RepoPath from = project.folders().size() == 1 ? project.folders().getFirst() : project.root();
        return tool.drivers().dialect(from, tree);
    }

    @Override
    public Optional<Mode> mode(Migration migration, Tree tree, Dialect dialect) {
        return sql(migration, tree)
                .flatMap(text -> UpPart.of(Script.of(text, dialect)).mode());
    }

    private static Optional<String> sql(Migration migration, Tree tree) {
        return SqlFile.is(migration.at().path()) ? text(migration, tree) : Optional.empty();
    }

    private static Optional<String> text(Migration migration, Tree tree) {
        return tree.text(migration.at().path())
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }

    @Override
    public Optional<Checksum> checksum(Migration migration, Tree tree) {
        return tool.checksum().flatMap(kind -> text(migration, tree).map(kind::of));
    }

    @Override
    public List<Checksum> accepted(Migration migration, Tree tree) {
        return tool.checksum()
                .flatMap(kind -> text(migration, tree).map(kind::accepted))
                .orElse(List.of());
    }

    @Override
    public Promised promised() {
        return tool.author().promised();
    }

    @Override
    public List<ModelSource> models(Tree tree) {
        return tool.manifest()
                .map(manifest -> manifest.sources(project, tool.files(), tree))
                .orElse(List.of());
    }

    /** By a name that still is one; else by the words in it, as names were free once. */
    @Override
    public boolean mayHaveHeld(RepoPath path, MigrationId id) {
        return tool.files().parse(path).filter(name -> name.id().equals(id)).isPresent()
                || Layout.super.mayHaveHeld(path, id);
    }
}
