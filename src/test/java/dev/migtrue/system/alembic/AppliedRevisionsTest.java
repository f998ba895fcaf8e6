package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Location;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppliedRevisionsTest {

    private final InMemoryTree tree = InMemoryTree.of(Map.of("alembic.ini", "[alembic]\nscript_location = m\n"))
            .with("m/versions/1.py", revision("0aaaa1", "None"))
            .with("m/versions/2.py", revision("0aaab2", "'0aaaa1'"))
            .with("m/versions/3.py", revision("zzz", "'0aaab2'"));

    @Test
    void whatLiesBehindARowPointsAtThatRow() {
        assertThat(applied(tree, "0aaab2").migrations())
                .extracting(AppliedMigration::at)
                .containsExactly(
                        new Location.InVersionTable("v", "0aaab2"), new Location.InVersionTable("v", "0aaab2"));
    }

    @Test
    void aRowThatLiesBehindAnotherIsStillARow() {
        assertThat(states(applied(tree, "0aaaa1", "zzz")))
                .containsExactly("RECORDED 0aaaa1", "IMPLIED 0aaab2", "RECORDED zzz");
        assertThat(states(applied(tree, "zzz", "0aaaa1")))
                .containsExactly("IMPLIED 0aaab2", "RECORDED zzz", "RECORDED 0aaaa1");
    }

    @Test
    void aRowMayBeTheBeginningOfOneId() {
        Applied.Known applied = applied(tree, "0aaaa");

        assertThat(states(applied)).containsExactly("RECORDED 0aaaa1");
        assertThat(applied.migrations().getFirst().at()).isEqualTo(new Location.InVersionTable("v", "0aaaa"));
        assertThat(applied.reach()).isEqualTo(Applied.Reach.WHOLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0aaa", "zz", "zzzz", "0AAAA1", "014_trace_mismatches"})
    void aRowThatNamesNoFileSaysNothingOfOthers(String row) {
        Applied.Known applied = applied(tree, row);

        assertThat(states(applied)).containsExactly("RECORDED " + row);
        assertThat(applied.reach()).isEqualTo(Applied.Reach.PARTIAL);
    }

    @Test
    void whatIsKnownBehindOtherRowsStaysKnown() {
        Applied.Known applied = applied(tree, "0aaaa1", "gone");

        assertThat(states(applied)).containsExactly("RECORDED 0aaaa1", "RECORDED gone");
        assertThat(applied.reach()).isEqualTo(Applied.Reach.PARTIAL);
    }

    @Test
    void aParentWithoutAFileHidesWhatLiesBehindIt() {
        Applied.Known applied = applied(tree.without("m/versions/2.py"), "zzz");

        assertThat(states(applied)).containsExactly("RECORDED zzz");
        assertThat(applied.reach()).isEqualTo(Applied.Reach.PARTIAL);
    }

    @Test
    void aParentThatIsComputedHidesWhatLiesBehindIt() {
        Applied.Known applied = applied(tree.with("m/versions/2.py", revision("0aaab2", "parent()")), "zzz");

        assertThat(states(applied)).containsExactly("IMPLIED 0aaab2", "RECORDED zzz");
        assertThat(applied.reach()).isEqualTo(Applied.Reach.PARTIAL);
    }

    @Test
    void aFileThatIsUnreadElsewhereHidesNothing() {
        assertThat(applied(tree.withUnreadable("m/versions/9.py", "not UTF-8"), "zzz")
                        .reach())
                .isEqualTo(Applied.Reach.WHOLE);
    }

    @Test
    void whatAMigrationDependsOnLiesBehindItToo() {
        InMemoryTree other = tree.with("m/versions/4.py", revision("other", "None") + "branch_labels = 'side'\n")
                .with("m/versions/5.py", revision("both", "'0aaaa1'") + "depends_on = 'side'\n");

        assertThat(states(applied(other, "both"))).containsExactly("IMPLIED 0aaaa1", "IMPLIED other", "RECORDED both");
    }

    @Test
    void aCycleEnds() {
        InMemoryTree cycle = tree.with("m/versions/1.py", revision("0aaaa1", "'zzz'"));

        assertThat(states(applied(cycle, "0aaaa1")))
                .containsExactly("IMPLIED 0aaab2", "IMPLIED zzz", "RECORDED 0aaaa1");
    }

    @Test
    void aRowWithoutAnIdSaysNothing() {
        Layout layout = layout(tree);

        assertThat(layout.applied("v", List.of(Row.of(Map.of())), layout.history(tree)))
                .isEqualTo(new Applied.Known("v", List.of(), Applied.Reach.PARTIAL));
    }

    private static Applied.Known applied(InMemoryTree tree, String... rows) {
        Layout layout = layout(tree);
        return layout.applied(
                "v",
                Arrays.stream(rows)
                        .map(row -> Row.of(Map.of("version_num", row)))
                        .toList(),
                layout.history(tree));
    }

    private static Layout layout(InMemoryTree tree) {
        return new AlembicSystem().detect(tree).getFirst();
    }

    private static List<String> states(Applied.Known applied) {
        return applied.migrations().stream()
                .map(migration -> migration.evidence() + " " + migration.id())
                .toList();
    }

    private static String revision(String id, String parents) {
        return "revision = '" + id + "'\ndown_revision = " + parents + "\n";
    }
}
