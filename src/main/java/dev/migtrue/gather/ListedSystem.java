package dev.migtrue.gather;

import dev.migtrue.config.SystemSettings;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.keyed.Described;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A migration system as a project lists it: below the root of a listed entry, only what is listed there is used.
 *
 * @param listed all that the project lists, of whatever system; never empty
 * @param own what it lists of this one
 */
public record ListedSystem(MigrationSystem system, List<SystemSettings> listed, List<SystemSettings> own)
        implements MigrationSystem {

    public ListedSystem {
        listed = List.copyOf(listed);
        own = List.copyOf(own);
    }

    /** These systems as a project lists them, and then those that it describes; as they are where it lists none. */
    public static List<MigrationSystem> of(List<MigrationSystem> systems, List<SystemSettings> listed) {
        if (listed.isEmpty()) {
            return systems;
        }
        Stream<MigrationSystem> known = systems.stream()
                .map(system -> new ListedSystem(
                        system,
                        listed,
                        listed.stream()
                                .filter(entry -> entry.name().equals(system.name()))
                                .toList()));
        Stream<MigrationSystem> described = listed.stream()
                .flatMap(entry -> entry
                        .tool()
                        .<MigrationSystem>map(tool -> new ListedSystem(
                                Described.system(entry.name(), entry.root(), entry.folders(), tool),
                                listed,
                                List.of(entry)))
                        .stream());
        return Stream.concat(known, described).toList();
    }

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public List<Layout> detect(Tree tree) {
        List<Layout> detected = system.detect(tree);
        for (SystemSettings entry : own) {
            if (detected.stream().noneMatch(layout -> holds(entry, layout))) {
                throw new UsageException("the configuration lists %s in '%s', where no migrations of it are found"
                        .formatted(entry.name(), entry.root()));
            }
        }
        return detected.stream().flatMap(this::asListed).toList();
    }

    @Override
    public Set<String> telling(Tree tree) {
        return system.telling(tree);
    }

    /** The innermost entries around a layout decide; a layout that lies in none of them is taken as it was detected. */
    private Stream<Layout> asListed(Layout layout) {
        int depth = listed.stream()
                .filter(entry -> holds(entry, layout))
                .mapToInt(entry -> entry.root().value().length())
                .max()
                .orElse(-1);
        return depth < 0
                ? Stream.of(layout)
                : own.stream()
                        .filter(entry ->
                                holds(entry, layout) && entry.root().value().length() == depth)
                        .limit(1)
                        .map(entry -> new ListedLayout(layout, entry));
    }

    private static boolean holds(SystemSettings entry, Layout layout) {
        RepoPath root = layout.project().root();
        return root.equals(entry.root()) || root.isUnder(entry.root());
    }
}
