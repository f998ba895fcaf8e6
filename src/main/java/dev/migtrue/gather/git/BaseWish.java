package dev.migtrue.gather.git;

import java.util.Optional;

/**
 * What people say which branch is to be merged into.
 *
 * @param commanded for this run, by name or id; it must be in this clone
 * @param configured for the project, by the name of a branch; asked where nothing was commanded, and before any variable
 */
public record BaseWish(Optional<String> commanded, Optional<String> configured) {

    /** What is commanded, where nothing is configured. */
    public static BaseWish of(Optional<String> commanded) {
        return new BaseWish(commanded, Optional.empty());
    }
}
