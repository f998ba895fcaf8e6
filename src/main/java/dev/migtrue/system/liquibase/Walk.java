package dev.migtrue.system.liquibase;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Manifest;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UnreadFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A walk through a root changelog and all that it includes, in the order in which Liquibase runs it. */
final class Walk {

    private final Tree tree;
    private final SearchPath searchPath;
    private final Set<RepoPath> seen = new HashSet<>();
    private final Map<RepoPath, List<RepoPath>> above = new HashMap<>();
    private final List<SearchPath.Located> files = new ArrayList<>();
    private final List<Found> changeSets = new ArrayList<>();
    private final List<Defined> properties = new ArrayList<>();
    private final List<SearchPath.Located> companions = new ArrayList<>();
    private final List<MalformedFile> malformed = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final List<Manifest.Absent> absent = new ArrayList<>();

    Walk(Tree tree, SearchPath searchPath) {
        this.tree = tree;
        this.searchPath = searchPath;
    }

    /**
     * A changeset where it stands.
     *
     * @param path the one it is remembered by
     * @param when where it runs, what includes it taken into account
     * @param index its place among those of its file with its id and author, of which there should be one
     * @param inFiles the placeholders in the files that it runs
     * @param place its place among all
     */
    record Found(
            ChangeSet changeSet, RepoPath file, String path, When when, int index, Set<String> inFiles, int place) {

        /** Liquibase fills in what stands in the files of these before it makes their checksums. */
        private static final Set<String> FILLED = Set.of("createView", "createProcedure");

        Found {
            inFiles = Set.copyOf(inFiles);
        }

        ChangeSetId id() {
            return new ChangeSetId(path, changeSet.id(), changeSet.author());
        }

        /** The placeholders whose values go into its checksum. */
        Stream<String> inChecksum() {
            boolean areFilesFilled = changeSet.changes().stream().anyMatch(FILLED::contains)
                    || changeSet.text().contains("doExpandExpressionsInGenerateChecksum");
            return areFilesFilled
                    ? Stream.concat(changeSet.placeholders().stream(), inFiles.stream())
                    : changeSet.placeholders().stream();
        }
    }

    /**
     * A property where it stands.
     *
     * @param place the place of the first changeset after it
     */
    record Defined(Changelog.Property property, RepoPath file, int place) {}

    /** Every changelog that was read, in the order in which it was reached. */
    List<SearchPath.Located> files() {
        return files;
    }

    /** The files that include one, the nearest first. */
    List<RepoPath> above(RepoPath file) {
        return above.getOrDefault(file, List.of());
    }

    List<Found> changeSets() {
        return changeSets;
    }

    List<Defined> properties() {
        return properties;
    }

    /** The files that changesets run or load. */
    List<SearchPath.Located> companions() {
        return companions;
    }

    List<MalformedFile> malformed() {
        return malformed;
    }

    List<UnreadFile> unread() {
        return unread;
    }

    /** What is included and not there. */
    List<Manifest.Absent> absent() {
        return absent;
    }

    /** Everything that was read, by path and content. */
    List<String> contents() {
        return Stream.concat(files.stream(), companions.stream())
                .map(file -> file.path() + "\0" + file.file() + "\0"
                        + tree.contentId(file.file()).map(Object::toString).orElse(""))
                .toList();
    }

    boolean hasReached(RepoPath file) {
        return seen.contains(file);
    }

    /** Goes through a root, unless it was gone through before. */
    void through(SearchPath.Located file) {
        through(file, Inherited.NOTHING);
    }

    private void through(SearchPath.Located file, Inherited inherited) {
        if (!seen.add(file.file())) {
            return;
        }
        ChangelogFile.read(file.file(), tree).ifPresent(changelog -> {
            switch (changelog) {
                case Changelog.Read read -> {
                    visit(file, read.slips(), inherited);
                    enter(read, file, inherited.by(read));
                }
                case Changelog.Plain plain -> {
                    visit(file, plain.slips(), inherited);
                    add(
                            plain.whole(),
                            file,
                            new Inherited(inherited.above(), Optional.empty(), Optional.empty(), inherited.when()),
                            0);
                }
                case Changelog.Broken broken ->
                    unread.add(new UnreadFile(new FileSpan(file.file(), broken.at()), broken.reason()));
                case Changelog.Foreign foreign -> {}
            }
        });
    }

    private void visit(SearchPath.Located file, List<Changelog.Slip> slips, Inherited inherited) {
        files.add(file);
        above.put(file.file(), inherited.above());
        slips.forEach(slip ->
                malformed.add(new MalformedFile(new FileSpan(file.file(), slip.at()), slip.problem(), slip.help())));
    }

    private void enter(Changelog.Read read, SearchPath.Located file, Inherited inherited) {
        Map<ChangeSetId, Integer> alike = new HashMap<>();
        for (Changelog.Entry entry : read.entries()) {
            switch (entry) {
                case ChangeSet changeSet ->
                    add(
                            changeSet,
                            file,
                            inherited,
                            alike.merge(new ChangeSetId("", changeSet.id(), changeSet.author()).key(), 1, Integer::sum)
                                    - 1);
                case Changelog.Property property ->
                    properties.add(new Defined(property, file.file(), changeSets.size()));
                case Changelog.PropertyFile properties -> define(properties, file);
                case Changelog.Include include -> include(include, file, inherited);
                case Changelog.IncludeAll all -> includeAll(all, file, inherited);
            }
        }
    }

    private void add(ChangeSet changeSet, SearchPath.Located file, Inherited inherited, int index) {
        StringBuilder text = new StringBuilder(changeSet.text());
        Set<String> inFiles = new HashSet<>();
        for (Changelog.FileName name : changeSet.files()) {
            find(name, file).ifPresent(companion -> {
                companions.add(companion);
                inFiles.addAll(
                        tree.derive(companion.file(), Placeholders.READER).orElse(Set.of()));
                tree.contentId(companion.file())
                        .ifPresent(content -> text.append('\0').append(content));
            });
        }
        changeSets.add(new Found(
                changeSet.withText(text.toString()),
                file.file(),
                inherited.path(file, changeSet),
                inherited.when().and(changeSet.when()),
                index,
                inFiles,
                changeSets.size()));
    }

    private void define(Changelog.PropertyFile names, SearchPath.Located file) {
        find(names.file(), file).ifPresent(found -> {
            companions.add(found);
            tree.derive(found.file(), PropertyText.READER)
                    .orElse(Map.of())
                    .forEach((name, value) -> properties.add(new Defined(
                            new Changelog.Property(Placeholders.plain(name), value, names.scope()),
                            file.file(),
                            changeSets.size())));
        });
    }

    private Optional<SearchPath.Located> find(Changelog.FileName name, SearchPath.Located from) {
        return searchPath.find(
                name, from, candidate -> tree.contentId(candidate).isPresent());
    }

    private void include(Changelog.Include include, SearchPath.Located from, Inherited inherited) {
        if (isComputed(include.file(), from, include.at())) {
            return;
        }
        find(include.file(), from)
                .ifPresentOrElse(file -> through(file, inherited.through(from.file(), include.passed())), () -> {
                    if (include.isNeeded()) {
                        missing(include, from);
                    }
                });
    }

    private void missing(Changelog.Include include, SearchPath.Located from) {
        FileSpan at = new FileSpan(from.file(), include.at());
        String written = include.file().written();
        if (include.file().isRelative() || searchPath.hasFolderOf(include.file(), from, this::isFolder)) {
            absent.add(new Manifest.Absent(at, Registry.LIST, written));
        } else {
            unread.add(new UnreadFile(
                    at,
                    "it includes '%s', of which not even the folder is in the repository: it may lie in a library"
                            .formatted(written)));
        }
    }

    private void includeAll(Changelog.IncludeAll all, SearchPath.Located from, Inherited inherited) {
        if (isComputed(all.folder(), from, all.at())) {
            return;
        }
        all.chooser()
                .ifPresent(name -> unread.add(new UnreadFile(
                        new FileSpan(from.file(), all.at()),
                        "which files of '%s' it includes, only the class '%s' can tell"
                                .formatted(all.folder().written(), name))));
        searchPath.findAll(all.folder(), from, this::isFolder).stream()
                .flatMap(folder -> filesIn(folder, all))
                .sorted(Comparator.comparing(SearchPath.Located::path))
                .forEach(file -> through(file, inherited.through(from.file(), all.passed())));
    }

    private Stream<SearchPath.Located> filesIn(SearchPath.Located folder, Changelog.IncludeAll all) {
        return tree.filesUnder(folder.file()).stream()
                .filter(ChangelogFile::isOne)
                .filter(file -> file.value().endsWith(all.ending()))
                .filter(file -> all.depths().hold(file.relativeTo(folder.file())))
                .map(file -> new SearchPath.Located(
                        file, StoredPath.normalized(folder.path() + "/" + file.relativeTo(folder.file()))));
    }

    private boolean isComputed(Changelog.FileName name, SearchPath.Located from, Span at) {
        boolean isComputed = name.written().contains("${");
        if (isComputed) {
            unread.add(new UnreadFile(
                    new FileSpan(from.file(), at),
                    "it includes '%s', which only a run can tell".formatted(name.written())));
        }
        return isComputed;
    }

    private boolean isFolder(RepoPath path) {
        return !tree.filesUnder(path).isEmpty();
    }
}
