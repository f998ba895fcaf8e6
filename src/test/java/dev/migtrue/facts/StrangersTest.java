package dev.migtrue.facts;

import static dev.migtrue.testing.GivenApplied.recorded;
import static dev.migtrue.testing.GivenApplied.table;
import static dev.migtrue.testing.GivenMigration.migration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.rule.AppliedButMissing;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.testing.GivenApplied;
import dev.migtrue.testing.GivenProject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When rows without a file look like another application's, and when they do not. */
class StrangersTest {

    private static final String FIRST = "20260101120000";
    private static final String SECOND = "20260102120000";

    @Test
    void severalOfAnotherFormThatOnlyOthersRan() {
        Facts facts = facts(
                recorded("1").by("shop"),
                recorded(FIRST).by("billing"),
                recorded(SECOND).by("billing"));

        assertThat(Strangers.of(facts)).containsOnlyKeys(new MigrationId(FIRST), new MigrationId(SECOND));
        assertThat(new AppliedButMissing().check(facts)).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.message())
                    .endsWith("never committed anywhere this clone can see, and like 1 more that only billing ran it"
                            + " looks like another application's");
            assertThat(finding.help()).startsWith("find out whose it is; if this project's, find the file first");
        });
    }

    @Test
    void notOneAlone() {
        assertThat(Strangers.of(facts(recorded("1").by("shop"), recorded(FIRST).by("billing"))))
                .isEmpty();
    }

    @Test
    void notThoseOfTheUsualFormThatAColleagueRanByHand() {
        assertThat(Strangers.of(facts(
                        recorded("1").by("shop"),
                        recorded("2").by("ada"),
                        recorded("3").by("ada"))))
                .isEmpty();
    }

    @Test
    void notThoseThatTheUsualUserRan() {
        assertThat(Strangers.of(facts(
                        recorded("1").by("shop"),
                        recorded(FIRST).by("shop"),
                        recorded(SECOND).by("shop"))))
                .isEmpty();
    }

    @Test
    void notWhereTheTableDoesNotTellWhoRanWhat() {
        assertThat(Strangers.of(facts(recorded("1"), recorded(FIRST), recorded(SECOND))))
                .isEmpty();
        assertThat(Strangers.of(facts(
                        recorded("1"),
                        recorded(FIRST).by("billing"),
                        recorded(SECOND).by("billing"))))
                .isEmpty();
    }

    @Test
    void notWhereNothingIsKnownToCompareWith() {
        assertThat(Strangers.of(
                        facts(recorded(FIRST).by("billing"), recorded(SECOND).by("billing"))))
                .isEmpty();
    }

    @Test
    void notWhileNotEverythingWasSearched() {
        Facts facts = project(
                        recorded("1").by("shop"),
                        recorded(FIRST).by("billing"),
                        recorded(SECOND).by("billing"))
                .attributed(FIRST, new Attribution(List.of(), List.of("this clone is shallow")))
                .facts();

        assertThat(Strangers.of(facts)).isEmpty();
    }

    private static Facts facts(GivenApplied... rows) {
        return project(rows).facts();
    }

    private static GivenProject project(GivenApplied... rows) {
        GivenProject project =
                GivenProject.ordered(Ordering.STRICT).committed(migration("1")).database("shared", table(rows));
        for (GivenApplied row : rows) {
            project.attributed(row.id(), new Attribution(List.of(), List.of()));
        }
        return project;
    }
}
