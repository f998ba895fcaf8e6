package dev.migtrue.system.keyed;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What Entity Framework writes into a snapshot and into migrations of the kind of their database. Programs for several kinds have annotations for all of them
 * in each, so that only what the provider at hand alone writes counts.
 */
record Providers() implements KeyedTool.Trait {

    private static final Map<String, Dialect> KINDS = Map.of(
            "Npgsql", Dialect.POSTGRESQL,
            "SqlServer", Dialect.SQL_SERVER,
            "MySql", Dialect.MYSQL,
            "MySQL", Dialect.MYSQL,
            "Sqlite", Dialect.SQLITE,
            "Oracle", Dialect.ORACLE);

    private static final String ANY = "\\b(Npgsql|SqlServer|MySql|MySQL|Sqlite|Oracle)";

    /** These calls set up a whole model for one kind. */
    private static final Pattern SETUP = Pattern.compile(ANY + "ModelBuilderExtensions\\b");

    /** How a key that counts itself is made. */
    private static final Pattern COUNTING =
            Pattern.compile("\"" + ANY + ":(?:ValueGenerationStrategy|Identity|Autoincrement|IdentityColumns)\"");

    private static final Function<FileText, Set<Dialect>> SETUPS = Providers::setUp;

    private static final Function<FileText, Set<Dialect>> COUNTED = Providers::counted;

    private static Set<Dialect> setUp(FileText file) {
        return kinds(SETUP, file);
    }

    private static Set<Dialect> counted(FileText file) {
        return kinds(COUNTING, file);
    }

    private static Set<Dialect> kinds(Pattern pattern, FileText file) {
        Set<Dialect> kinds = EnumSet.noneOf(Dialect.class);
        if (file instanceof FileText.Decoded decoded) {
            pattern.matcher(decoded.text())
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .flatMap(name -> Optional.ofNullable(KINDS.get(name)).stream())
                    .forEach(kinds::add);
        }
        return kinds;
    }

    /** Absent where the files right in these folders name none, or several. */
    Optional<Dialect> dialect(Collection<RepoPath> folders, Tree tree) {
        List<RepoPath> files = folders.stream()
                .flatMap(folder -> tree.filesUnder(folder).stream()
                        .filter(file -> file.parent().filter(folder::equals).isPresent()))
                .filter(file -> file.value().endsWith(".cs") && !file.value().endsWith(".Designer.cs"))
                .toList();
        List<RepoPath> snapshots = files.stream()
                .filter(file -> file.value().endsWith("ModelSnapshot.cs"))
                .toList();
        Set<Dialect> setUp = all(snapshots, SETUPS, tree);
        return single(setUp.isEmpty() ? all(files, COUNTED, tree) : setUp);
    }

    private static Set<Dialect> all(List<RepoPath> files, Function<FileText, Set<Dialect>> reading, Tree tree) {
        Set<Dialect> kinds = EnumSet.noneOf(Dialect.class);
        tree.deriveAll(files, reading).values().forEach(kinds::addAll);
        return kinds;
    }

    private static Optional<Dialect> single(Set<Dialect> kinds) {
        return kinds.size() == 1 ? kinds.stream().findFirst() : Optional.empty();
    }
}
