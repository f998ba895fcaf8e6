package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import dev.migtrue.model.Tree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads files as changelogs, by what their names end in. */
final class ChangelogFile {

    private static final Map<String, Function<FileText, Changelog>> READERS = Map.of(
            "xml", file -> reading(file, ChangelogFile::xml),
            "yaml", file -> reading(file, ChangelogFile::yaml),
            "yml", file -> reading(file, ChangelogFile::yaml),
            "json", file -> reading(file, ChangelogFile::yaml),
            "sql", file -> reading(file, FormattedSql::read));

    private ChangelogFile() {}

    /** Whether Liquibase would take a file of this name for a changelog. */
    static boolean isOne(RepoPath path) {
        return READERS.containsKey(ending(path));
    }

    static boolean isSql(RepoPath path) {
        return ending(path).equals("sql");
    }

    /** What a file holds; absent when there is none. */
    static Optional<Changelog> read(RepoPath path, Tree tree) {
        return Optional.ofNullable(READERS.get(ending(path)))
                .map(reader -> tree.derive(path, reader))
                .orElseGet(() -> tree.contentId(path).map(content -> new Changelog.Foreign()));
    }

    private static String ending(RepoPath path) {
        String name = path.name();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Changelog reading(FileText file, Function<String, Changelog> format) {
        return switch (file) {
            case FileText.Decoded decoded -> format.apply(decoded.text().replaceFirst("^\uFEFF", ""));
            case FileText.Unreadable unreadable -> new Changelog.Broken(Span.START, unreadable.reason());
        };
    }

    private static Changelog xml(String text) {
        return changelog(text, XmlReader::read);
    }

    private static Changelog yaml(String text) {
        return changelog(text, whole -> YamlReader.read(whole, Changelog.TOP));
    }

    private static Changelog changelog(String text, Function<String, Document> reader) {
        if (!text.contains(Changelog.TOP)) {
            return new Changelog.Foreign();
        }
        return switch (reader.apply(text)) {
            case Document.Tree tree ->
                tree.root().name().equals(Changelog.TOP) ? ElementReader.read(tree.root()) : new Changelog.Foreign();
            case Document.Broken broken -> new Changelog.Broken(broken.at(), broken.reason());
        };
    }
}
