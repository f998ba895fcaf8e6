package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.Kind;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.Layout;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real Flyway writes into its table, and does when files are missing, against what we make of it. */
class RealFlywayTest {

    @TempDir
    Path directory;

    private FlywayOnSqlite project;

    @BeforeEach
    void anEmptyProject() {
        project = new FlywayOnSqlite(directory);
    }

    @Test
    void everyFileIsAppliedUnderTheSameIdInTheSameOrderWithTheSameChecksum() throws Exception {
        project.write("V1__users.sql", "create table users (id int);\r\n")
                .write("V02__orders.sql", "\uFEFFcreate table orders (id int);")
                .write("V2_1.sql", "select 1;")
                .write("V10.0__ten.SQL", "select '\u20AC';\n\n")
                .write("older/V-3__negative.sql", "select 1;")
                .write("R__views.sql", "drop view if exists v;\ncreate view v as select 1;\n")
                .write("R__" + "long_".repeat(45) + ".sql", "select 1;")
                .write("beforeMigrate.sql", "select 1;")
                .write("U1__users.sql", "drop table users;")
                .write(".hidden/V99__hidden.sql", "select 1;");

        project.flyway().load().migrate();

        assertThat(ids()).containsExactlyElementsOf(fileIds());
        assertThat(project.applied().migrations()).allSatisfy(migration -> {
            assertThat(migration.evidence()).isEqualTo(Evidence.RECORDED);
            assertThat(migration.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(migration.appliedAt()).isPresent();
        });
        assertChecksumsAgree();
        assertThat(project.layout().history(project.tree()).malformed()).isEmpty();
    }

    @Test
    void checksumsAgreeForScriptsOfEveryShape() throws Exception {
        List<String> pieces =
                List.of("\n", "\r", "\r\n", "\u2028", "\uFEFF", "\uD83D\uDE00", "\u00E9", "x", " y ", "\f");
        Random random = new Random(23);
        for (int i = 1; i <= 100; i++) {
            String comment = random.ints(20, 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining())
                    .replaceAll("(?<=[\r\n])(?![\r\n])", "-- ");
            project.write("V" + i + "__x.sql", "-- " + comment);
        }

        project.flyway().load().migrate();

        assertThat(project.applied().migrations()).hasSize(100);
        assertChecksumsAgree();
    }

    @Test
    void aRepeatableMigrationRunsAgainAndItsLatestChecksumCounts() throws Exception {
        project.write("V1__a.sql", "select 1;").write("R__b.sql", "select 1;");
        project.flyway().load().migrate();
        Optional<Checksum> first = project.applied().migrations().getLast().checksum();

        project.write("R__b.sql", "select 2;").write("V2__c.sql", "select 1;");
        assertThat(checksum("R__b")).isNotEqualTo(first);
        project.flyway().load().migrate();

        assertThat(ids()).containsExactly("1", "2", "R__b");
        assertChecksumsAgree();
    }

    @Test
    void theChecksumOfARepeatableMigrationIsUnknownWhereFlywayFillsPlaceholdersIn() throws Exception {
        project.write("V1__a.sql", "select '${name}';").write("R__b.sql", "select '${name}';");
        project.flyway().placeholders(Map.of("name", "x")).load().migrate();

        assertThat(checksum("1"))
                .isEqualTo(project.applied().migrations().getFirst().checksum());
        assertThat(checksum("R__b")).isEmpty();
    }

    @Test
    void aMigrationThatFailedHalfwayIsFailedUntilItIsRepaired() throws Exception {
        project.write("V1__a.sql", "create table a (id int);")
                .write("V2__b.sql", "vacuum; nonsense;")
                .write("V2__b.sql.conf", "executeInTransaction=false");

        assertThatThrownBy(() -> project.flyway().load().migrate()).isInstanceOf(FlywayException.class);
        assertThat(project.applied().migrations())
                .extracting(AppliedMigration::outcome)
                .containsExactly(Outcome.SUCCEEDED, Outcome.FAILED);

        project.flyway().load().repair();
        assertThat(ids()).containsExactly("1");
    }

    @Test
    void aBaselineImpliesTheFilesUpToIt() throws Exception {
        project.write("V1__a.sql", "select 1;")
                .write("V5.0__b.sql", "select 1;")
                .write("V6__c.sql", "select 1;");

        project.flyway().baselineVersion("5").load().baseline();
        project.flyway().load().migrate();

        assertThat(project.applied().migrations())
                .extracting(AppliedMigration::evidence)
                .containsExactly(Evidence.IMPLIED, Evidence.IMPLIED, Evidence.RECORDED);
        assertThat(ids()).containsExactly("1", "5", "6");
    }

    @Test
    void aBaselineMigrationRunsOnAnEmptyDatabaseInsteadOfTheVersionsUpToIt() throws Exception {
        project.write("V5__a.sql", "select 1;").write("V6__b.sql", "select 1;").write("B5__all.sql", "select 1;");

        project.flyway().load().migrate();

        assertThat(ids()).containsExactly("5", "B5", "6");
        assertThat(project.applied().migrations())
                .extracting(AppliedMigration::evidence)
                .containsExactly(Evidence.IMPLIED, Evidence.RECORDED, Evidence.RECORDED);
        assertChecksumsAgree();
    }

    @Test
    void aBaselineMigrationNeverRunsLater() throws Exception {
        project.write("V5__a.sql", "select 1;");
        project.flyway().load().migrate();
        project.write("B5__all.sql", "nonsense;").write("B9__all.sql", "nonsense;");

        project.flyway().load().migrate();

        assertThat(ids()).containsExactly("5");
    }

    @Test
    void whatRepairMarksAsDeletedIsNotApplied() throws Exception {
        project.write("V1__a.sql", "select 1;")
                .write("V2__b.sql", "select 1;")
                .write("V3__c.sql", "select 1;")
                .write("R__d.sql", "select 1;");
        project.flyway().load().migrate();

        project.delete("V2__b.sql").delete("R__d.sql");
        assertThat(ids()).containsExactly("1", "2", "3", "R__d");
        project.flyway().load().repair();

        assertThat(ids()).containsExactly("1", "3");
    }

    @Test
    void aLateMigrationIsRefusedUnlessFlywayMayRunOutOfOrder() throws Exception {
        project.write("V1__a.sql", "select 1;").write("V3__c.sql", "select 1;");
        project.flyway().load().migrate();
        project.write("V2__b.sql", "select 1;");

        assertThatThrownBy(() -> project.flyway().load().migrate()).isInstanceOf(FlywayValidateException.class);
        assertThat(ids()).containsExactly("1", "3");

        project.flyway().outOfOrder(true).load().migrate();
        assertThat(ids()).containsExactly("1", "3", "2");
    }

    /** The words that the layout has for this are held to the real thing. */
    @Test
    void aDatabaseAheadOfTheFilesGoesUnnoticedUntilTheNextMigrationIsAdded() throws Exception {
        project.write("V1__a.sql", "select 1;").write("V2__b.sql", "select 1;").write("V3__c.sql", "select 1;");
        project.flyway().load().migrate();
        project.delete("V2__b.sql").delete("V3__c.sql");

        assertThat(project.layout().project().databaseAhead())
                .isEqualTo("in a clean checkout flyway migrate and flyway validate still succeed, with no more than a"
                        + " warning, and fail as soon as somebody adds the next migration there; a repeatable"
                        + " migration they miss at once");
        assertThatCode(() -> project.flyway().load().migrate()).doesNotThrowAnyException();
        assertThatCode(() -> project.flyway().load().validate()).doesNotThrowAnyException();
        for (String next : List.of("V1.5__x.sql", "V2__x.sql", "V4__x.sql")) {
            project.write(next, "select 2;");
            assertThatThrownBy(() -> project.flyway().load().migrate())
                    .as(next)
                    .isInstanceOf(FlywayValidateException.class);
            project.delete(next);
        }
    }

    /** Names that Flyway refuses when it is told to look at them, and some that it takes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "V9_one_underscore.sql",
                "v10__lower.sql",
                "README.sql",
                "V1.2.sql",
                "V__none.sql",
                "V1a__x.sql",
                "R1__x.sql",
                "R.sql",
                "B2__x.sql",
                "U2_x.sql",
                "beforeMigrate.sql",
                "afterEachMigrate__x.sql",
                "V3__x.txt",
                "notes.txt",
                "x.SQL",
            })
    void aStrangeNameIsRefusedWhereFlywayLooksAtNames(String name) throws Exception {
        project.write("V1__a.sql", "select 1;").write(name, "select 1;");
        Optional<MalformedFile> refused = NearMiss.of(
                        new RepoPath("db/" + name), Settings.of(Map.of("validatemigrationnaming", "true")))
                .filter(miss -> miss.problem().startsWith("flyway refuses"));
        Flyway flyway = project.flyway().validateMigrationNaming(true).load();

        if (refused.isPresent()) {
            assertThatThrownBy(flyway::migrate).isInstanceOf(FlywayException.class);
        } else {
            assertThatCode(flyway::migrate).doesNotThrowAnyException();
        }
    }

    @Test
    void aRepeatableMigrationWithoutItsFileIsMissedAtOnce() throws Exception {
        project.write("V1__a.sql", "select 1;").write("R__b.sql", "select 1;");
        project.flyway().load().migrate();
        project.delete("R__b.sql");

        assertThatThrownBy(() -> project.flyway().load().validate()).isInstanceOf(FlywayValidateException.class);
        assertThatThrownBy(() -> project.flyway().load().migrate()).isInstanceOf(FlywayValidateException.class);
    }

    private void assertChecksumsAgree() throws SQLException {
        assertThat(project.applied().migrations())
                .filteredOn(migration -> migration.evidence() == Evidence.RECORDED)
                .isNotEmpty()
                .allSatisfy(migration ->
                        assertThat(checksum(migration.id().value())).isEqualTo(migration.checksum()));
    }

    private Optional<Checksum> checksum(String id) {
        Layout layout = project.layout();
        Map<String, Migration> files = layout.history(project.tree()).migrations().stream()
                .collect(Collectors.toMap(migration -> migration.id().value(), Function.identity()));
        return Optional.ofNullable(files.get(id)).flatMap(migration -> layout.checksum(migration, project.tree()));
    }

    private List<String> fileIds() {
        return project.layout().history(project.tree()).migrations().stream()
                .filter(migration -> migration.kind() != Kind.UNDO)
                .map(migration -> migration.id().value())
                .toList();
    }

    private List<String> ids() throws SQLException {
        return project.applied().migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }
}
