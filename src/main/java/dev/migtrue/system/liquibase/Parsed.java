package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.liquibase.library.ChangelogParser;
import dev.migtrue.system.liquibase.library.ParsedChangeSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Liquibase itself makes of the changesets of one tree, for one kind of database after the other. */
final class Parsed {

    private final Walk walk;
    private final Tree tree;
    private final SearchPath searchPath;
    private final SearchPath.Located root;
    private final Function<String, Optional<String>> given;
    private final Map<String, RepoPath> files = new HashMap<>();
    private final Map<String, Map<RepoPath, List<ParsedChangeSet>>> byDialect = new HashMap<>();

    Parsed(Walk walk, Tree tree, SearchPath.Located root, SearchPath searchPath) {
        this(walk, tree, root, searchPath, name -> Optional.empty());
    }

    /** @param given the value that is given for a name beside all changelogs */
    Parsed(
            Walk walk,
            Tree tree,
            SearchPath.Located root,
            SearchPath searchPath,
            Function<String, Optional<String>> given) {
        this.given = given;
        this.walk = walk;
        this.tree = tree;
        this.root = root;
        this.searchPath = searchPath;
        Stream.concat(walk.files().stream(), walk.companions().stream())
                .forEach(file -> files.putIfAbsent(StoredPath.normalized(file.path()), file.file()));
    }

    /** A changeset; absent where Liquibase cannot parse its changelog, or does not know every change in it. */
    Optional<ParsedChangeSet> of(Walk.Found found, String dialect) {
        ChangeSet changeSet = found.changeSet();
        return byDialect.computeIfAbsent(dialect, this::all).getOrDefault(found.file(), List.of()).stream()
                .filter(parsed -> parsed.isCalled(changeSet.id(), changeSet.author()))
                .skip(found.index())
                .findFirst()
                .filter(parsed -> parsed.isMadeOf(changeSet.changes()));
    }

    private Map<RepoPath, List<ParsedChangeSet>> all(String dialect) {
        ChangelogParser parser = new ChangelogParser(dialect, this::text, given);
        SequencedMap<RepoPath, List<ParsedChangeSet>> all = new LinkedHashMap<>();
        Map<RepoPath, String> paths =
                walk.files().stream().collect(Collectors.toMap(SearchPath.Located::file, SearchPath.Located::path));
        walk.files()
                .forEach(file -> parser.parse(
                                file.path(),
                                walk.above(file.file()).stream()
                                        .flatMap(above -> Optional.ofNullable(paths.get(above)).stream())
                                        .toList())
                        .ifPresent(found -> all.put(file.file(), found)));
        return all;
    }

    private Optional<String> text(String path) {
        return Optional.ofNullable(files.get(StoredPath.normalized(path)))
                .or(() -> searchPath
                        .find(
                                new Changelog.FileName(path, false),
                                root,
                                file -> tree.contentId(file).isPresent())
                        .map(SearchPath.Located::file))
                .flatMap(tree::text)
                .flatMap(text ->
                        text instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }
}
