package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.HeldLock;
import dev.migtrue.model.PrintedTime;
import dev.migtrue.model.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reports locks of migration tools that are held longer than any run takes. */
public final class StuckLock implements Rule {

    private static final RuleId ID = new RuleId("stuck-lock");

    private static final Duration LONGEST_RUN = Duration.ofHours(1);

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().locks().entrySet().stream()
                .flatMap(held -> finding(held.getKey(), held.getValue(), facts))
                .toList();
    }

    private static Stream<Finding> finding(DatabaseName database, HeldLock lock, Facts facts) {
        return lock
                .since()
                .filter(since -> facts.circumstances()
                        .now()
                        .filter(now -> isStuck(since, now))
                        .isPresent())
                .map(since -> finding(database, lock, since, facts.project().system()))
                .stream();
    }

    /** Whatever the time zone of the database is. */
    private static boolean isStuck(String since, Instant now) {
        return PrintedTime.parse(since)
                .filter(time -> time.latest().plus(LONGEST_RUN).isBefore(now))
                .isPresent();
    }

    private static Finding finding(DatabaseName database, HeldLock lock, String since, String system) {
        return new Finding(
                ID,
                Optional.empty(),
                lock.at(),
                "the lock of %s on database %s has been held since %s%s"
                        .formatted(
                                system,
                                database,
                                since,
                                lock.by().map(who -> " by '" + who + "'").orElse("")),
                "every further run waits for it and gives up; once you are sure that no run is at work, have the tool take it away: "
                        + lock.release(),
                List.of(),
                Optional.empty());
    }
}
