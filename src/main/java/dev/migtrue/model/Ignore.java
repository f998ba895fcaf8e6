package dev.migtrue.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A decision of the project to live with what one rule finds about one migration.
 *
 * @param reason why, for whoever reads it later; never blank
 * @param until the last day on which it holds; absent for ever
 * @param owner whom to ask
 */
public record Ignore(
        RuleId rule, MigrationId migration, String reason, Optional<LocalDate> until, Optional<String> owner) {

    /** Whether it is about this finding, be it in force or not. */
    public boolean isAbout(Finding finding) {
        return finding.rule().equals(rule)
                && finding.migration().filter(migration::equals).isPresent();
    }

    /** Whether it holds no longer on a day. */
    public boolean isExpired(LocalDate day) {
        return until.filter(day::isAfter).isPresent();
    }
}
