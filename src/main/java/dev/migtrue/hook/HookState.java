package dev.migtrue.hook;

import java.nio.file.Path;
import java.util.Optional;

/** What stands where git looks for the hook of a stage. */
public sealed interface HookState {

    /** Nothing. */
    record Absent() implements HookState {}

    /**
     * A script of ours.
     *
     * @param launcher the program that it names; absent when it leaves that to the PATH
     * @param chained the hook that was there before, which ours calls first; absent when there was none
     */
    record Installed(Optional<Path> launcher, Optional<Path> chained) implements HookState {}

    /**
     * A script of ours that git's configuration names.
     *
     * @param launcher the program that it names; absent when it leaves that to the PATH
     * @param git the git that is asked
     */
    record Configured(Optional<Path> launcher, GitVersion git) implements HookState {}

    /** Somebody else's hook. */
    record Foreign(Path file) implements HookState {}

    /** Hooks are another program's business here. */
    record Managed(HookRunner by) implements HookState {}
}
