package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.system.liquibase.library.ChangelogParser;
import dev.migtrue.system.liquibase.library.ParsedChangeSet;
import dev.migtrue.system.liquibase.library.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checksums of the changesets of one tree, as Liquibase would make them. Which database it would run on is not known here: where parts
 * are for some databases only, a checksum for any of these is accepted.
 */
final class Checksums {

    /** Stands for all databases that no changelog names. */
    private static final String ANY_OTHER = "any other";

    private static final Set<String> NO_DATABASE = Set.of("all", "none");

    private final Walk walk;
    private final Tree tree;
    private final SearchPath searchPath;
    private final SearchPath.Located root;
    private final Set<String> known;
    private final Map<String, RepoPath> files = new HashMap<>();
    private final Map<FileSpan, Walk.Found> bySpan = new HashMap<>();
    private final Map<ChangeSetId, List<Walk.Found>> byId;
    private final Map<FileSpan, Optional<Sums>> made = new HashMap<>();
    private final Map<String, Map<RepoPath, List<ParsedChangeSet>>> parsed = new HashMap<>();

    Checksums(Walk walk, Tree tree, Start start, SearchPath searchPath) {
        this.walk = walk;
        this.tree = tree;
        this.root = start.root();
        this.searchPath = searchPath;
        this.known = known(walk.properties(), start.settings().parameters());
        this.byId = walk.changeSets().stream().collect(Collectors.groupingBy(Checksums::id));
        walk.changeSets()
                .forEach(found -> bySpan.putIfAbsent(
                        new FileSpan(found.file(), found.changeSet().at()), found));
        Stream.concat(walk.files().stream(), walk.companions().stream())
                .forEach(file -> files.putIfAbsent(StoredPath.normalized(file.path()), file.file()));
    }

    /** The names whose value is the same whoever runs Liquibase, as far as the changelogs go. */
    private static Set<String> known(List<Changelog.Property> properties, Set<String> givenElsewhere) {
        Set<String> known =
                properties.stream().map(Changelog.Property::name).collect(Collectors.toCollection(HashSet::new));
        properties.stream()
                .filter(Changelog.Property::isConditional)
                .map(Changelog.Property::name)
                .forEach(known::remove);
        known.removeAll(givenElsewhere);
        return known;
    }

    /** Those of a migration; absent where they cannot be known, or where any would do. */
    Optional<Sums> of(Migration migration) {
        return made.computeIfAbsent(
                migration.at(),
                at -> Optional.ofNullable(bySpan.get(at))
                        .flatMap(found -> ofAll(byId.getOrDefault(id(found), List.of()))));
    }

    /** All forms of a changeset share one row. */
    private Optional<Sums> ofAll(List<Walk.Found> forms) {
        List<Sums> sums = new ArrayList<>();
        for (Walk.Found form : forms) {
            List<Sums> ofForm = sums(form);
            if (ofForm.isEmpty()) {
                return Optional.empty();
            }
            sums.addAll(ofForm);
        }
        List<String> accepted = sums.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.current()), each.accepted().stream()))
                .distinct()
                .toList();
        return sums.stream().findFirst().map(first -> new Sums(first.current(), accepted));
    }

    private static ChangeSetId id(Walk.Found found) {
        return new ChangeSetId(
                        found.path(), found.changeSet().id(), found.changeSet().author())
                .key();
    }

    /** One for each database; none where one is not known. */
    private List<Sums> sums(Walk.Found found) {
        if (!known.containsAll(found.changeSet().placeholders())) {
            return List.of();
        }
        List<Optional<Sums>> sums = dialects(found.changeSet())
                .map(dialect -> parsed.computeIfAbsent(dialect, this::parsedFor))
                .map(byFile -> sums(found, byFile))
                .toList();
        return sums.stream().allMatch(Optional::isPresent)
                ? sums.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    private static Optional<Sums> sums(Walk.Found found, Map<RepoPath, List<ParsedChangeSet>> byFile) {
        return Optional.ofNullable(byFile.get(found.file()))
                .filter(all -> found.index() < all.size())
                .map(all -> all.get(found.index()))
                .filter(parsed -> parsed.isCalled(
                        found.changeSet().id(), found.changeSet().author()))
                .flatMap(ParsedChangeSet::sums);
    }

    /** The databases on which a changeset may be another than on the rest. */
    private Stream<String> dialects(ChangeSet changeSet) {
        Stream<String> named = Stream.concat(
                changeSet.dialects().stream(),
                walk.properties().stream()
                        .filter(property -> changeSet.placeholders().contains(property.name()))
                        .flatMap(property -> property.dialects().stream()));
        return Stream.concat(
                        Stream.of(ANY_OTHER),
                        named.map(name ->
                                        name.startsWith("!") ? name.substring(1).strip() : name)
                                .filter(name -> !NO_DATABASE.contains(name))
                                .sorted())
                .distinct();
    }

    /** What Liquibase makes of all files for one kind of database. */
    private Map<RepoPath, List<ParsedChangeSet>> parsedFor(String dialect) {
        ChangelogParser parser = new ChangelogParser(dialect, this::text);
        SequencedMap<RepoPath, List<ParsedChangeSet>> all = new LinkedHashMap<>();
        walk.files().forEach(file -> parser.parse(file.path()).ifPresent(found -> all.put(file.file(), found)));
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
