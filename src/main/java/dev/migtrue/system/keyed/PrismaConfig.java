package dev.migtrue.system.keyed;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Where a project says that its schema lies, in {@code prisma.config.ts} or in {@code package.json}. These are programs, or are read by some: only strings that
 * stand there plainly are taken.
 *
 * @param schema a file or a folder, seen from the folder of this file
 * @param migrations their folder; absent where it is the usual one
 */
record PrismaConfig(String schema, Optional<String> migrations) {

    /** A file that says it, and how its text does. */
    private record Source(String name, Function<FileText, Optional<PrismaConfig>> reading) {}

    private static final Function<FileText, Optional<PrismaConfig>> OF_SCRIPT = PrismaConfig::ofScript;

    private static final Function<FileText, Optional<PrismaConfig>> OF_PACKAGE = PrismaConfig::ofPackage;

    private static final List<Source> SOURCES = List.of(
            new Source("prisma.config.ts", OF_SCRIPT),
            new Source("prisma.config.mts", OF_SCRIPT),
            new Source("prisma.config.js", OF_SCRIPT),
            new Source("prisma.config.mjs", OF_SCRIPT),
            new Source("package.json", OF_PACKAGE));

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m:(?:^|(?<=\\s))//[^\\n]*$)");

    private static final String PLAIN = "\\s*:\\s*(?:\"([^\"'\\\\\\n]+)\"|'([^\"'\\\\\\n]+)')\\s*(?=[,}\\n]|$)";

    private static final Pattern SCHEMA = Pattern.compile("(?<=[{,\\s\"])schema\"?" + PLAIN);

    private static final Pattern ANY_SCHEMA = Pattern.compile("\\bschema\\b\"?\\s*[:,}(]");

    private static final Pattern MIGRATIONS = Pattern.compile("\\bmigrations\\s*:\\s*\\{([^{}]*)}");

    private static final Pattern PATH = Pattern.compile("(?<=[{,\\s]|^)path" + PLAIN);

    private static final Pattern SECTION = Pattern.compile("\"prisma\"\\s*:\\s*\\{([^{}]*)}");

    /** The schema that migrations in a folder are made from; absent where nothing plain says it of just this folder. */
    static Optional<RepoPath> schema(RepoPath migrations, Tree tree) {
        Optional<RepoPath> here = migrations.parent();
        while (here.isPresent()) {
            RepoPath folder = here.get();
            Optional<RepoPath> told = SOURCES.stream()
                    .flatMap(source -> tree.derive(folder.child(source.name()), source.reading()).stream())
                    .flatMap(Optional::stream)
                    .flatMap(config -> config.schema(folder, migrations).stream())
                    .findFirst();
            if (told.isPresent()) {
                return told;
            }
            here = folder.parent();
        }
        return Optional.empty();
    }

    private Optional<RepoPath> schema(RepoPath folder, RepoPath wanted) {
        return folder.resolve(schema)
                .filter(place -> migrations
                        .flatMap(folder::resolve)
                        .or(() -> Optional.of(usual(place)))
                        .filter(wanted::equals)
                        .isPresent());
    }

    /** Beside the file, or in the folder. */
    private static RepoPath usual(RepoPath schema) {
        RepoPath folder = schema.name().endsWith(".prisma") ? schema.parent().orElse(RepoPath.TOP) : schema;
        return folder.child("migrations");
    }

    private static Optional<PrismaConfig> ofScript(FileText file) {
        return text(file, PrismaConfig::script);
    }

    private static Optional<PrismaConfig> ofPackage(FileText file) {
        return text(file, PrismaConfig::packaged);
    }

    private static Optional<PrismaConfig> text(FileText file, Function<String, Optional<PrismaConfig>> reading) {
        return file instanceof FileText.Decoded decoded ? reading.apply(decoded.text()) : Optional.empty();
    }

    private static Optional<PrismaConfig> packaged(String text) {
        return SECTION.matcher(text)
                .results()
                .map((MatchResult section) -> section.group(1))
                .flatMap(section -> plain(SCHEMA, section).stream())
                .findFirst()
                .map(schema -> new PrismaConfig(schema, Optional.empty()));
    }

    private static Optional<PrismaConfig> script(String text) {
        String code = COMMENT.matcher(text).replaceAll("");
        Optional<String> schema =
                ANY_SCHEMA.matcher(code).results().count() == 1 ? plain(SCHEMA, code) : Optional.empty();
        if (!code.contains("migrations:")) {
            return schema.map(place -> new PrismaConfig(place, Optional.empty()));
        }
        Optional<String> section = MIGRATIONS
                .matcher(code)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst();
        boolean isUsual = section.filter(body -> !body.contains("path")).isPresent();
        Optional<String> path = section.flatMap(body -> plain(PATH, body));
        return schema.filter(place -> isUsual || path.isPresent()).map(place -> new PrismaConfig(place, path));
    }

    private static Optional<String> plain(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> Optional.ofNullable(match.group(1)).orElse(match.group(2)))
                .findFirst();
    }
}
