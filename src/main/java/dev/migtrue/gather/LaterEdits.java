package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LaterEdit;
import dev.migtrue.facts.Presence;
import dev.migtrue.gather.git.Moment;
import dev.migtrue.gather.git.OlderText;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.FileText;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.PrintedTime;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * Finds migrations that were edited after databases ran them, by when that was, where no checksum tells. Only texts are
 * looked at whose {@link Substance} is known.
 */
final class LaterEdits {

    /** Who deploys may do so from what was there a while ago, or will be there in a while; clocks may be wrong. */
    private static final Duration MARGIN = Duration.ofDays(1);

    private final Repository repository;
    private final ReadProject project;

    private record Run(Migration migration, Moment moment) {}

    LaterEdits(Repository repository, ReadProject project) {
        this.repository = repository;
        this.project = project;
    }

    List<LaterEdit> of(Facts facts) {
        SequencedMap<Run, SequencedSet<DatabaseName>> runs = new LinkedHashMap<>();
        facts.known().forEach((database, known) -> {
            if (isWithoutChecksums(known)) {
                known.migrations()
                        .forEach(row -> run(row, facts)
                                .ifPresent(run -> runs.computeIfAbsent(run, first -> new LinkedHashSet<>())
                                        .add(database)));
            }
        });
        Map<Moment, OlderText> past =
                repository.past(runs.keySet().stream().map(Run::moment).toList());
        SequencedMap<Migration, LaterEdit> edits = new LinkedHashMap<>();
        runs.forEach((run, databases) -> Optional.ofNullable(past.get(run.moment()))
                .filter(was -> isOther(was.text(), run.migration().at().path()))
                .ifPresent(was -> edits.merge(
                        run.migration(),
                        new LaterEdit(run.migration(), databases, was.before(), was.change()),
                        LaterEdits::joined)));
        return new ArrayList<>(edits.values());
    }

    private static boolean isWithoutChecksums(Applied.Known known) {
        return known.migrations().stream().noneMatch(row -> row.checksum().isPresent());
    }

    private Optional<Run> run(AppliedMigration row, Facts facts) {
        if (row.evidence() != Evidence.RECORDED || row.outcome() != Outcome.SUCCEEDED) {
            return Optional.empty();
        }
        return row.appliedAt()
                .flatMap(PrintedTime::parse)
                .flatMap(time -> facts.presence(row.id())
                        .flatMap(this::inHead)
                        .map(migration -> new Run(
                                migration,
                                new Moment(
                                        migration.at().path(),
                                        time.earliest().minus(MARGIN),
                                        time.latest().plus(MARGIN)))));
    }

    private Optional<Migration> inHead(Presence presence) {
        return presence.copy(Source.HEAD)
                .filter(migration -> migration.kind() == Kind.VERSIONED)
                .filter(migration -> Substance.of(migration.at().path()).isPresent())
                .filter(migration -> !Objects.requireNonNull(project.histories().get(Source.HEAD))
                        .holdsSeveralIn(migration.at().path()));
    }

    /** Whether a text differs from HEAD's in what runs. */
    private boolean isOther(FileText was, RepoPath path) {
        Tree head = Objects.requireNonNull(project.trees().get(Source.HEAD));
        return was instanceof FileText.Decoded before
                && head.text(path)
                        .filter(now ->
                                now instanceof FileText.Decoded after && isOther(before.text(), after.text(), path))
                        .isPresent();
    }

    private static boolean isOther(String before, String now, RepoPath path) {
        return Substance.of(path)
                .filter(known -> known.differs(before, now, path))
                .isPresent();
    }

    /** Of two days on which databases ran it, the change since the one counts that was told first. */
    private static LaterEdit joined(LaterEdit one, LaterEdit other) {
        SequencedSet<DatabaseName> databases = new LinkedHashSet<>(one.databases());
        databases.addAll(other.databases());
        return new LaterEdit(one.now(), databases, one.before(), one.change());
    }
}
