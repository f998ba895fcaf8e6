package dev.migtrue.system.liquibase;

import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What came of reading a file as a changelog. */
sealed interface Changelog {

    /** The top of a changelog in XML, YAML and JSON. */
    String TOP = "databaseChangeLog";

    /** The author and the id that Liquibase gives to a plain SQL file, which is one changeset. */
    String PLAIN_AUTHOR = "includeAll";

    String PLAIN_ID = "raw";

    /**
     * A changelog.
     *
     * @param logicalPath the path that its changesets are remembered by, where it gives one
     * @param when where any of them runs
     * @param entries in its order
     * @param slips what Liquibase would silently ignore or refuse
     */
    record Read(Optional<String> logicalPath, When when, List<Entry> entries, List<Slip> slips) implements Changelog {
        public Read {
            entries = List.copyOf(entries);
            slips = List.copyOf(slips);
        }

        boolean holdsChangeSets() {
            return entries.stream().anyMatch(ChangeSet.class::isInstance);
        }
    }

    /** Plain SQL, which says nothing of Liquibase; a changelog only for one that includes it. */
    record Plain(ChangeSet whole, List<Slip> slips) implements Changelog {
        public Plain {
            slips = List.copyOf(slips);
        }
    }

    /** A changelog that cannot be understood; {@code reason} completes "cannot be read: …". */
    record Broken(Span at, String reason) implements Changelog {}

    /** Something else. */
    record Foreign() implements Changelog {}

    /** Something that a tool would silently ignore or refuse, in the words of a finding. */
    record Slip(Span at, String problem, String help) {}

    /** One thing that a changelog says. */
    sealed interface Entry permits ChangeSet, Include, IncludeAll, Property, PropertyFile {}

    /** Goes on with another file; {@code isNeeded} unless it may be missing. */
    record Include(FileName file, Passed passed, boolean isNeeded, Span at) implements Entry {}

    /**
     * Goes on with all files of a folder, in the order of their paths.
     *
     * @param ending what their names must end in; empty for all
     * @param depths how many folders deep to look
     * @param chooser the class that takes or leaves each of them, where one does
     */
    record IncludeAll(FileName folder, Passed passed, String ending, Depths depths, Optional<String> chooser, Span at)
            implements Entry {}

    /** How many folders deep a file may lie, both ends included; 1 is the folder alone. */
    record Depths(int least, int most) {
        /** Whether a path relative to the folder is of such a depth. */
        boolean hold(String path) {
            long depth = path.chars().filter(character -> character == '/').count() + 1;
            return least <= depth && depth <= most;
        }
    }

    /** What an include says of all the changesets behind it: a path to remember them by, and where they run. */
    record Passed(Optional<String> logicalPath, When when) {}

    /**
     * Gives a name a value.
     *
     * @param scope where the value holds, and for which databases
     */
    record Property(String name, String value, Scope scope) implements Entry {}

    /** Gives each name that a file of properties holds its value. */
    record PropertyFile(FileName file, Scope scope, Span at) implements Entry {}

    /**
     * Where a property holds.
     *
     * @param isConditional whether only a run can tell
     * @param isLocal whether only in its own file and in what that includes
     */
    record Scope(boolean isConditional, boolean isLocal, Set<String> dialects) {
        public Scope {
            dialects = Set.copyOf(dialects);
        }
    }

    /** A path as a changelog writes it; {@code isRelative} to the changelog itself. */
    record FileName(String written, boolean isRelative) {}
}
