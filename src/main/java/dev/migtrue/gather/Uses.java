package dev.migtrue.gather;

import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where migration systems are used in a repository.
 *
 * @param systems those that were looked for
 * @param all every use that was found
 * @param wanted those that are to be read, in the order of their roots
 */
public record Uses(List<MigrationSystem> systems, List<Layout> all, List<Layout> wanted) {

    public Uses {
        systems = List.copyOf(systems);
        all = List.copyOf(all);
        wanted = List.copyOf(wanted);
    }

    /** The same, of which only some are to be read. */
    public Uses only(Predicate<Layout> chosen) {
        return new Uses(systems, all, wanted.stream().filter(chosen).toList());
    }
}
