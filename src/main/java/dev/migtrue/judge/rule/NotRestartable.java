package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Cause;
import dev.migtrue.language.sql.rerun.Stop;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Promise;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.Optional;

/** Reports migrations that cannot be taken up again where they stopped half way. */
public final class NotRestartable implements Rule {

    private static final RuleId ID = new RuleId("not-restartable");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().reviews().stream()
                .flatMap(reviewed -> news(reviewed).map(stop -> finding(reviewed, stop)).stream())
                .toList();
    }

    /** Where more is promised, whatever hinders a second run is told already. */
    private static Optional<Stop> news(ReviewedMigration reviewed) {
        boolean isAll = reviewed.promised().under(Optional.empty()) == Promise.RESTARTABLE;
        return reviewed.review()
                .stop()
                .filter(stop -> isAll
                        || reviewed.review().causes().stream()
                                .noneMatch(cause -> cause.at().equals(stop.cause().at())));
    }

    private static Finding finding(ReviewedMigration reviewed, Stop stop) {
        return Finding.about(
                ID,
                reviewed.migration().id(),
                new Location.InFile(new FileSpan(
                        reviewed.migration().at().path(), stop.cause().at())),
                "a run that stopped behind line %d %s: %s"
                        .formatted(stop.behind().startLine(), end(stop.cause()), stop.cause().detail()),
                help(reviewed.program().dialect()));
    }

    private static String end(Cause cause) {
        return switch (cause.kind()) {
            case REFUSED, SOURCE_DROPPED -> "fails here when it is taken up again";
            default -> "does not end as it should when it is taken up again";
        };
    }

    private static String help(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, SQLITE, SQL_SERVER, ANSI ->
                "have the migration run in one transaction, or guard the statement";
            case MYSQL, MARIADB, ORACLE, H2 ->
                "guard the statement, or put what comes before it into a migration of its own";
        };
    }
}
