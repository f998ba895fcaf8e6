package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Location;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.Row;
import dev.migtrue.testing.InMemoryTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that the free Flyway does not write, or not on SQLite; those that it does are in {@link RealFlywayTest}. */
class SchemaHistoryTest {

    private final List<Row> rows = new ArrayList<>();

    @Test
    void aRowIsAMigrationWithAllThatItTells() {
        row("1.0", "users", "SQL", "42", "true");

        assertThat(applied())
                .containsExactly(new AppliedMigration(
                        new MigrationId("1"),
                        Evidence.RECORDED,
                        Outcome.SUCCEEDED,
                        Optional.of(new Checksum("flyway-crc32", "42")),
                        Optional.of("2024-05-06 07:08:09"),
                        Optional.of("deploy"),
                        new Location.InVersionTable("public.flyway_schema_history", "1.0")));
    }

    @Test
    void aRepeatableMigrationIsAsItsLatestRowSays() {
        row("", "refresh views", "SQL", "1", "true");
        row("1", "users", "SQL", "2", "true");
        row("", "refresh views", "SQL", "3", "false");

        assertThat(ids()).containsExactly("1", "R__refresh_views");
        assertThat(applied().getLast().checksum()).map(Checksum::value).contains("3");
        assertThat(applied().getLast().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(applied().getLast().at().row()).isEqualTo("refresh views");
    }

    @Test
    void whatSaysThatFlywayMadeSchemaOrTableIsNoMigration() {
        row("", "<< Flyway Schema Creation >>", "SCHEMA", "", "true");
        rows.add(Row.of(
                Map.of("installed_rank", "-1", "description", "<< history >>", "type", "TABLE", "success", "1")));
        row("1", "users", "JDBC", "", "true");

        assertThat(ids()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "UNDO_SQL", "UNDO_JDBC", "UNDO_SCRIPT"})
    void whatIsTakenBackIsNotAppliedUntilItRunsAgain(String type) {
        row("1", "users", "SQL", "1", "true");
        row("2.0", "orders", "SQL", "2", "true");
        row("2", "orders", type, "2", "true");
        assertThat(ids()).containsExactly("1");

        row("2", "orders", "SQL", "2", "true");
        assertThat(ids()).containsExactly("1", "2");
    }

    @Test
    void anUndoThatFailedTakesNothingBack() {
        row("1", "users", "SQL", "1", "true");
        row("1", "users", "UNDO_SQL", "9", "false");

        assertThat(ids()).containsExactly("1");
    }

    @Test
    void aRepeatableMigrationIsTakenBackByItsDescription() {
        row("", "a", "SQL", "1", "true");
        row("", "b", "SQL", "1", "true");
        row("", "a", "DELETE", "1", "true");

        assertThat(ids()).containsExactly("R__b");
    }

    @Test
    void aBaselineImpliesTheFilesUpToItBeforeWhatFollows() {
        row("5.0", "<< Flyway Baseline >>", "BASELINE", "", "true");
        row("6", "orders", "SQL", "1", "true");

        assertThat(applied("V1__a.sql", "V5__b.sql", "V5.1__c.sql", "V6__d.sql", "R__e.sql", "B5__f.sql"))
                .extracting(
                        migration -> migration.id().value(),
                        AppliedMigration::evidence,
                        migration -> migration.at().row())
                .containsExactly(
                        tuple("1", Evidence.IMPLIED, "5.0"),
                        tuple("5", Evidence.IMPLIED, "5.0"),
                        tuple("6", Evidence.RECORDED, "6"));
    }

    @Test
    void aBaselineMigrationIsMissedByNobodyWhenItsFileIsGone() {
        row("5", "all", "SQL_BASELINE", "7", "true");

        assertThat(ids("B5__all.sql", "V4__a.sql")).containsExactly("4", "B5");
        assertThat(ids("V4__a.sql")).containsExactly("4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQL", "JDBC", "SPRING_JDBC", "SCRIPT", "CUSTOM", "SQL_STATE_SCRIPT", "hologram", ""})
    void aTypeNeverHeardOfIsAMigration(String type) {
        row("3", "x", type, "", "true");

        assertThat(ids()).containsExactly("3");
    }

    @Test
    void aRowWithoutTheUsualColumnsIsStillARow() {
        rows.add(Row.of(Map.of("version", "banana")));

        assertThat(applied()).singleElement().satisfies(migration -> {
            assertThat(migration.id()).isEqualTo(new MigrationId("banana"));
            assertThat(migration.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(migration.checksum()).isEmpty();
        });
    }

    @Test
    void aNamelessUserIsNoUser() {
        rows.add(Row.of(Map.of("version", "1", "success", "1", "installed_by", "")));

        assertThat(applied())
                .singleElement()
                .matches(migration -> migration.appliedBy().isEmpty());
    }

    @Test
    void migrationsWithoutFileArePassedOverOnlyWhereFlywayIsToldTo() {
        row("1", "gone", "SQL", "1", "true");
        row("2", "here", "SQL", "1", "true");
        row("9", "ahead of all files", "SQL", "1", "true");
        row("", "gone too", "SQL", "1", "true");

        assertThat(ids("V2__here.sql")).containsExactly("1", "2", "9", "R__gone_too");
        assertThat(idsWithout(Set.of(Kind.VERSIONED), "V2__here.sql")).containsExactly("2", "9", "R__gone_too");
        assertThat(idsWithout(Set.of(Kind.REPEATABLE), "V2__here.sql")).containsExactly("1", "2", "9");
        assertThat(idsWithout(Set.of(Kind.VERSIONED), "B3__all.sql")).containsExactly("9", "R__gone_too");
    }

    private void row(String version, String description, String type, String checksum, String success) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        values.put("INSTALLED_RANK", Integer.toString(rows.size() + 1));
        values.put("version", version);
        values.put("description", description);
        values.put("type", type);
        values.put("checksum", checksum);
        values.put("success", success);
        values.values().removeIf(String::isEmpty);
        values.put("installed_by", "deploy");
        values.put("installed_on", "2024-05-06 07:08:09");
        rows.add(new Row(values));
    }

    private List<AppliedMigration> applied(String... files) {
        return applied(Set.of(), files);
    }

    private List<String> ids(String... files) {
        return idsWithout(Set.of(), files);
    }

    private List<String> idsWithout(Set<Kind> expendable, String... files) {
        return applied(expendable, files).stream()
                .map(migration -> migration.id().value())
                .toList();
    }

    private List<AppliedMigration> applied(Set<Kind> expendable, String... files) {
        Applied.Known known = SchemaHistory.read("public.flyway_schema_history", rows, history(files), expendable);
        assertThat(known.reach()).isEqualTo(Applied.Reach.WHOLE);
        return known.migrations();
    }

    private static History history(String... files) {
        InMemoryTree tree = InMemoryTree.of(
                Arrays.stream(files).collect(Collectors.toMap(file -> "db/migration/" + file, file -> "select 1;")));
        return new FlywaySystem()
                .detect(tree).stream()
                        .findFirst()
                        .map(layout -> layout.history(tree))
                        .orElseGet(() -> History.empty(Ordering.STRICT));
    }
}
