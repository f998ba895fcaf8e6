package dev.migtrue.cli.prove;

import dev.migtrue.cli.prove.Trial.Need;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.gather.scratch.Progress;
import dev.migtrue.gather.scratch.Proof;
import dev.migtrue.gather.scratch.Prover;
import dev.migtrue.gather.scratch.Scratch;
import dev.migtrue.language.sql.SqlFile;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Proves the migrations of one project in the order in which they are run, each on what all before it left.
 *
 * @param facts of the project, in which the migrations to be proven are under review
 * @param whole the same with every migration under review
 * @param isNamed whether the user asked for a migration by its file
 */
public record Proving(Facts facts, Facts whole, Predicate<Migration> isNamed) {

    /** Whether a migration is also stopped on its way. */
    public enum Extent {
        TWO_RUNS,
        WITH_RESTARTS
    }

    /** Proves them on a database that is empty, and the only one they need. */
    public List<Trial> on(Scratch scratch, Extent extent, Progress progress) {
        return new Run(scratch, extent, progress).all();
    }

    /** The program of any migration to be proven; absent where none can be run. */
    public Optional<Program> first() {
        return facts.circumstances().reviews().stream().findFirst().map(ReviewedMigration::program);
    }

    /** What is to be said where there is nothing to run. */
    public List<Trial> unread() {
        return facts.circumstances().content().unread().stream()
                .map(migration -> unread(migration))
                .toList();
    }

    private Trial unread(Migration migration) {
        return new Trial(
                facts.project().system(),
                migration,
                Optional.empty(),
                new Proof.NotProven("nobody but its own tool knows what it does"),
                Optional.empty(),
                List.of(),
                isNamed.test(migration) ? Need.REQUIRED : Need.WELCOME);
    }

    /** One pass through the history. */
    private final class Run {

        private final Scratch scratch;
        private final Extent extent;
        private final Progress progress;
        private final Prover prover;
        private final Map<MigrationId, ReviewedMigration> wanted = new HashMap<>();
        private final Map<MigrationId, ReviewedMigration> known = new HashMap<>();
        private final Set<MigrationId> left = new HashSet<>();
        private Optional<String> obstacle = Optional.empty();

        Run(Scratch scratch, Extent extent, Progress progress) {
            this.scratch = scratch;
            this.extent = extent;
            this.progress = progress;
            this.prover = new Prover(scratch);
            whole.circumstances()
                    .reviews()
                    .forEach(each -> known.put(each.migration().id(), each));
            facts.circumstances()
                    .reviews()
                    .forEach(each -> wanted.put(each.migration().id(), each));
            known.putAll(wanted);
            left.addAll(wanted.keySet());
        }

        List<Trial> all() {
            List<Trial> trials = new ArrayList<>();
            List<MigrationId> ids = order();
            for (int done = 0; done < ids.size() && !left.isEmpty(); done++) {
                progress.at(done, ids.size());
                next(ids.get(done), trials);
            }
            progress.at(ids.size(), ids.size());
            trials.addAll(unread());
            return trials;
        }

        /** Scripts that belong to no tool have no place in a history. */
        private List<MigrationId> order() {
            SequencedSet<MigrationId> ids = new LinkedHashSet<>();
            whole.presences().stream().map(Presence::id).forEach(ids::add);
            ids.addAll(left);
            return List.copyOf(ids);
        }

        private void next(MigrationId id, List<Trial> trials) {
            Optional<ReviewedMigration> asked = Optional.ofNullable(wanted.get(id));
            asked.ifPresent(migration -> trials.add(trial(migration)));
            left.remove(id);
            if (obstacle.isPresent() || left.isEmpty()) {
                return;
            }
            Optional<ReviewedMigration> earlier = Optional.ofNullable(known.get(id));
            if (earlier.isPresent()) {
                obstacle = prover.add(earlier.get().program()).map(reason -> words(id, reason));
            } else if (isUnread(id)) {
                obstacle = Optional.of(words(id, "nobody but its own tool knows what it does"));
            }
        }

        private boolean isUnread(MigrationId id) {
            return whole.circumstances().content().unread().stream()
                    .anyMatch(migration -> migration.id().equals(id));
        }

        private static String words(MigrationId id, String reason) {
            return "migration '%s' before it cannot be run: %s".formatted(id, reason);
        }

        private Trial trial(ReviewedMigration reviewed) {
            Optional<Proof> prevented = obstacle.map(Proof.NotProven::new);
            Proof proof = prevented.orElseGet(() -> prover.prove(reviewed.program()));
            boolean isStopped = extent == Extent.WITH_RESTARTS
                    && (proof instanceof Proof.Repeats
                            || proof instanceof Proof.Fails
                            || proof instanceof Proof.Mutates);
            return new Trial(
                    facts.project().system(),
                    reviewed.migration(),
                    prevented.isPresent() ? Optional.empty() : Optional.of(scratch.product()),
                    proof,
                    Optional.of(reviewed.review().verdict()),
                    isStopped ? prover.restarts(reviewed.program()) : List.of(),
                    isCode(reviewed) && !isNamed.test(reviewed.migration()) ? Need.WELCOME : Need.REQUIRED);
        }

        private static boolean isCode(ReviewedMigration reviewed) {
            return !SqlFile.is(reviewed.migration().at().path());
        }
    }
}
