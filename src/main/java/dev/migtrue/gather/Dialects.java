package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SpokenDialect;
import dev.migtrue.gather.database.Database;
import dev.migtrue.language.code.sqlalchemy.MigrationImports;
import dev.migtrue.language.sql.Accent;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what SQL the migrations of a project are written in. Whoever is nearest to them is heard first. */
final class Dialects {

    /** So many files tell enough. */
    private static final int READ = 30;

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    /** What addresses begin with, and folders are called. */
    private static final Map<String, Dialect> KINDS = Map.ofEntries(
            Map.entry("postgresql", Dialect.POSTGRESQL),
            Map.entry("postgres", Dialect.POSTGRESQL),
            Map.entry("psql", Dialect.POSTGRESQL),
            Map.entry("pgsql", Dialect.POSTGRESQL),
            Map.entry("pg", Dialect.POSTGRESQL),
            Map.entry("mysql", Dialect.MYSQL),
            Map.entry("mysql2", Dialect.MYSQL),
            Map.entry("mariadb", Dialect.MARIADB),
            Map.entry("sqlite", Dialect.SQLITE),
            Map.entry("sqlite3", Dialect.SQLITE),
            Map.entry("sqlserver", Dialect.SQL_SERVER),
            Map.entry("mssql", Dialect.SQL_SERVER),
            Map.entry("oracle", Dialect.ORACLE),
            Map.entry("h2", Dialect.H2));

    private final ReviewOrder order;
    private final List<Database> databases;

    Dialects(ReviewOrder order, List<Database> databases) {
        this.order = order;
        this.databases = List.copyOf(databases);
    }

    SpokenDialect of(ReadProject project, Facts facts, List<UnderReview.Copy> reviewed) {
        Source source = reviewed.getFirst().source();
        Tree tree = Objects.requireNonNull(project.trees().get(source));
        return order.dialect()
                .map(named -> new SpokenDialect(named, "--dialect says so"))
                .or(() -> configured(project))
                .or(() -> project.layout()
                        .dialect(tree)
                        .map(own -> new SpokenDialect(
                                own, "the files of " + facts.project().system() + " say so")))
                .or(() -> hinted(facts.project()))
                .or(() -> asRead(facts))
                .or(() -> ofFolders(facts.project()))
                .or(() -> ofSyntax(reviewed, facts, source, tree))
                .orElseGet(() -> new SpokenDialect(Dialect.ANSI, "nothing tells what SQL it is"));
    }

    private static Optional<SpokenDialect> configured(ReadProject project) {
        return project.layout() instanceof ListedLayout listed
                ? listed.listed()
                        .dialect()
                        .flatMap(Dialect::named)
                        .map(said -> new SpokenDialect(said, "migtrue.yaml says so"))
                : Optional.empty();
    }

    private Optional<SpokenDialect> hinted(Project project) {
        return order.hints().apply(project).stream()
                .flatMap(hint -> Optional.ofNullable(KINDS.get(hint.kind())).stream()
                        .map(dialect -> new SpokenDialect(dialect, hint.origin() + " says so")))
                .findFirst();
    }

    /** The databases of which rows were read for this project. */
    private Optional<SpokenDialect> asRead(Facts facts) {
        Set<DatabaseName> known = facts.known().keySet();
        return databases.stream()
                .filter(database -> known.contains(database.name()))
                .flatMap(database -> Optional.ofNullable(KINDS.get(kind(database.target()))).stream()
                        .map(dialect -> new SpokenDialect(dialect, "database %s is one".formatted(database.name()))))
                .findFirst();
    }

    /** What a database speaks that is there; absent where its address does not tell. Of what ClickHouse speaks, nothing but the standard is known. */
    static Optional<Dialect> spokenAt(String target) {
        String kind = kind(target);
        return kind.equals("clickhouse") ? Optional.of(Dialect.ANSI) : Optional.ofNullable(KINDS.get(kind));
    }

    /** Which kind of database it is, in one word for all that speak alike; empty where its address does not tell. */
    static String kindOf(String target) {
        return spokenAt(target)
                .filter(dialect -> dialect != Dialect.ANSI)
                .map(Dialect::id)
                .orElseGet(() -> kind(target));
    }

    private static String kind(String target) {
        int colon = target.indexOf(':');
        return colon < 0 ? "" : target.substring(0, colon);
    }

    /** Folders of several kinds tell nothing. */
    private static Optional<SpokenDialect> ofFolders(Project project) {
        Set<Dialect> named = Stream.concat(project.folders().stream(), Stream.of(project.root()))
                .flatMap(folder -> ofPath(folder).stream())
                .collect(Collectors.toSet());
        return named.size() == 1
                ? named.stream().findFirst().map(dialect -> new SpokenDialect(dialect, "its folder is called so"))
                : Optional.empty();
    }

    /** What the innermost folder says that says anything. */
    static Optional<Dialect> ofPath(RepoPath folder) {
        return List.of(folder.value().toLowerCase(Locale.ROOT).split("/", -1)).reversed().stream()
                .flatMap(part -> NO_LETTERS.splitAsStream(part))
                .flatMap(word -> Optional.ofNullable(KINDS.get(word)).stream())
                .findFirst();
    }

    private static Optional<SpokenDialect> ofSyntax(
            List<UnderReview.Copy> reviewed, Facts facts, Source source, Tree tree) {
        return ofSyntax(texts(".sql", READ, reviewed, facts, source, tree))
                .or(() -> MigrationImports.dialect(texts(".py", reviewed.size() + READ, reviewed, facts, source, tree))
                        .map(dialect -> new SpokenDialect(dialect, "its migrations import what is for this one only")));
    }

    /** What is reviewed, and the newest of the others. */
    private static List<String> texts(
            String ending, int most, List<UnderReview.Copy> reviewed, Facts facts, Source source, Tree tree) {
        Stream<Migration> others =
                facts.history(source).stream().flatMap(history -> history.migrations().reversed().stream());
        return Stream.concat(reviewed.stream().map(UnderReview.Copy::migration), others)
                .map(migration -> migration.at().path())
                .filter(path -> path.value().endsWith(ending))
                .distinct()
                .limit(most)
                .flatMap(path -> text(tree, path).stream())
                .toList();
    }

    /** What texts look like. */
    static Optional<SpokenDialect> ofSyntax(List<String> texts) {
        return Accent.of(texts).map(heard -> new SpokenDialect(heard.dialect(), "it is written so: " + heard.sign()));
    }

    private static Optional<String> text(Tree tree, RepoPath path) {
        return tree.text(path)
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }
}
