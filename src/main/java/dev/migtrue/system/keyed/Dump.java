package dev.migtrue.system.keyed;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.SchemaFile;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with the whole schema that a tool writes after each run, and in which it names what was applied.
 *
 * @param path of the file, seen from the root of the project
 * @param folder the migrations that are in it, seen from there: those of other folders may belong to parts that are installed separately
 * @param extent what it names
 * @param reading the keys that its text names, as they are written
 */
record Dump(String path, String folder, Extent extent, Function<FileText, List<String>> reading) {

    /** How much a dump names. */
    enum Extent {
        /** The newest migration only. */
        NEWEST,
        /** Each one. */
        ALL
    }

    /** A dump whose keys are what {@code key} matches in the part of the text that {@code part} matches. */
    static Dump of(String path, String folder, Extent extent, Pattern part, Pattern key) {
        return new Dump(path, folder, extent, text -> keys(text, part, key));
    }

    /** The dump in a tree, held against its files; absent where there is none, or it names nothing. */
    Optional<SchemaFile> in(Tree tree, RepoPath root, FileNames names, History history) {
        Optional<RepoPath> file = root.resolve(path);
        List<MigrationId> named = file.flatMap(at -> tree.derive(at, reading)).orElse(List.of()).stream()
                .flatMap(key -> names.id(key).stream())
                .toList();
        return named.isEmpty() || history.migrations().isEmpty()
                ? Optional.empty()
                : file.map(at -> new SchemaFile(
                        FileSpan.of(at), withoutFile(named, names, history), unlisted(named, root, names, history)));
    }

    private static List<MigrationId> withoutFile(List<MigrationId> named, FileNames names, History history) {
        MigrationId first = history.migrations().getFirst().id();
        Set<MigrationId> files = new HashSet<>();
        history.migrations().forEach(migration -> files.add(migration.id()));
        return named.stream()
                .filter(id -> !files.contains(id) && !names.isBefore(id, first))
                .distinct()
                .toList();
    }

    private List<Migration> unlisted(List<MigrationId> named, RepoPath root, FileNames names, History history) {
        Optional<RepoPath> main = root.resolve(folder);
        return history.migrations().stream()
                .filter(migration -> main.filter(place -> migration.at().path().isUnder(place))
                        .isPresent())
                .filter(migration -> switch (extent) {
                    case NEWEST -> named.stream().allMatch(id -> names.isBefore(id, migration.id()));
                    case ALL -> !named.contains(migration.id());
                })
                .toList();
    }

    private static List<String> keys(FileText text, Pattern part, Pattern key) {
        List<String> keys = new ArrayList<>();
        if (text instanceof FileText.Decoded decoded) {
            Matcher parts = part.matcher(decoded.text());
            while (parts.find()) {
                Matcher each = key.matcher(parts.group());
                while (each.find()) {
                    keys.add(each.group(1).replace("_", ""));
                }
            }
        }
        return keys;
    }
}
