package dev.migtrue.gather.road;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.system.Layout;
import java.util.List;
import java.util.Optional;

/**
 * What was run of one project on one database.
 *
 * @param copies the migrations that were run and have a file, each once, in the order in which they were run as far as the version table
 *     tells, else in execution order
 * @param orphans the rows that name a migration without a file: what these built is in no expected schema
 * @param failed the migrations whose run failed, as their rows say; not among the copies
 * @param prehistory why the copies do not begin with an empty database, for people: lower case, no full stop; absent where they do, as far as the
 *     version table tells
 * @param assumption what had to be taken for granted to say so, for people: lower case, no full stop; absent where the version table says
 *     it all
 */
public record AppliedProject(
        Layout layout,
        List<AppliedCopy> copies,
        List<AppliedMigration> orphans,
        List<AppliedMigration> failed,
        Optional<String> prehistory,
        Optional<String> assumption) {

    public AppliedProject {
        copies = List.copyOf(copies);
        orphans = List.copyOf(orphans);
        failed = List.copyOf(failed);
    }
}
