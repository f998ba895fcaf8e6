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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A walk through a root changelog and all that it includes, in the order in which Liquibase runs it. */
final class Walk {

    private final Tree tree;
    private final SearchPath searchPath;
    private final Set<RepoPath> seen = new HashSet<>();
    private final List<SearchPath.Located> files = new ArrayList<>();
    private final List<Found> changeSets = new ArrayList<>();
    private final List<Changelog.Property> properties = new ArrayList<>();
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
     * @param index its place among those of its file
     */
    record Found(ChangeSet changeSet, RepoPath file, String path, int index) {}

    /** Every changelog that was read, in the order in which it was reached. */
    List<SearchPath.Located> files() {
        return files;
    }

    List<Found> changeSets() {
        return changeSets;
    }

    List<Changelog.Property> properties() {
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

    /** Goes through a changelog, unless it was gone through before. */
    void through(SearchPath.Located file, Optional<String> logicalPath) {
        if (!seen.add(file.file())) {
            return;
        }
        ChangelogFile.read(file.file(), tree).ifPresent(changelog -> {
            switch (changelog) {
                case Changelog.Read read -> {
                    files.add(file);
                    addSlips(read.slips(), file);
                    Optional<String> remembered = read.logicalPath().or(() -> logicalPath);
                    enter(read, file, remembered.map(StoredPath::normalized).orElse(file.path()));
                }
                case Changelog.Plain plain -> {
                    files.add(file);
                    addSlips(plain.slips(), file);
                    add(plain.whole(), file, logicalPath.orElse(file.path()), 0);
                }
                case Changelog.Broken broken ->
                    unread.add(new UnreadFile(new FileSpan(file.file(), broken.at()), broken.reason()));
                case Changelog.Foreign foreign -> {}
            }
        });
    }

    private void enter(Changelog.Read read, SearchPath.Located file, String path) {
        int index = 0;
        for (Changelog.Entry entry : read.entries()) {
            switch (entry) {
                case ChangeSet changeSet -> add(changeSet, file, path, index++);
                case Changelog.Property property -> properties.add(property);
                case Changelog.Include include -> include(include, file);
                case Changelog.IncludeAll all -> includeAll(all, file);
            }
        }
    }

    private void add(ChangeSet changeSet, SearchPath.Located file, String path, int index) {
        StringBuilder text = new StringBuilder(changeSet.text());
        for (Changelog.FileName name : changeSet.files()) {
            searchPath
                    .find(name, file, candidate -> tree.contentId(candidate).isPresent())
                    .ifPresent(companion -> {
                        companions.add(companion);
                        tree.contentId(companion.file())
                                .ifPresent(content -> text.append('\0').append(content));
                    });
        }
        String remembered = changeSet.logicalPath().map(StoredPath::normalized).orElse(path);
        changeSets.add(new Found(changeSet.withText(text.toString()), file.file(), remembered, index));
    }

    private void addSlips(List<Changelog.Slip> slips, SearchPath.Located file) {
        slips.forEach(slip ->
                malformed.add(new MalformedFile(new FileSpan(file.file(), slip.at()), slip.problem(), slip.help())));
    }

    private void include(Changelog.Include include, SearchPath.Located from) {
        if (isComputed(include.file(), from, include.at())) {
            return;
        }
        searchPath
                .find(
                        include.file(),
                        from,
                        candidate -> tree.contentId(candidate).isPresent())
                .ifPresentOrElse(file -> through(file, include.logicalPath()), () -> {
                    if (include.isNeeded()) {
                        absent.add(new Manifest.Absent(
                                new FileSpan(from.file(), include.at()),
                                Registry.LIST,
                                include.file().written()));
                    }
                });
    }

    private void includeAll(Changelog.IncludeAll all, SearchPath.Located from) {
        if (isComputed(all.folder(), from, all.at())) {
            return;
        }
        searchPath
                .findAll(
                        all.folder(),
                        from,
                        candidate -> !tree.filesUnder(candidate).isEmpty())
                .stream()
                .flatMap(folder -> filesIn(folder, all))
                .sorted(Comparator.comparing(SearchPath.Located::path))
                .forEach(file -> through(file, Optional.empty()));
    }

    private Stream<SearchPath.Located> filesIn(SearchPath.Located folder, Changelog.IncludeAll all) {
        return tree.filesUnder(folder.file()).stream()
                .filter(ChangelogFile::isOne)
                .filter(file -> file.value().endsWith(all.ending()))
                .filter(file -> depth(file.relativeTo(folder.file())) <= all.deepest())
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

    private static long depth(String relative) {
        return relative.chars().filter(character -> character == '/').count() + 1;
    }
}
