package dev.migtrue.gather;

import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What decides where migrations are found once all that is going on in a work tree is committed or gone: as long as nothing happens in these
 * places, and to no file of these names, the same projects are detected, and nothing is going on in their folders.
 *
 * @param places folders, and files outside of them
 * @param names patterns for paths, as of {@link MigrationSystem#telling}
 */
public record Grounds(NavigableSet<RepoPath> places, NavigableSet<String> names) {

    /** What may change all that a hook does, and in what form files come to the disk. */
    private static final Set<String> WHATEVER_THE_SYSTEM = Set.of("*migtrue.yaml", "*.gitattributes");

    private static final String DIGIT = "[0-9]";

    public Grounds {
        places = Collections.unmodifiableNavigableSet(new TreeSet<>(places));
        names = Collections.unmodifiableNavigableSet(new TreeSet<>(names));
    }

    /**
     * The grounds on which these systems are detected. Absent when a file that has a say is on disk other than in HEAD: what it will say in the end is
     * not known then. Files are read from the disk, for git may keep them in another form.
     */
    public static Optional<Grounds> of(Map<Source, Tree> trees, List<MigrationSystem> systems) {
        Tree committed = overlaid(EnumSet.complementOf(EnumSet.of(Source.WORKING_TREE, Source.INDEX)), trees);
        Tree everywhere = overlaid(EnumSet.allOf(Source.class), trees);
        ListenedTree listened = new ListenedTree(committed, everywhere);
        NavigableSet<RepoPath> folders = new TreeSet<>();
        NavigableSet<String> names = new TreeSet<>(WHATEVER_THE_SYSTEM);
        for (MigrationSystem system : systems) {
            for (Layout layout : system.detect(listened)) {
                folders.addAll(layout.project().folders());
            }
            names.addAll(system.telling(listened));
        }
        folders.addAll(listened.askedFolders());
        boolean isSettled = listened.askedFiles().stream()
                .filter(file -> committed.contentId(file).isPresent())
                .allMatch(file -> committed.contentId(file).equals(everywhere.contentId(file)));
        return isSettled
                ? Optional.of(new Grounds(places(folders, listened.askedFiles(), names), withoutCovered(names)))
                : Optional.empty();
    }

    /** The patterns that say more than that a path ends as another one says. git takes its time with every one. */
    private static NavigableSet<String> withoutCovered(NavigableSet<String> names) {
        NavigableSet<String> kept = new TreeSet<>(names);
        names.stream()
                .filter(name -> name.lastIndexOf('*') == 0 && !name.contains(DIGIT))
                .map(name -> name.substring(1))
                .forEach(ending -> kept.removeIf(name -> name.endsWith(ending) && !name.equals("*" + ending)));
        return kept;
    }

    /** Whether it matters what becomes of a file. */
    public boolean matters(RepoPath file) {
        return Stream.concat(Stream.of(file), above(file)).anyMatch(places::contains) || isNamed(file, patterns(names));
    }

    /** Each of these that neither lies below another folder nor is a file that is known by its name. */
    private static NavigableSet<RepoPath> places(
            NavigableSet<RepoPath> folders, NavigableSet<RepoPath> files, NavigableSet<String> names) {
        List<Pattern> patterns = patterns(names);
        return Stream.concat(folders.stream(), files.stream().filter(file -> !isNamed(file, patterns)))
                .filter(path -> above(path).noneMatch(folders::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isNamed(RepoPath file, List<Pattern> patterns) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matcher(file.value()).matches());
    }

    private static List<Pattern> patterns(Set<String> names) {
        return names.stream()
                .map(name -> Arrays.stream(name.split("\\*", -1))
                        .map(part -> Arrays.stream(part.split(Pattern.quote(DIGIT), -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(DIGIT)))
                        .collect(Collectors.joining(".*")))
                .map(expression -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }

    private static Stream<RepoPath> above(RepoPath path) {
        return Stream.iterate(path.parent(), Optional::isPresent, folder -> folder.flatMap(RepoPath::parent))
                .flatMap(Optional::stream);
    }

    private static Tree overlaid(Set<Source> sources, Map<Source, Tree> trees) {
        return new OverlaidTree(sources.stream()
                .flatMap(source -> Optional.ofNullable(trees.get(source)).stream())
                .toList());
    }
}
