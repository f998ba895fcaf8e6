package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.FoundTable.Place;
import dev.migtrue.model.VersionTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableChoiceTest {

    private static final VersionTable WANTED =
            new VersionTable(Optional.empty(), "versions", List.of("id", "name"), List.of(), List.of("id"));

    @Test
    void noTableOfTheNameIsNoTable() {
        assertThat(TableChoice.among(List.of(), WANTED)).isEqualTo(new TableChoice.None());
    }

    @Test
    void theFirstOnTheSearchPathIsTaken() {
        FoundTable near = table("app", "versions", Place.HOME);

        assertThat(TableChoice.among(
                        List.of(
                                near,
                                table("other", "versions", Place.ON_PATH),
                                table("far", "versions", Place.ELSEWHERE)),
                        WANTED))
                .isEqualTo(new TableChoice.Chosen(near));
    }

    @Test
    void oneThatLacksColumnsIsPassedOverForOneThatHasThem() {
        FoundTable right = table("far", "versions", Place.ELSEWHERE);

        assertThat(TableChoice.among(
                        List.of(new FoundTable("app", "versions", Place.HOME, List.of("id")), right), WANTED))
                .isEqualTo(new TableChoice.Chosen(right));
    }

    @Test
    void aLookAlikeIsDescribedByItsColumns() {
        FoundTable lookAlike = new FoundTable("far", "versions", Place.ELSEWHERE, List.of("id", "batch"));

        assertThat(TableChoice.among(List.of(lookAlike), WANTED))
                .isEqualTo(new TableChoice.Unclear(
                        "table far.versions is not the expected one: it has columns id, batch; expected id, name"));
    }

    @Test
    void manyColumnsAreNotAllListed() {
        List<String> columns =
                IntStream.range(0, 40).mapToObj(number -> "c" + number).toList();

        assertThat(TableChoice.among(List.of(new FoundTable("app", "versions", Place.HOME, columns)), WANTED))
                .isEqualTo(new TableChoice.Unclear("table versions is not the expected one: it has columns"
                        + " c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 and 28 more; expected id, name"));
    }

    @Test
    void severalOffTheSearchPathAreLeftToTheUser() {
        assertThat(TableChoice.among(
                        List.of(table("a", "versions", Place.ELSEWHERE), table("b", "versions", Place.ELSEWHERE)),
                        WANTED))
                .isEqualTo(new TableChoice.Unclear(
                        "table versions is in schemas a, b; none of them is on the search path"));
    }

    @Test
    void ofTwoThatDifferInLetterCaseTheExactOneIsTaken() {
        FoundTable exact = table("app", "versions", Place.HOME);

        assertThat(TableChoice.among(List.of(table("app", "Versions", Place.HOME), exact), WANTED))
                .isEqualTo(new TableChoice.Chosen(exact));
    }

    @Test
    void twoOfWhichNeitherIsExactAreLeftToTheUser() {
        assertThat(TableChoice.among(
                        List.of(table("app", "VERSIONS", Place.HOME), table("app", "Versions", Place.HOME)), WANTED))
                .isEqualTo(
                        new TableChoice.Unclear("tables VERSIONS, Versions of schema app differ in letter case only"));
    }

    @Test
    void aNamedSchemaIsTheOnlyOneLookedInto() {
        VersionTable inAudit =
                new VersionTable(Optional.of("Audit"), "versions", List.of("id", "name"), List.of(), List.of("id"));
        FoundTable near = table("app", "versions", Place.HOME);
        FoundTable audit = table("audit", "versions", Place.ELSEWHERE);

        assertThat(TableChoice.among(List.of(near, audit), inAudit)).isEqualTo(new TableChoice.Chosen(audit));
        assertThat(TableChoice.among(List.of(near), inAudit)).isEqualTo(new TableChoice.None());
    }

    private static FoundTable table(String schema, String name, Place place) {
        return new FoundTable(schema, name, place, List.of("ID", "Name", "extra"));
    }
}
