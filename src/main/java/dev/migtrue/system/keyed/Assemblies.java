package dev.migtrue.system.keyed;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folders of one C# project make one: its contexts may share a version table, and then each row is known by one of them. Those for different kinds of
 * databases share none.
 */
record Assemblies() implements Grouping {

    private static final String PROJECT = ".csproj";

    private static final Providers PROVIDERS = new Providers();

    @Override
    public List<Group> groups(SequencedCollection<RepoPath> folders, Tree tree) {
        if (folders.isEmpty()) {
            return List.of();
        }
        Set<RepoPath> homes = homes(tree);
        TreeMap<RepoPath, List<RepoPath>> grouped = new TreeMap<>();
        folders.forEach(folder -> grouped.computeIfAbsent(home(folder, homes), root -> new ArrayList<>())
                .add(folder));
        return grouped.entrySet().stream()
                .flatMap(entry -> byKind(entry.getKey(), entry.getValue(), tree))
                .sorted(Comparator.comparing(Group::root))
                .toList();
    }

    private static Stream<Group> byKind(RepoPath root, List<RepoPath> folders, Tree tree) {
        if (folders.size() == 1) {
            return Stream.of(new Group(root, folders));
        }
        SequencedMap<String, List<RepoPath>> kinds = new LinkedHashMap<>();
        folders.forEach(folder -> kinds.computeIfAbsent(
                        PROVIDERS
                                .dialect(List.of(folder), tree)
                                .map(Dialect::name)
                                .orElse(""),
                        kind -> new ArrayList<>())
                .add(folder));
        long known = kinds.keySet().stream().filter(kind -> !kind.isEmpty()).count();
        return known < 2
                ? Stream.of(new Group(root, folders))
                : kinds.values().stream().map(same -> new Group(same.getFirst(), same));
    }

    private static Set<RepoPath> homes(Tree tree) {
        Set<RepoPath> homes = new TreeSet<>();
        for (RepoPath file : tree.files()) {
            if (file.value().endsWith(PROJECT)) {
                homes.add(file.parent().orElse(RepoPath.TOP));
            }
        }
        return homes;
    }

    /** The nearest folder around that holds a project; the folder itself where none does. */
    private static RepoPath home(RepoPath folder, Set<RepoPath> homes) {
        Optional<RepoPath> here = Optional.of(folder);
        while (here.isPresent()) {
            if (homes.contains(here.get())) {
                return here.get();
            }
            here = here.get().parent();
        }
        return folder;
    }

    @Override
    public boolean isRecursive() {
        return false;
    }

    @Override
    public Set<String> telling(FileNames names) {
        Set<String> telling = new TreeSet<>(names.telling());
        telling.add("*" + PROJECT);
        return telling;
    }
}
