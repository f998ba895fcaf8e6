package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Cause;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.RuleId;
import java.util.List;

/** Reports migrations of which a second run is refused. */
public final class RerunFails implements Rule {

    private static final RuleId ID = new RuleId("rerun-fails");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public List<Finding> check(Facts facts) {
        return facts.circumstances().reviews().stream()
                .flatMap(reviewed -> reviewed.review().causes().stream()
                        .filter(cause -> cause.kind() == Cause.Kind.REFUSED)
                        .filter(cause -> !ToldByGuards.isTold(reviewed, cause.at()))
                        .map(cause -> finding(reviewed, cause)))
                .toList();
    }

    private static String help(Cause cause, Dialect dialect) {
        return cause.forms().stream()
                .findFirst()
                .map(form -> "write '%s'%s"
                        .formatted(
                                form.words(),
                                form.since()
                                        .map(version -> " (%s %s or newer)".formatted(title(dialect), version))
                                        .orElse("")))
                .orElseGet(() -> otherwise(dialect));
    }

    private static String title(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "PostgreSQL";
            case MYSQL -> "MySQL";
            case MARIADB -> "MariaDB";
            case SQLITE -> "SQLite";
            case SQL_SERVER -> "SQL Server";
            case ORACLE -> "Oracle";
            case H2 -> "H2";
            case ANSI -> "SQL";
        };
    }

    /** Where the statement has no guard of its own. */
    private static String otherwise(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> "put it into a DO block that asks first whether it is done";
            case SQLITE -> "SQLite has no guard for it: have the code that runs it ask first whether it is done";
            case ORACLE -> "run it with EXECUTE IMMEDIATE in a block that takes this one error";
            case MARIADB -> "put it into BEGIN NOT ATOMIC … IF … END, which asks first whether it is done";
            case SQL_SERVER -> "put IF … before it, which asks first whether it is done";
            case MYSQL, H2, ANSI -> "ask first whether it is done, or undo it first";
        };
    }

    private static Finding finding(ReviewedMigration reviewed, Cause cause) {
        Finding finding = Finding.about(
                ID,
                reviewed.migration().id(),
                new Location.InFile(new FileSpan(reviewed.migration().at().path(), cause.at())),
                "a second run fails here: %s".formatted(cause.detail()),
                help(cause, reviewed.program().dialect()));
        return GuardedRewrite.of(reviewed, cause).map(finding::withFix).orElse(finding);
    }
}
