package dev.migtrue.gather;

import dev.migtrue.facts.ConflictMarker;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        suspects.addAll(differing());
        return suspects;
    }

    /** The files of migrations that are not the same in all places; what only base has changed since HEAD left it is none of ours. */
    private Set<RepoPath> differing() {
        SequencedMap<Source, History> compared = new LinkedHashMap<>(project.histories());
        if (compared.containsKey(Source.FORK)) {
            compared.remove(Source.BASE);
        }
        // Places with the same files share their history.
        Set<History> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(compared.values());
        Map<RepoPath, Set<List<ContentId>>> contents = new HashMap<>();
        Map<RepoPath, Integer> places = new HashMap<>();
        for (History history : distinct) {
            Map<RepoPath, List<ContentId>> files = files(history);
            files.forEach((path, content) -> {
                contents.computeIfAbsent(path, first -> new HashSet<>()).add(content);
                places.merge(path, 1, Integer::sum);
            });
        }
        return contents.keySet().stream()
                .filter(path -> contents.getOrDefault(path, Set.of()).size() > 1
                        || places.getOrDefault(path, 0) < distinct.size())
                .collect(Collectors.toSet());
    }

    private static Map<RepoPath, List<ContentId>> files(History history) {
        Map<RepoPath, List<ContentId>> files = new HashMap<>();
        history.migrations()
                .forEach(migration -> files.computeIfAbsent(migration.at().path(), first -> new ArrayList<>())
                        .add(migration.content()));
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
