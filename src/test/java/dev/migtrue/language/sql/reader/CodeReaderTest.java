package dev.migtrue.language.sql.reader;

import static dev.migtrue.language.sql.Dialect.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.ddl.Step;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeReaderTest {

    private static Code code(Dialect dialect, String text) {
        Action action =
                StatementReader.read(Script.of(text, dialect).statements().getFirst());
        Body body = switch (action) {
            case Action.Block block -> block.body();
            case Action.Create create -> body(create.definition());
            default -> throw new IllegalArgumentException(text);
        };
        return CodeReader.read(text, body, dialect);
    }

    private static Body body(Definition definition) {
        return switch (definition) {
            case Definition.Routine routine -> routine.body().orElseThrow();
            case Definition.Trigger trigger -> trigger.body().orElseThrow();
            default -> throw new IllegalArgumentException(definition.toString());
        };
    }

    private static String told(Code code) {
        return told(code.steps())
                + code.handlers().stream()
                        .map(handler ->
                                " !" + handler.conditions() + (handler.goesOn() ? "+" : "") + told(handler.steps()))
                        .collect(Collectors.joining());
    }

    private static String told(List<Step> steps) {
        return steps.stream().map(CodeReaderTest::told).collect(Collectors.joining("; ", "{", "}"));
    }

    private static String told(Step step) {
        return switch (step) {
            case Step.Run run -> Told.of(run.action());
            case Step.Choice choice ->
                choice.branches().stream()
                                .map(branch -> "if " + tests(branch) + told(branch.steps()))
                                .collect(Collectors.joining(" "))
                        + (choice.otherwise().isEmpty() ? "" : " else " + told(choice.otherwise()));
            case Step.Loop loop -> "loop " + told(loop.steps());
            case Step.Inner inner -> told(inner.code());
            case Step.Other other -> "~";
        };
    }

    private static String tests(Step.Branch branch) {
        List<Query.Test> tests = branch.test().tests();
        return tests.isEmpty()
                ? "(" + branch.condition() + ")"
                : tests.stream()
                        .map(test -> test.expected() + "" + test.query().tables())
                        .toList()
                        .toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "POSTGRESQL | DO $$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_object OR others THEN NULL; END $$ | {create type m [a]} ![duplicate_object, others]{~}",
                "POSTGRESQL | DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_class WHERE a) THEN DROP TABLE t; ELSIF b THEN c := 1; ELSE PERFORM f(); END IF; END $$ | {if [NO_ROW[pg_class]]{drop table t} if (b){~} else {select from []}}",
                "POSTGRESQL | DO $$ DECLARE r text := 'BEGIN'; BEGIN FOR r IN SELECT 1 LOOP EXECUTE 'DROP TABLE t'; EXECUTE format('x %I', r); END LOOP; END $$ | {~; {loop {dynamic 'DROP TABLE t' text; dynamic format ( 'x %I' , r )}}}",
                "POSTGRESQL | DO $$ <<l>> BEGIN BEGIN DROP TABLE a; EXCEPTION WHEN SQLSTATE '42P01' THEN RAISE NOTICE 'x;'; END; DROP TABLE b; END l $$ | {{drop table a} ![sqlstate '42p01']{~}; drop table b}",
                "POSTGRESQL | DO 'BEGIN CREATE TABLE t (a text DEFAULT ''x;''); END' | {create table t (a text DEFAULT)}",
                "POSTGRESQL | CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN CASE a WHEN 1 THEN DROP TABLE t; ELSE NULL; END CASE; RETURN NEW; END $$ | {if (CASE a WHEN 1 THEN){drop table t} else {~}; ~}",
                "ORACLE | BEGIN EXECUTE IMMEDIATE 'CREATE TABLE t (a int)'; EXCEPTION WHEN OTHERS THEN IF SQLCODE != -955 THEN RAISE; END IF; END; | {dynamic 'CREATE TABLE t (a int)' text} ![others]{if (SQLCODE != - 955){~}}",
                "ORACLE | DECLARE n NUMBER; BEGIN SELECT COUNT(*) INTO n FROM user_tables; IF n = 0 THEN DELETE FROM t; END IF; END; | {select from [USER_TABLES] N; if (n = 0){delete [T]}}",
                "MYSQL | CREATE PROCEDURE p() BEGIN DECLARE x INT; DECLARE CONTINUE HANDLER FOR 1060, SQLEXCEPTION BEGIN END; ALTER TABLE t ADD a int; END | {alter table t: +a integer} ![1060, sqlexception]+{{}}",
                "MYSQL | CREATE PROCEDURE p() BEGIN IF NOT EXISTS (SELECT 1 FROM c) THEN DROP TABLE t; END IF; l: LOOP SET a = 1; LEAVE l; END LOOP l; WHILE b DO DROP TABLE u; END WHILE; REPEAT DROP TABLE v; UNTIL d END REPEAT; END | {if [NO_ROW[c]]{drop table t}; loop {set a 1; ~}; loop {drop table u}; loop {drop table v}}",
                "MYSQL | CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1 | {set new.a 1}",
                "SQLITE | CREATE TRIGGER tr AFTER INSERT ON t BEGIN UPDATE t SET a = CASE WHEN b THEN 1 END; DELETE FROM u; END | {update [t] [a]=CASE WHEN b THEN 1 END; delete [u]}",
                "SQL_SERVER | IF OBJECT_ID('t') IS NULL CREATE TABLE t (a int) ELSE PRINT 'x' | {if (OBJECT_ID ( 't' ) IS NULL){create table t (a integer)} else {PRINT []}}",
                "SQL_SERVER | IF NOT EXISTS (SELECT 1 FROM sys.indexes)~BEGIN~CREATE INDEX i ON t (a)~DROP TABLE u~END | {if [NO_ROW[sys.indexes]]{{create index i on t(a); drop table u}}}",
                "SQL_SERVER | BEGIN TRY DROP TABLE t; END TRY BEGIN CATCH PRINT 'x'; END CATCH | {drop table t} ![others]{PRINT []}"
            })
    void saysWhatIsRunUnderWhichConditions(Dialect dialect, String text, String expected) {
        assertThat(told(code(dialect, text.replace('~', '\n')))).isEqualTo(expected);
    }

    @Test
    void placesAreThoseInTheWholeText() {
        String text = "select 1;\ndo 'begin drop table a; insert into b values (''x''); end'";
        Body body = ((Action.Block) StatementReader.read(
                        Script.of(text, POSTGRESQL).statements().getLast()))
                .body();
        assertThat(CodeReader.read(text, body, POSTGRESQL).steps())
                .extracting(step -> step.place().in(text))
                .containsExactly("drop table a", "insert into b values (''x'')");
    }

    @Test
    void codeThatEndsTooEarlyIsReadAsFarAsItGoes() {
        String text = "begin if a then drop table t; case";
        Body body = new Body(new Place(0, text.length()), false, java.util.Optional.of("plpgsql"));
        assertThat(told(CodeReader.read(text, body, POSTGRESQL))).isEqualTo("{if (a){drop table t; }}");
    }
}
