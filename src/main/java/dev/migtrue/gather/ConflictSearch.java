package dev.migtrue.gather;

import dev.migtrue.facts.ConflictMarker;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Span;
import dev.migtrue.model.Tree;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for git's conflict markers in migration files. Only such files are read as are not the same in all places, or could not be
 * understood: of a long history that is little, and what all places agree on, base among them, was judged when it got there.
 */
final class ConflictSearch {

    /** The line of equals signs between the two versions is none: people draw such lines in comments. */
    private static final Pattern MARKER = Pattern.compile("^(?:<{7}|>{7}) .*$", Pattern.MULTILINE);

    private static final Function<FileText, Optional<ConflictMarker>> FIRST_MARKER = ConflictSearch::firstMarker;

    private static final List<Source> SEARCHED = List.of(Source.WORKING_TREE, Source.INDEX, Source.HEAD);

    private final ReadProject project;

    ConflictSearch(ReadProject project) {
        this.project = project;
    }

    /** For each source the files that hold a marker, with the first. */
    Map<Source, SequencedMap<RepoPath, ConflictMarker>> found() {
        SortedSet<RepoPath> suspects = suspects();
        Map<Source, SequencedMap<RepoPath, ConflictMarker>> found = new EnumMap<>(Source.class);
        for (Source source : SEARCHED) {
            Optional.ofNullable(project.trees().get(source)).ifPresent(tree -> {
                SequencedMap<RepoPath, ConflictMarker> markers = new TreeMap<>();
                suspects.forEach(path -> tree.derive(path, FIRST_MARKER)
                        .flatMap(marker -> marker)
                        .ifPresent(marker -> markers.put(path, marker)));
                found.put(source, markers);
            });
        }
        return found;
    }

    private SortedSet<RepoPath> suspects() {
        SortedSet<RepoPath> suspects = new TreeSet<>();
        for (History history : project.histories().values()) {
            history.unread().forEach(file -> suspects.add(file.at().path()));
            history.malformed().forEach(file -> suspects.add(file.at().path()));
        }
        Map<Source, Tree> compared = new EnumMap<>(project.trees());
        if (compared.containsKey(Source.FORK)) {
            // What only base has changed since is none of ours.
            compared.remove(Source.BASE);
        }
        Map<RepoPath, Optional<ContentId>> first = new HashMap<>();
        for (RepoPath path : files()) {
            for (Tree tree : compared.values()) {
                Optional<ContentId> content = tree.contentId(path);
                if (!content.equals(first.computeIfAbsent(path, unseen -> content))) {
                    suspects.add(path);
                }
            }
        }
        return suspects;
    }

    /** Every migration file of any place; none where the files of all places are the same. */
    private SortedSet<RepoPath> files() {
        SortedSet<RepoPath> files = new TreeSet<>();
        if (project.histories().values().stream().distinct().count() > 1) {
            project.histories().values().forEach(history -> files.addAll(history.files()));
        }
        return files;
    }

    private static Optional<ConflictMarker> firstMarker(FileText text) {
        return switch (text) {
            case FileText.Unreadable none -> Optional.empty();
            case FileText.Decoded decoded -> firstMarker(decoded.text());
        };
    }

    private static Optional<ConflictMarker> firstMarker(String text) {
        Matcher marker = MARKER.matcher(text);
        if (!marker.find()) {
            return Optional.empty();
        }
        int line = 1
                + (int) text.substring(0, marker.start())
                        .codePoints()
                        .filter(c -> c == '\n')
                        .count();
        int length = marker.group().codePointCount(0, marker.group().length());
        return Optional.of(new ConflictMarker(new Span(line, 1, line, length + 1), marker.group()));
    }
}
