package dev.migtrue.config;

import dev.migtrue.model.DatabaseName;
import java.util.List;
import java.util.Optional;

/**
 * What git's hooks do.
 *
 * @param stages the hooks that are installed when none is named; absent means all
 * @param databases the ones that are looked at before a commit
 */
public record HookSettings(Optional<List<String>> stages, List<DatabaseName> databases) {

    /** All stages, no database. */
    static final HookSettings USUAL = new HookSettings(Optional.empty(), List.of());

    public HookSettings {
        stages = stages.map(List::copyOf);
        databases = List.copyOf(databases);
    }
}
