package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.DescribedTool;
import dev.migtrue.model.DescribedTool.KeyKind;
import dev.migtrue.model.DescribedTool.Rows;
import dev.migtrue.model.History;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.UsageException;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DescribedTest {

    private static final String NUMBERED = "(?<key>[0-9]+)_(?<words>.*)[.]sql";
    private static final Rows EACH = new Rows.Each("id", Optional.of("ok"), Optional.of("at"));

    private static final InMemoryTree TREE = InMemoryTree.of(Map.of(
            "app/vendor/sql/10_b.sql", "",
            "app/vendor/sql/9_a.sql", "",
            "app/vendor/sql/notes.txt", "",
            "app/vendor/sql/old/8_c.sql", "",
            "app/other/7_d.sql", ""));

    @Test
    void theNamedFoldersAreOneProjectWhateverTheirNames() {
        Layout layout = layout(NUMBERED, KeyKind.NUMBER, EACH);

        assertThat(layout.project().root()).isEqualTo(new RepoPath("app"));
        assertThat(layout.project().folders()).containsExactly(new RepoPath("app/vendor/sql"));
        assertThat(layout.history(TREE).migrations())
                .extracting(migration -> migration.id() + " " + migration.description())
                .containsExactly("9 a", "10 b");
        assertThat(layout.history(TREE).malformed()).isEmpty();
    }

    @Test
    void whereNoFileFitsItIsNotUsed() {
        assertThat(system("(?<key>[a-z]+)[.]sql", KeyKind.TEXT, EACH).detect(TREE))
                .isEmpty();
    }

    @Test
    void textsAreOrderedByTheNamesOfTheirFiles() {
        assertThat(layout("(?<key>.*)[.]sql", KeyKind.TEXT, EACH).history(TREE).migrations())
                .extracting(migration -> migration.id().value())
                .containsExactly("10_b", "9_a");
    }

    @Test
    void aFileWithoutAKeyIsNoMigration() {
        assertThat(layout("(?:(?<key>9)_)?.*", KeyKind.NUMBER, EACH)
                        .history(TREE)
                        .migrations())
                .extracting(migration -> migration.id().value())
                .containsExactly("9");
    }

    @Test
    void aRowForEachMigrationTellsFailures() {
        Layout layout = layout(NUMBERED, KeyKind.NUMBER, EACH);

        assertThat(layout.versionTable())
                .isEqualTo(new VersionTable(
                        Optional.of("app"), "done", List.of("id", "ok"), List.of("at"), List.of("id")));
        assertThat(applied(layout, List.of(Map.of("id", "9", "ok", "t", "at", "noon"), Map.of("id", "010", "ok", "0"))))
                .containsExactly("9 SUCCEEDED noon", "10 FAILED ");
    }

    @Test
    void theLastRowOfALogCounts() {
        Layout layout = layout(NUMBERED, KeyKind.NUMBER, new Rows.Last("version", "up", "id", Optional.empty()));

        assertThat(layout.versionTable().required()).containsExactly("version", "up", "id");
        assertThat(layout.versionTable().orderBy()).containsExactly("id");
        assertThat(applied(
                        layout,
                        List.of(
                                Map.of("id", "1", "version", "9", "up", "1"),
                                Map.of("id", "2", "version", "10", "up", "1"),
                                Map.of("id", "3", "version", "10", "up", "0"))))
                .containsExactly("9 SUCCEEDED ");
    }

    @Test
    void aPointerStandsForAllThatComeBeforeIt() {
        Layout numbers = layout(NUMBERED, KeyKind.NUMBER, new Rows.Pointer("v", Optional.of("dirty")));
        Layout texts = layout("(?<key>.*)[.]sql", KeyKind.TEXT, new Rows.Pointer("v", Optional.empty()));

        assertThat(applied(numbers, List.of(Map.of("v", "10", "dirty", "true"))))
                .containsExactly("9 SUCCEEDED ", "10 FAILED ");
        assertThat(applied(texts, List.of(Map.of("v", "9_a")))).containsExactly("10_b SUCCEEDED ", "9_a SUCCEEDED ");
    }

    @Test
    void anExpressionThatWouldRunForEverIsRefused() {
        String name = "a".repeat(60) + "!";
        InMemoryTree tree = InMemoryTree.of(Map.of("app/vendor/sql/" + name, ""));
        MigrationSystem system = system("(?<key>a*a*a*a*a*a*)b", KeyKind.TEXT, EACH);

        assertThatThrownBy(() -> system.detect(tree))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("takes too long on '" + name + "'");
    }

    private static List<String> applied(Layout layout, List<Map<String, String>> rows) {
        History history = layout.history(TREE);
        return layout.applied("done", rows.stream().map(Row::of).toList(), history).migrations().stream()
                .map(DescribedTest::told)
                .toList();
    }

    private static String told(AppliedMigration migration) {
        return migration.id() + " " + migration.outcome() + " "
                + migration.appliedAt().orElse("");
    }

    private static Layout layout(String files, KeyKind key, Rows rows) {
        return system(files, key, rows).detect(TREE).getFirst();
    }

    private static MigrationSystem system(String files, KeyKind key, Rows rows) {
        return Described.system(
                "harbor",
                new RepoPath("app"),
                List.of(new RepoPath("app/vendor/sql")),
                new DescribedTool(Pattern.compile(files), key, Ordering.STRICT, "app.done", rows));
    }
}
