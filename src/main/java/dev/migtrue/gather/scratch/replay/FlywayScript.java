package dev.migtrue.gather.scratch.replay;

import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.OwnRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A file that Flyway is shown.
 *
 * @param copy the migration that it is; of a callback, one of those that it goes with
 * @param beside the text of the file beside it, which says how it is run
 */
record FlywayScript(AppliedCopy copy, RepoPath file, String text, Optional<String> beside) {

    private static final String BESIDE = ".conf";

    /** Absent where it cannot be read. */
    static Optional<FlywayScript> read(AppliedCopy copy, RepoPath file, OwnRun.Flyway flyway) {
        Optional<String> beside = copy.tree()
                .text(new RepoPath(file.value() + BESIDE))
                .flatMap(read ->
                        read instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
        return flyway.text(file, copy.tree()).map(text -> new FlywayScript(copy, file, text, beside));
    }

    Migration migration() {
        return copy.migration();
    }

    void showTo(FlywayFiles files) {
        files.show(file.value(), text);
        beside.ifPresent(words -> files.showBeside(file.value() + BESIDE, words));
    }

    /**
     * Those that Flyway runs in the order in which they are here: versions that go up, with the repeatable migrations behind them; then again.
     *
     * @param most how many may be together
     */
    static List<List<FlywayScript>> inTurns(List<FlywayScript> scripts, int most) {
        List<List<FlywayScript>> turns = new ArrayList<>();
        for (FlywayScript script : scripts) {
            boolean isNext = turns.isEmpty()
                    || turns.getLast().size() == most
                    || !turns.getLast().getLast().mayComeBefore(script);
            if (isNext) {
                turns.add(new ArrayList<>());
            }
            turns.getLast().add(script);
        }
        return turns;
    }

    private boolean mayComeBefore(FlywayScript next) {
        boolean isRepeatable = migration().kind() == Kind.REPEATABLE;
        if (next.migration().kind() == Kind.REPEATABLE) {
            return !isRepeatable
                    || migration().description().compareTo(next.migration().description()) < 0;
        }
        return !isRepeatable
                && migration().kind() == next.migration().kind()
                && version().compareTo(next.version()) < 0;
    }

    private MigrationVersion version() {
        return MigrationVersion.fromVersion(migration().id().value().replaceFirst("^[^0-9]+", ""));
    }
}
