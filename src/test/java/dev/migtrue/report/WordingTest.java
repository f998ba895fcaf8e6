package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WordingTest {

    @Test
    void oneMessageIsSaidAsItIs() {
        assertThat(wording("7", "migration 7 is not in HEAD"))
                .isEqualTo(new Wording("migration 7 is not in HEAD", List.of("")));
    }

    @Test
    void ownIdsAreLeftOut() {
        assertThat(wording("7", "migration 7 is not in HEAD", "8", "migration 8 is not in HEAD"))
                .isEqualTo(new Wording("migration … is not in HEAD", List.of("", "")));
    }

    @Test
    void numberThatHappensToBeAnIdStays() {
        assertThat(wording("1", "migration 1 is in 1 database", "2", "migration 2 is in 1 database"))
                .isEqualTo(new Wording("migration … is in 1 database", List.of("", "")));
    }

    @Test
    void idInsideAWordIsNotAnId() {
        assertThat(wording("1", "see file V1__a.sql of old", "2", "see file V2__b.sql of old"))
                .isEqualTo(new Wording("see file … of old", List.of("V1__a.sql", "V2__b.sql")));
    }

    @Test
    void whatDiffersIsLeftToEach() {
        assertThat(wording("7", "version 7 is also claimed by a b.sql", "8", "version 8 is also claimed by c.sql"))
                .isEqualTo(new Wording("version … is also claimed by …", List.of("a b.sql", "c.sql")));
    }

    @Test
    void messageThatIsTheStartOfAnotherLosesNothing() {
        assertThat(wording("7", "migration is not in HEAD", "8", "migration is not in HEAD or index"))
                .isEqualTo(new Wording("migration is not in HEAD …", List.of("", "or index")));
    }

    @Test
    void messagesWithLittleInCommonAreSaidWhole() {
        assertThat(wording("7", "revision 7 has no parent", "8", "revision 8 closes a circle"))
                .isEqualTo(new Wording("", List.of("revision 7 has no parent", "revision 8 closes a circle")));
    }

    @Test
    void idOfSeveralWordsDoesNoHarm() {
        assertThat(wording("a b", "changeset a b is not in HEAD", "c d", "changeset c d is not in HEAD"))
                .isEqualTo(new Wording("changeset … is not in HEAD", List.of("a b", "c d")));
    }

    private static Wording wording(String... idsAndMessages) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < idsAndMessages.length; i += 2) {
            findings.add(Finding.about(
                    new RuleId("some-rule"),
                    new MigrationId(idsAndMessages[i]),
                    new Location.WholeRepository(),
                    idsAndMessages[i + 1],
                    ""));
        }
        return Wording.of(findings);
    }
}
