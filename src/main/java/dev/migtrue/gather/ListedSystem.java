package dev.migtrue.gather;

import dev.migtrue.config.SystemSettings;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A migration system as a project lists it: below the root of a listed entry, only what is listed there is used.
 *
 * @param listed all that the project lists, of whatever system; never empty
 */
public record ListedSystem(MigrationSystem system, List<SystemSettings> listed) implements MigrationSystem {

    public ListedSystem {
        listed = List.copyOf(listed);
    }

    /** These systems as a project lists them; as they are where it lists none. */
    public static List<MigrationSystem> of(List<MigrationSystem> systems, List<SystemSettings> listed) {
        return listed.isEmpty()
                ? systems
                : systems.stream()
                        .<MigrationSystem>map(system -> new ListedSystem(system, listed))
                        .toList();
    }

    @Override
    public String name() {
        return system.name();
    }

    @Override
    public List<Layout> detect(Tree tree) {
        List<Layout> detected = system.detect(tree);
        for (SystemSettings entry : listed) {
            if (isOwn(entry) && detected.stream().noneMatch(layout -> holds(entry, layout))) {
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
                : listed.stream()
                        .filter(entry -> isOwn(entry)
                                && holds(entry, layout)
                                && entry.root().value().length() == depth)
                        .limit(1)
                        .map(entry -> entry.versionTable()
                                .<Layout>map(table -> new ListedLayout(layout, table))
                                .orElse(layout));
    }

    private boolean isOwn(SystemSettings entry) {
        return entry.name().equals(system.name());
    }

    private static boolean holds(SystemSettings entry, Layout layout) {
        RepoPath root = layout.project().root();
        return root.equals(entry.root()) || root.isUnder(entry.root());
    }
}
