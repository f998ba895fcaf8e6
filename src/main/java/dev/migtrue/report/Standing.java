package dev.migtrue.report;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.Pruned;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * How one migration stands in every place that was looked at.
 *
 * @param sources a mark for each source that was looked at, in reporting order
 * @param databases a mark for each database, {@link Mark#UNKNOWN} where it was not read
 * @param excuse why nobody need look for its file; absent where it has one, and where it is missed
 */
record Standing(
        Presence presence,
        SequencedMap<Source, Mark> sources,
        SequencedMap<DatabaseName, Mark> databases,
        Optional<Excuse> excuse) {

    /**
     * Why an applied migration may be without a file.
     *
     * @param reason what the project says of it; absent where others do
     */
    record Excuse(String words, Optional<String> reason) {

        static Optional<Excuse> of(Presence presence, Facts facts) {
            if (!presence.copies().isEmpty()) {
                return Optional.empty();
            }
            return facts.declared(presence)
                    .map(absence -> new Excuse(absence.words(), Optional.of(absence.reason())))
                    .or(() -> told(presence, facts).map(words -> new Excuse(words, Optional.empty())));
        }

        private static Optional<String> told(Presence presence, Facts facts) {
            if (facts.circumstances().squashed().contains(presence.id())) {
                return Optional.of("squashed");
            }
            return Pruned.isOne(presence, facts) ? Optional.of("older than every file") : Optional.empty();
        }
    }

    Standing {
        sources = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(sources));
        databases = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(databases));
    }

    static Standing of(Presence presence, Facts facts) {
        SequencedMap<Source, Mark> sources = new LinkedHashMap<>();
        facts.histories().keySet().forEach(source -> sources.put(source, mark(source, presence, facts)));
        SequencedMap<DatabaseName, Mark> databases = new LinkedHashMap<>();
        facts.databases().forEach((name, state) -> databases.put(name, mark(name, state, presence)));
        return new Standing(presence, sources, databases, Excuse.of(presence, facts));
    }

    Mark in(Source source) {
        return sources.getOrDefault(source, Mark.ABSENT);
    }

    Stream<Mark> marks() {
        return Stream.concat(sources.values().stream(), databases.values().stream());
    }

    boolean hasFile() {
        return !presence.copies().isEmpty();
    }

    boolean isPending() {
        return databases.containsValue(Mark.PENDING);
    }

    boolean isProblem() {
        boolean run = databases.values().stream().anyMatch(Mark::isRun);
        return marks().anyMatch(Mark::isBad) || (run && (isUncommitted() || isLost()));
    }

    private boolean isLost() {
        return !hasFile() && excuse.isEmpty();
    }

    private boolean isUncommitted() {
        return sources.containsKey(Source.HEAD)
                && in(Source.HEAD) == Mark.ABSENT
                && (presence.isIn(Source.WORKING_TREE) || presence.isIn(Source.INDEX));
    }

    private static Mark mark(Source source, Presence presence, Facts facts) {
        return presence.copy(source)
                .map(copy -> switch (source) {
                    case WORKING_TREE -> onDisk(copy, presence, facts);
                    case INDEX -> inIndex(copy, presence, facts);
                    case HEAD -> Mark.YES;
                    case FORK, BASE -> compared(copy, presence.copy(Source.HEAD));
                })
                .orElse(Mark.ABSENT);
    }

    private static Mark onDisk(Migration copy, Presence presence, Facts facts) {
        if (facts.histories().containsKey(Source.INDEX) && !presence.isTracked()) {
            return facts.ignored().containsKey(copy.at().path()) ? Mark.IGNORED : Mark.UNTRACKED;
        }
        return compared(copy, presence.copy(Source.HEAD).or(() -> presence.copy(Source.INDEX)));
    }

    private static Mark inIndex(Migration copy, Presence presence, Facts facts) {
        if (facts.histories().containsKey(Source.HEAD) && !presence.isIn(Source.HEAD)) {
            return Mark.STAGED;
        }
        return compared(copy, presence.copy(Source.HEAD));
    }

    private static Mark compared(Migration copy, Optional<Migration> other) {
        return other.map(Migration::content)
                        .filter(content -> !content.equals(copy.content()))
                        .isPresent()
                ? Mark.MODIFIED
                : Mark.YES;
    }

    private static Mark mark(DatabaseName name, Applied state, Presence presence) {
        Optional<AppliedMigration> applied =
                Optional.ofNullable(presence.applied().get(name));
        return applied.map(run -> mark(run, presence)).orElseGet(() -> switch (state) {
            case Applied.NotRead unread -> Mark.UNKNOWN;
            case Applied.NoTable none -> unapplied(presence);
            case Applied.Known known -> known.reach() == Applied.Reach.WHOLE ? unapplied(presence) : Mark.UNKNOWN;
        });
    }

    private static Mark mark(AppliedMigration run, Presence presence) {
        if (run.outcome() == Outcome.FAILED) {
            return Mark.FAILED;
        }
        if (run.checksum().isPresent() && isOther(run.checksum().orElseThrow(), presence)) {
            return isKind(Kind.REPEATABLE, presence) ? Mark.PENDING : Mark.EDITED;
        }
        return run.evidence() == Evidence.RECORDED ? Mark.APPLIED : Mark.IMPLIED;
    }

    /** Checksums of different algorithms say nothing about each other. */
    private static boolean isOther(Checksum stored, Presence presence) {
        return presence.firstCopy()
                .filter(copy -> copy.checksum()
                        .filter(now -> now.algorithm().equals(stored.algorithm()))
                        .isPresent())
                .filter(copy -> !copy.agreesWith(stored))
                .isPresent();
    }

    /**
     * A baseline is run on an empty database only; that a database went another way leaves nothing to be done. What takes a migration back
     * waits for nobody.
     */
    private static Mark unapplied(Presence presence) {
        boolean isOptional = isKind(Kind.BASELINE, presence) || isKind(Kind.UNDO, presence);
        return presence.copies().isEmpty() || isOptional ? Mark.ABSENT : Mark.PENDING;
    }

    private static boolean isKind(Kind kind, Presence presence) {
        return presence.firstCopy().filter(copy -> copy.kind() == kind).isPresent();
    }
}
