package dev.migtrue.system.keyed;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the files of a program that runs its migrations itself say of the kind of its database: by the drivers that they name.
 *
 * @param files those that tell, the most telling first; each lies in a folder around the migrations
 */
record Drivers(List<Telling> files) implements KeyedTool.Trait {

    /**
     * A file that names drivers.
     *
     * @param kinds what it says for each kind of database; one that says several tells nothing
     */
    record Telling(String name, Function<FileText, Set<Dialect>> kinds) {}

    /** Of a tool that says nothing of it. */
    static final Drivers NONE = new Drivers(List.of());

    /** What Rails' own configuration says, or else the packages that the application takes. */
    static final Drivers OF_RUBY = new Drivers(List.of(
            telling(
                    "config/database.yml",
                    Map.of(
                            Dialect.POSTGRESQL,
                                    "(?m)^\\s*(?:adapter:\\s*[\"']?(?:postgresql|postgis)|url:.*\\bpostgres(?:ql)?://)",
                            Dialect.MYSQL,
                                    "(?m)^\\s*(?:adapter:\\s*[\"']?(?:mysql2|trilogy)|url:.*\\b(?:mysql2|trilogy)://)",
                            Dialect.SQLITE, "(?m)^\\s*(?:adapter:\\s*[\"']?sqlite3|url:.*\\bsqlite3:)",
                            Dialect.SQL_SERVER, "(?m)^\\s*adapter:\\s*[\"']?sqlserver",
                            Dialect.ORACLE, "(?m)^\\s*adapter:\\s*[\"']?oracle")),
            telling(
                    "Gemfile",
                    Map.of(
                            Dialect.POSTGRESQL, "(?m)^\\s*gem\\s+[\"']pg[\"']",
                            Dialect.MYSQL, "(?m)^\\s*gem\\s+[\"'](?:mysql2|trilogy)[\"']",
                            Dialect.SQLITE, "(?m)^\\s*gem\\s+[\"']sqlite3[\"']"))));

    /** What a Go module requires. */
    static final Drivers OF_GO = new Drivers(
            List.of(
                    telling(
                            "go.mod",
                            Map.of(
                                    Dialect.POSTGRESQL,
                                            "github\\.com/(?:lib/pq|jackc/pgx)\\b|gorm\\.io/driver/postgres",
                                    Dialect.MYSQL, "github\\.com/go-sql-driver/mysql\\b|gorm\\.io/driver/mysql",
                                    Dialect.SQLITE,
                                            "github\\.com/mattn/go-sqlite3\\b|modernc\\.org/sqlite\\b|github\\.com/ncruces/go-sqlite3\\b"))));

    /** What Prisma wrote down when it made the first migration. */
    static final Drivers OF_PRISMA = new Drivers(List.of(telling(
            PrismaFolders.LOCK,
            Map.of(
                    Dialect.POSTGRESQL, "(?m)^\\s*provider\\s*=\\s*\"(?:postgres(?:ql)?|cockroachdb)\"",
                    Dialect.MYSQL, "(?m)^\\s*provider\\s*=\\s*\"mysql\"",
                    Dialect.SQLITE, "(?m)^\\s*provider\\s*=\\s*\"sqlite\"",
                    Dialect.SQL_SERVER, "(?m)^\\s*provider\\s*=\\s*\"sqlserver\""))));

    private static Telling telling(String name, Map<Dialect, String> signs) {
        Map<Dialect, Pattern> patterns = signs.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Pattern.compile(entry.getValue())));
        return new Telling(name, file -> kinds(file, patterns));
    }

    private static Set<Dialect> kinds(FileText file, Map<Dialect, Pattern> patterns) {
        Set<Dialect> kinds = EnumSet.noneOf(Dialect.class);
        if (file instanceof FileText.Decoded decoded) {
            patterns.forEach((dialect, pattern) -> {
                if (pattern.matcher(decoded.text()).find()) {
                    kinds.add(dialect);
                }
            });
        }
        return kinds;
    }

    /** Absent where the files name none, or several. */
    Optional<Dialect> dialect(RepoPath folder, Tree tree) {
        return files.stream().flatMap(file -> said(file, folder, tree).stream()).findFirst();
    }

    /** What the nearest file of this name says. */
    private static Optional<Dialect> said(Telling file, RepoPath folder, Tree tree) {
        Optional<RepoPath> here = Optional.of(folder);
        while (here.isPresent()) {
            Optional<Set<Dialect>> kinds = tree.derive(below(here.get(), file.name()), file.kinds());
            if (kinds.isPresent()) {
                return kinds.filter(told -> told.size() == 1)
                        .flatMap(told -> told.stream().findFirst());
            }
            here = here.get().parent();
        }
        return Optional.empty();
    }

    private static RepoPath below(RepoPath folder, String name) {
        RepoPath path = folder;
        for (String part : name.split("/", -1)) {
            path = path.child(part);
        }
        return path;
    }
}
