package dev.migtrue.language.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.UpPart;
import dev.migtrue.language.sql.rerun.Chronicle;
import dev.migtrue.language.sql.rerun.Server;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Optional<String> PUBLIC = Optional.of("public");
    private static final ObjectId PEOPLE = ObjectId.of(ObjectKind.TABLE, PUBLIC, "people");

    /** Migrations of PostgreSQL, called by their numbers from 1 on. */
    private static Chronicle told(Chronicle.Beginning beginning, String... migrations) {
        Chronicle chronicle = new Chronicle(Server.of(Dialect.POSTGRESQL), beginning);
        for (int at = 0; at < migrations.length; at++) {
            String id = String.valueOf(at + 1);
            chronicle.tell(
                    new MigrationId(id),
                    new RepoPath(id + ".sql"),
                    UpPart.program(migrations[at], Dialect.POSTGRESQL, Mode.ONE_TRANSACTION));
        }
        return chronicle;
    }

    private static Assessment of(Schema live, String... migrations) {
        return of(live, told(Chronicle.Beginning.EMPTY, migrations));
    }

    private static Assessment of(Schema live, Chronicle chronicle) {
        return Account.of(chronicle, Dialect.POSTGRESQL, "public", Account.Scope.ALL)
                .against(live);
    }

    private static Schema schema(ObjectId... ids) {
        return Schema.of(Arrays.stream(ids)
                .map(id -> new SchemaObject(id, new LinkedHashMap<>()))
                .toList());
    }

    private static ObjectId part(ObjectKind kind, String name) {
        return ObjectId.part(kind, PEOPLE, name);
    }

    private static List<String> lost(Assessment assessment) {
        return assessment.lost().stream()
                .map(lost -> lost.object() + " by " + lost.origin().migration())
                .toList();
    }

    @Test
    void aLostTableIsTellingEnoughOfItsParts() {
        Assessment assessment = of(
                schema(),
                "create table people (id bigint primary key, name text)",
                "create index by_name on people (name)");

        assertThat(lost(assessment)).containsExactly("table public.people by 1");
    }

    @Test
    void aLostColumnIsThatOfTheMigrationThatAddedIt() {
        Assessment assessment = of(
                schema(PEOPLE, part(ObjectKind.COLUMN, "id")),
                "create table people (id bigint)",
                "alter table people add column name text");

        assertThat(lost(assessment)).containsExactly("column public.people.name by 2");
        assertThat(assessment.unexplained()).isEmpty();
    }

    @Test
    void whatALaterMigrationTookBackIsNotLost() {
        Assessment assessment = of(
                schema(PEOPLE, part(ObjectKind.COLUMN, "id")),
                "create table people (id bigint, name text)",
                "alter table people drop column name",
                "create table extra (a int)",
                "drop table extra");

        assertThat(lost(assessment)).isEmpty();
        assertThat(assessment.unexplained()).isEmpty();
    }

    @Test
    void whatWasRenamedIsLookedForUnderItsNewName() {
        Assessment assessment = of(
                schema(PEOPLE, part(ObjectKind.COLUMN, "title")),
                "create table persons (name text)",
                "alter table persons rename to people",
                "alter table people rename column name to title");

        assertThat(lost(assessment)).isEmpty();
        assertThat(assessment.unexplained()).isEmpty();
        assertThat(assessment.origin(PEOPLE).orElseThrow().migration()).isEqualTo(new MigrationId("2"));
    }

    @Test
    void whatNoMigrationMakesIsUnexplained() {
        Assessment assessment = of(
                schema(PEOPLE, part(ObjectKind.COLUMN, "id"), part(ObjectKind.COLUMN, "hot_fix")),
                "create table people (id bigint)");

        assertThat(assessment.unexplained()).containsExactly(part(ObjectKind.COLUMN, "hot_fix"));
        assertThat(assessment.expected().find(part(ObjectKind.COLUMN, "hot_fix")))
                .isEmpty();
    }

    @Test
    void ofWhatStandsUnderAnOpenConditionNothingIsSaid() {
        String open = """
                create table people (id bigint);
                do $$ begin
                  if current_setting('app.wide') = 'yes' then
                    alter table people add column wide text;
                  end if;
                end $$;
                """;

        assertThat(lost(of(schema(PEOPLE, part(ObjectKind.COLUMN, "id")), open)))
                .isEmpty();
        assertThat(of(schema(PEOPLE, part(ObjectKind.COLUMN, "id"), part(ObjectKind.COLUMN, "wide")), open)
                        .unexplained())
                .isEmpty();
    }

    @Test
    void aQuestionWhoseAnswerIsKnownIsAnswered() {
        Assessment assessment =
                of(schema(PEOPLE, part(ObjectKind.COLUMN, "id")), "create table people (id bigint)", """
                do $$ begin
                  if not exists (select from information_schema.columns where table_name = 'people' and column_name = 'nick') then
                    alter table people add column nick text;
                  end if;
                end $$;
                """);

        assertThat(lost(assessment)).containsExactly("column public.people.nick by 2");
    }

    @Test
    void aTextThatIsPutTogetherMayHaveMadeAnyTable() {
        ObjectId part = ObjectId.of(ObjectKind.TABLE, PUBLIC, "part_7");
        ObjectId view = ObjectId.of(ObjectKind.VIEW, PUBLIC, "seven");
        Assessment assessment = of(
                schema(PEOPLE, part, view),
                "create table people ()",
                "do $$ begin for n in 1..9 loop execute format('create table part_%s ()', n); end loop; end $$");

        assertThat(assessment.unexplained()).containsExactly(view);
        assertThat(assessment.silent().get(part)).isEqualTo("how often a loop runs in 2.sql");
    }

    @Test
    void ofATextThatNobodyUnderstandsTheNamedTablesAreOpen() {
        Chronicle chronicle =
                told(Chronicle.Beginning.EMPTY, "create table people (id bigint)", "create table orders ()");
        chronicle.tell(new MigrationId("3"), new RepoPath("V3.java"), "statement.execute(drop + \" people\")");

        assertThat(lost(of(schema(), chronicle))).containsExactly("table public.orders by 2");
    }

    @Test
    void beforeABaselineNobodyKnowsWhatATableHad() {
        Chronicle chronicle =
                told(Chronicle.Beginning.UNKNOWN, "create table if not exists people (id bigint, name text)");

        assertThat(lost(of(schema(PEOPLE, part(ObjectKind.COLUMN, "id")), chronicle)))
                .isEmpty();
    }

    @Test
    void whatTheServerNamesIsCountedAndNotNamed() {
        String two = "create table people (a int check (a > 0), b int, check (a > b))";
        ObjectId one = part(ObjectKind.CHECK_CONSTRAINT, "people_a_check");
        ObjectId other = part(ObjectKind.CHECK_CONSTRAINT, "people_check");
        ObjectId[] columns = {PEOPLE, part(ObjectKind.COLUMN, "a"), part(ObjectKind.COLUMN, "b")};

        assertThat(lost(of(schema(columns[0], columns[1], columns[2], one, other), two)))
                .isEmpty();
        assertThat(lost(of(schema(columns[0], columns[1], columns[2], other), two)))
                .containsExactly("check constraint public.people.people_a_check by 1");
    }

    @Test
    void otherSchemasAreOfOthers() {
        ObjectId foreign = ObjectId.of(ObjectKind.TABLE, Optional.of("cron"), "jobs");
        Assessment assessment = of(schema(PEOPLE, foreign), "create table people ()");

        assertThat(assessment.unexplained()).isEmpty();
        assertThat(assessment.silent()).containsKey(foreign);
    }

    @Test
    void whatIsMadeAndGoneInAnotherSchemaIsFoundThere() {
        ObjectId entries = ObjectId.of(ObjectKind.TABLE, Optional.of("audit"), "entries");
        Assessment assessment = of(
                schema(entries),
                "create schema audit; set search_path = audit; create table entries ()",
                "create table audit.more ()");

        assertThat(lost(assessment)).contains("table audit.more by 2").doesNotContain("table audit.entries by 1");
    }

    private static Schema column(String name, String type, String nullable) {
        LinkedHashMap<String, String> properties = new LinkedHashMap<>();
        properties.put("type", type);
        properties.put("nullable", nullable);
        return Schema.of(List.of(
                new SchemaObject(PEOPLE, new LinkedHashMap<>()),
                new SchemaObject(part(ObjectKind.COLUMN, name), properties)));
    }

    private static String expected(Assessment assessment, String property) {
        return assessment
                .expected()
                .find(part(ObjectKind.COLUMN, "id"))
                .orElseThrow()
                .properties()
                .getOrDefault(property, "none");
    }

    @Test
    void aColumnIsToBeAsItWasWrittenLast() {
        Assessment assessment = of(
                column("id", "integer", "yes"),
                "create table people (id int4 not null)",
                "alter table people alter id type varchar(20)",
                "alter table people alter id set default 'x'");

        assertThat(expected(assessment, "type")).isEqualTo("character varying(20)");
        assertThat(expected(assessment, "nullable")).isEqualTo("no");
        assertThat(assessment.decided().get(part(ObjectKind.COLUMN, "id"))).contains("default");
    }

    @Test
    void whetherAColumnIsRequiredThatWasAKeyNobodyKnows() {
        Assessment assessment = of(
                column("id", "integer", "no"),
                "create table people (id int primary key)",
                "alter table people drop constraint people_pkey");

        assertThat(assessment.decided().get(part(ObjectKind.COLUMN, "id"))).isEmpty();
    }

    @Test
    void whatACatalogueWasToldByHandNobodyKnows() {
        Assessment assessment = of(
                column("id", "bigint", "yes"),
                "create table people (id int)",
                "update pg_attribute set atttypmod = 24 where attname = 'id'");

        assertThat(expected(assessment, "type")).isEqualTo("bigint");
    }

    @Test
    void whatCodeWordsIsThereAndIsNotCompared() {
        Chronicle chronicle = told(Chronicle.Beginning.EMPTY);
        chronicle.tell(
                new MigrationId("1"),
                new RepoPath("a1.py"),
                new dev.migtrue.language.sql.program.Program(
                        Dialect.POSTGRESQL,
                        Mode.ONE_TRANSACTION,
                        List.of(new dev.migtrue.language.sql.program.Operation.Called(
                                "create table people (id integer)", dev.migtrue.model.Span.START))));

        Assessment assessment = of(column("id", "bigint", "yes"), chronicle);

        assertThat(assessment.unexplained()).isEmpty();
        assertThat(expected(assessment, "type")).isEqualTo("bigint");
    }
}
