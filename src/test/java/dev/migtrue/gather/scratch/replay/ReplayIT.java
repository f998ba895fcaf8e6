package dev.migtrue.gather.scratch.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedCopy;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.scratch.replay.Replays.Project;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay runs, what it takes care of, and what it says where it cannot go on. */
class ReplayIT {

    private static final Replays REPLAYS = new Replays();
    private static final String FLYWAY = "src/main/resources/db/migration/";

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void end() {
        REPLAYS.close();
    }

    @Test
    void aRefusedScriptIsToldWithItsLineItsStatementAndTheServersWords() {
        Project project = dbmate("create table a (id int);", "\nalter table nowhere\n  add x int;");

        assertThat(unable(project, Dialect.POSTGRESQL))
                .matches("migration '2' \\(db/migrations/2_x\\.sql:2\\) does not run: PostgreSQL [0-9.]+ refused it:"
                        + " relation \"nowhere\" does not exist \\(42P01\\), of 'alter table nowhere add x int'");
        assertThat(unable(project, Dialect.SQLITE))
                .matches("migration '2' \\(db/migrations/2_x\\.sql:2\\) does not run: SQLite [0-9.]+ refused it:"
                        + " no such table: nowhere, of 'alter table nowhere add x int'");
    }

    @Test
    void whatFlywayIsRefusedIsToldInTheSameWay() {
        Project project = flyway(Map.of("V1__a.sql", "create table a (id int);\n\ndrop table b;\n"));

        assertThat(unable(project, Dialect.POSTGRESQL))
                .matches("migration '1' \\(" + FLYWAY + "V1__a\\.sql:3\\) does not run: PostgreSQL [0-9.]+ refused it:"
                        + " table \"b\" does not exist \\(42P01\\), of 'drop table b'");
    }

    @Test
    void whatLiquibaseIsRefusedIsToldInTheSameWay() {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        files.put("db/changelog/changelog.sql", """
                --liquibase formatted sql
                --changeset ann:1
                drop table b;
                """);

        assertThat(unable(new Project("liquibase", files), Dialect.POSTGRESQL))
                .matches(
                        "migration 'db/changelog/changelog\\.sql::1::ann' \\(db/changelog/changelog\\.sql\\) does not run:"
                                + " PostgreSQL [0-9.]+ refused it: table \"b\" does not exist \\(42P01\\), of 'drop table b'");
    }

    @Test
    void aPlaceholderThatOnlyARunKnowsIsTold() {
        assertThat(unable(flyway(Map.of("V1__a.sql", "create table ${who} (id int);\n")), Dialect.POSTGRESQL))
                .startsWith("Flyway gives up: ")
                .contains("No value provided for placeholder: ${who}");
    }

    @Test
    void rolesThatMigrationsTakeForGrantedAreMadeBeforeAndTold() {
        Project project = dbmate(
                "create table a (id int);\ncreate role made;\ngrant select on a to reader, \"Other\", made;\n",
                "alter table a owner to keeper;\ndo $$ begin grant insert on a to hidden; end $$;\n");

        Answer.Built built = built(project, Dialect.POSTGRESQL);

        assertThat(built.how())
                .matches(
                        "2 migrations run on PostgreSQL [0-9.]+ by migtrue, with the roles Other, hidden, keeper, reader made"
                                + " for them");
        assertThat(built.schema().find(table("a")).orElseThrow().properties().keySet())
                .contains("granted to reader", "granted to hidden", "granted to made");
    }

    @Test
    void anExtensionThatTheServerLacksIsTold() {
        assertThat(unable(dbmate("create extension postgis;"), Dialect.POSTGRESQL))
                .contains("extension \"postgis\" is not available")
                .endsWith("a server that has the extension can be named with --scratch-server or --scratch-url");
    }

    @Test
    void tablesLieInTheSchemaThatIsHome() {
        AppliedProject plain = dbmate("create table a (id int);").applied(UnaryOperator.identity());
        AppliedProject making =
                dbmate("create schema app;\ncreate table a (id int);").applied(UnaryOperator.identity());
        ObjectId expected = ObjectId.of(ObjectKind.TABLE, Optional.of("app"), "a");

        for (AppliedProject project : List.of(plain, making)) {
            Answer answer = REPLAYS.replay(project, folder, Dialect.POSTGRESQL, "app");
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Built.class,
                            built -> assertThat(built.schema().find(expected)).isPresent());
        }
    }

    @Test
    void onlyWhatWasRunIsRunAndInTheOrderInWhichItWasRun() {
        Project project = flyway(Map.of(
                "V1__a.sql", "create table a (id int);\n",
                "V2__b.sql", "create table b as select x from a;\n",
                "V3__c.sql", "alter table a add x int;\n",
                "R__v.sql", "create or replace view v as select x from b;\n",
                "V4__d.sql", "create table d (id int);\n"));
        Answer answer = REPLAYS.replay(
                project.applied(all -> List.of(named("1", all), named("3", all), named("2", all), named("R__v", all))),
                folder,
                Dialect.POSTGRESQL);

        assertThat(answer).isInstanceOfSatisfying(Answer.Built.class, built -> {
            assertThat(built.how()).matches("4 migrations run on PostgreSQL [0-9.]+ by Flyway");
            assertThat(built.schema().find(table("b"))).isPresent();
            assertThat(built.schema().find(table("d"))).isEmpty();
        });
    }

    @Test
    void aBaselineStandsForAllThatItReplaced() {
        Project project = flyway(Map.of(
                "V1__a.sql", "create table a (id int);\n",
                "BASE2__all.sql", "create table a (id int);\ncreate table b (id int);\n",
                "V2__b.sql", "create table b (id int);\n",
                "V3__c.sql", "create table c (id int);\n",
                "flyway.conf", "flyway.baselineMigrationPrefix=BASE\nflyway.locations=filesystem:" + FLYWAY + "\n"));

        Answer.Built built = built(project, Dialect.POSTGRESQL);

        assertThat(built.schema().all().stream()
                        .filter(object -> object.id().kind() == ObjectKind.TABLE)
                        .map(object -> object.id().name()))
                .contains("a", "b", "c");
    }

    @Test
    void codeOfTheProjectIsNeverRunAndTold() {
        Project project = flyway(Map.of(
                "V1__a.sql", "create table a (id int);\n",
                "V2__B.java", "public class V2__B extends BaseJavaMigration { }",
                "beforeMigrate.sh", "touch " + folder.resolve("run") + "\n"));

        Answer.Built built = built(project, Dialect.H2);

        assertThat(built.how()).matches("1 migration run on H2 [0-9.]+ by Flyway, 1 not");
        assertThat(built.omissions())
                .containsExactly(
                        new Omission.Strangers("a migration is code of the project's own, which is never run: '2'"));
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void whatReachesOutOfTheDatabaseIsNotRun() {
        Project project = flyway(Map.of("V1__a.sql", "create alias run for \"java.lang.Runtime.exec\";\n"));

        assertThat(unable(project, Dialect.H2)).endsWith("does not run: 'create' reaches out of the database");
    }

    @Test
    void aProgramIsNotRunUnlessTheProjectSaysHow() {
        assertThat(unable(new Project("alembic", SampleProjects.alembic()), Dialect.SQLITE))
                .startsWith("migration 'a' (migrations/versions/a_people.py) does not run: ")
                .endsWith("; 'replayCommand' in migtrue.yaml may name the command that runs it");
    }

    @Test
    void whatWeTakeCodeForIsNotRunUnlessTheToolMakesTheSame() {
        assertThat(unable(rails("create_table(:people) { |t| t.string :name }"), Dialect.SQLITE))
                .startsWith(
                        "migration '20260101000000' (db/migrate/20260101000000_make.rb) does not run: which SQL its own"
                                + " tool makes of it is not known to the letter; 'replayCommand'");
    }

    @Test
    void sqlThatStandsInCodeWordForWordIsRun() {
        Answer.Built built = built(rails("execute \"CREATE TABLE people (name text DEFAULT '\\\"')\""), Dialect.SQLITE);

        assertThat(built.schema().text()).contains("people");
    }

    private static Project rails(String change) {
        return new Project(
                "rails",
                new LinkedHashMap<>(Map.of(
                        "db/migrate/20260101000000_make.rb",
                        "class Make < ActiveRecord::Migration[7.0]\n  def change\n    " + change + "\n  end\nend\n")));
    }

    @Test
    void aCommandFindsTheThrowAwayDatabaseAndNoOther() throws Exception {
        Project project = dbmate("create table a (id int);")
                .replayedBy(
                        "env > seen.txt; PGOPTIONS='' psql -q -c 'create table a (id int)' {url} && echo {version} > v.txt");
        REPLAYS.within(
                Map.of(
                        "PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""),
                        "DATABASE_URL", "postgresql://real:hunter2@db.example.com/real",
                        "OTHER_ADDRESS", "mysql://real:hunter2@db.example.com/real",
                        "APP_TOKEN", "hunter2",
                        "PGPASSWORD", "hunter2",
                        "LANGUAGE_OF_APP", "en"),
                Duration.ofMinutes(1));

        Answer.Built built = built(project, Dialect.POSTGRESQL);

        assertThat(built.schema().find(table("a"))).isPresent();
        assertThat(Files.readString(folder.resolve("v.txt"))).isEqualTo("1\n");
        assertThat(Files.readString(folder.resolve("seen.txt")))
                .contains("LANGUAGE_OF_APP=en", "DATABASE_URL=postgresql://postgres:")
                .doesNotContain("hunter2", "db.example.com");
    }

    @Test
    void aCommandThatFailsIsToldWithItsLastWordsAndWithoutSecrets() {
        Project project = dbmate("create table a (id int);")
                .replayedBy("echo one; echo cannot use $DATABASE_URL >&2; exit 7 # {version}");

        assertThat(unable(project, Dialect.POSTGRESQL))
                .matches(
                        "'replayCommand' ended with 7: one \\| cannot use postgresql://postgres:\\*\\*\\*@127\\.0\\.0\\.1:\\d+/scratch;"
                                + " it was run in .*");
    }

    @Test
    void aCommandThatDoesNotEndIsEndedWithAllThatItStarted() throws Exception {
        Project project = dbmate("create table a (id int);")
                .replayedBy("echo $$ > shell.txt; sleep 600 & echo $! > other.txt; wait; true {version}");
        REPLAYS.within(Map.of("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("")), Duration.ofSeconds(2));

        assertThat(unable(project, Dialect.SQLITE)).startsWith("'replayCommand' did not end within 2 s: ");
        for (String file : List.of("shell.txt", "other.txt")) {
            long process = Long.parseLong(Files.readString(folder.resolve(file)).strip());
            for (ProcessHandle left : ProcessHandle.of(process).stream().toList()) {
                left.onExit().get(30, TimeUnit.SECONDS);
            }
        }
        REPLAYS.within(Map.of("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("")), Duration.ofMinutes(1));
    }

    @Test
    void aCommandThatGoesElsewhereIsFoundOut() {
        assertThat(unable(dbmate("create table a (id int);").replayedBy("true {version}"), Dialect.SQLITE))
                .startsWith("'replayCommand' left the throw-away database empty");
    }

    @Test
    void aCommandThatWouldRunMoreThanWasAppliedIsNotRun() {
        Project project =
                dbmate("create table a (id int);", "create table b (id int);").replayedBy("touch run");
        AppliedProject first = project.applied(all -> all.subList(0, 1));

        assertThat(REPLAYS.replay(first, folder, Dialect.SQLITE))
                .isInstanceOfSatisfying(
                        Answer.Unable.class,
                        unable -> assertThat(unable.reason()).startsWith("migration '2' is not applied"));
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aCommandIsNotRunWhereMigrationsAreMissingThatItWouldNeed() {
        AppliedProject there =
                dbmate("create table a (id int);").replayedBy("touch run").applied(UnaryOperator.identity());
        AppliedProject elsewhere = new AppliedProject(
                there.layout(),
                there.copies().stream()
                        .map(copy -> new AppliedCopy(copy.migration(), Source.INDEX, copy.tree()))
                        .toList(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());

        assertThat(REPLAYS.replay(elsewhere, folder, Dialect.SQLITE))
                .isEqualTo(new Answer.Unable("migration '1' is not in the working tree, where 'replayCommand' is run"));
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void progressIsTold() {
        List<String> told = new ArrayList<>();
        REPLAYS.telling((done, all) -> told.add(done + "/" + all));

        built(dbmate("create table a (id int);", "create table b (id int);"), Dialect.SQLITE);

        REPLAYS.telling((done, all) -> {});
        assertThat(told).containsExactly("0/2", "1/2", "2/2");
    }

    private Answer.Built built(Project project, Dialect dialect) {
        project.write(folder);
        Answer answer = REPLAYS.replay(project, folder, dialect);
        assertThat(answer).isInstanceOf(Answer.Built.class);
        return (Answer.Built) answer;
    }

    private String unable(Project project, Dialect dialect) {
        project.write(folder);
        Answer answer = REPLAYS.replay(project, folder, dialect);
        assertThat(answer).isInstanceOf(Answer.Unable.class);
        return ((Answer.Unable) answer).reason();
    }

    private static ObjectId table(String name) {
        return ObjectId.of(ObjectKind.TABLE, Optional.of("public"), name);
    }

    private static Migration named(String id, List<Migration> all) {
        return all.stream()
                .filter(migration -> migration.id().value().equals(id)
                        || migration.at().path().name().startsWith(id + "."))
                .findFirst()
                .orElseThrow();
    }

    private static Project dbmate(String... scripts) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < scripts.length; i++) {
            files.put(
                    "db/migrations/%d_x.sql".formatted(i + 1),
                    "-- migrate:up" + (scripts[i].startsWith("\n") ? "" : "\n") + scripts[i] + "\n-- migrate:down\n");
        }
        return new Project("dbmate", files);
    }

    private static Project flyway(Map<String, String> scripts) {
        SequencedMap<String, String> files = new LinkedHashMap<>();
        scripts.forEach((name, text) -> files.put(name.endsWith(".conf") ? name : FLYWAY + name, text));
        return new Project("flyway", files);
    }
}
