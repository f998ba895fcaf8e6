package dev.migtrue.testing;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import java.util.Arrays;
import java.util.Optional;

/** What a version table called {@code versions} says of one migration; each step gives another one. */
public record GivenApplied(
        String id, Evidence evidence, Outcome outcome, Optional<String> text, Optional<String> user) {

    /** A row of its own, without a checksum. */
    public static GivenApplied recorded(String id) {
        return new GivenApplied(id, Evidence.RECORDED, Outcome.SUCCEEDED, Optional.empty(), Optional.empty());
    }

    /** No row of its own: another one implies it. */
    public static GivenApplied implied(String id) {
        return new GivenApplied(id, Evidence.IMPLIED, Outcome.SUCCEEDED, Optional.empty(), Optional.empty());
    }

    /** All that the table says; what is not listed is not applied. */
    public static Applied.Known table(GivenApplied... migrations) {
        return new Applied.Known(
                "versions", Arrays.stream(migrations).map(GivenApplied::build).toList(), Applied.Reach.WHOLE);
    }

    public GivenApplied failed() {
        return new GivenApplied(id, evidence, Outcome.FAILED, text, user);
    }

    /** With the checksum of this text. */
    public GivenApplied text(String other) {
        return new GivenApplied(id, evidence, outcome, Optional.of(other), user);
    }

    /** Run by this user of the database. */
    public GivenApplied by(String name) {
        return new GivenApplied(id, evidence, outcome, text, Optional.of(name));
    }

    private AppliedMigration build() {
        Optional<Checksum> checksum = text.map(GivenMigration::checksum);
        return new AppliedMigration(
                new MigrationId(id),
                evidence,
                outcome,
                checksum,
                Optional.empty(),
                user,
                new Location.InVersionTable("versions", id));
    }
}
