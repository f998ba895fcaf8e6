package dev.migtrue.language.sql;

import static dev.migtrue.language.sql.Dialect.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SplitterTest {

    private static List<String> statements(Dialect dialect, String text) {
        return Script.of(text, dialect).statements().stream()
                .map(statement -> statement.text().replace("\n", "~"))
                .toList();
    }

    /** In the table, {@code ~} is the end of a line and {@code ¶} what stands between two statements. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "POSTGRESQL | select 1; select 2                           | select 1; ¶ select 2",
                "POSTGRESQL | select $$a;b$$; select $x$ $$; $x$;          | select $$a;b$$; ¶ select $x$ $$; $x$;",
                "POSTGRESQL | select 1 /* a; /* b; */ c; */; select 2;     | select 1 /* a; /* b; */ c; */; ¶ select 2;",
                "POSTGRESQL | select E'it\\'s; ' , 'a\\'; select 2;        | select E'it\\'s; ' , 'a\\'; ¶ select 2;",
                "POSTGRESQL | select U&'\\0061;'; select U&\"x;\";         | select U&'\\0061;'; ¶ select U&\"x;\";",
                "POSTGRESQL | create rule r as on insert to t do (a; b); c; | create rule r as on insert to t do (a; b); ¶ c;",
                "POSTGRESQL | create function f() returns int begin atomic select case when a then b end; end; x; | create function f() returns int begin atomic select case when a then b end; end; ¶ x;",
                "POSTGRESQL | copy t from stdin;~1;2~\\.~select 1;         | copy t from stdin; ¶ select 1;",
                "POSTGRESQL | copy t from stdin;~select 1;                 | copy t from stdin; ¶ select 1;",
                "POSTGRESQL | \\connect a;b~select 1 \\gexec~select 2;     | select 1 ¶ select 2;",
                "POSTGRESQL | select $1, a$b$ from t; select 2;            | select $1, a$b$ from t; ¶ select 2;",
                "POSTGRESQL | select ${a;b}; x                             | select ${a; ¶ b}; ¶ x",
                "POSTGRESQL | -- +goose StatementBegin~a; b;~-- +goose StatementEnd~c; | a; ¶ b; ¶ c;",
                "MYSQL      | -- +goose StatementBegin~create procedure p() begin a; b; end; c;~-- +goose StatementEnd~d; | create procedure p() begin a; b; end; ¶ c; ¶ d;",
                "POSTGRESQL | create table a ()~--> statement-breakpoint~create table b (); | create table a () ¶ create table b ();",
                "POSTGRESQL | --changeset x:1 splitStatements:false~a; b;~--changeset x:2~c; d; | a; ¶ b; ¶ c; ¶ d;",
                "POSTGRESQL | --changeset x:1 endDelimiter:@@~a; b@@ c;@@  | a; b@@ ¶ c;@@",
                "POSTGRESQL | a;;; ; b;                                    | a; ¶ b;",
                "MYSQL      | select 5--3; select 1 -- x; y~; z            | select 5--3; ¶ select 1 -- x; y~; ¶ z",
                "MYSQL      | select 1 # a; b~; select \"a;b\"; x          | select 1 # a; b~; ¶ select \"a;b\"; ¶ x",
                "MYSQL      | select 'it\\'s;'; select `a;b`;              | select 'it\\'s;'; ¶ select `a;b`;",
                "MYSQL      | /*!40101 SET a=1; */ b; /*M! c; */ d;        | SET a=1; ¶ b; ¶ d;",
                "MARIADB    | /*!50701 a; */ b; /*M!100100 c; */ d;        | b; ¶ c; ¶ d;",
                "MYSQL      | DELIMITER //~create procedure p() begin a; end//~DELIMITER ;~b; | create procedure p() begin a; end// ¶ b;",
                "MYSQL      | DELIMITER $$~begin a; END$$~c$$              | begin a; END$$ ¶ c$$",
                "MYSQL      | create procedure p() begin if a then b; else if c then d; end if; end if; end; x; | create procedure p() begin if a then b; else if c then d; end if; end if; end; ¶ x;",
                "MYSQL      | create trigger t before insert on a for each row begin set x = if(1,2,3); case y when 1 then z; end case; end; w; | create trigger t before insert on a for each row begin set x = if(1,2,3); case y when 1 then z; end case; end; ¶ w;",
                "MYSQL      | create definer=`a`@`b` trigger t before insert on a for each row set new.b = 1; x; | create definer=`a`@`b` trigger t before insert on a for each row set new.b = 1; ¶ x;",
                "MYSQL      | create table event (begin int); x;            | create table event (begin int); ¶ x;",
                "MYSQL      | begin; a; commit;                             | begin; ¶ a; ¶ commit;",
                "MARIADB    | if 1 then a; end if; begin not atomic b; end; begin; c; | if 1 then a; end if; ¶ begin not atomic b; end; ¶ begin; ¶ c;",
                "SQLITE     | create trigger t after insert on a begin update b set c = case when d then e end; end; x; | create trigger t after insert on a begin update b set c = case when d then e end; end; ¶ x;",
                "SQLITE     | create table [a;b] (`c;d` int); begin; x;     | create table [a;b] (`c;d` int); ¶ begin; ¶ x;",
                "SQLITE     | .read a;b~select 1;                          | select 1;",
                "SQL_SERVER | create table [a]];b] (c int)~GO~select 1~go 2~x | create table [a]];b] (c int) ¶ select 1 ¶ x",
                "SQL_SERVER | create proc p as select 1; select 2~GO~x;    | create proc p as select 1; select 2 ¶ x;",
                "SQL_SERVER | create table a (b int)~alter table a~  add c int~insert into a~select 1~drop table a | create table a (b int) ¶ alter table a~  add c int ¶ insert into a~select 1 ¶ drop table a",
                "SQL_SERVER | if object_id('a') is null~begin~  create table a (b int);~end~else~  print 'x'~print 'y' | if object_id('a') is null~begin~  create table a (b int);~end~else~  print 'x' ¶ print 'y'",
                "SQL_SERVER | if 1 = 1 select 1; else select 2; x           | if 1 = 1 select 1; else select 2; ¶ x",
                "SQL_SERVER | begin tran~update a~set b = 1~commit          | begin tran ¶ update a~set b = 1 ¶ commit",
                "SQL_SERVER | begin try~a;~end try~begin catch~b;~end catch~print 1 | begin try~a;~end try~begin catch~b;~end catch ¶ print 1",
                "ORACLE     | select q'[it's; ]' from dual; x;              | select q'[it's; ]' from dual; ¶ x;",
                "ORACLE     | begin a; end;~/~select 1 from dual~/~x         | begin a; end; ¶ select 1 from dual ¶ x",
                "ORACLE     | declare b number; begin if a then c; end if; loop d; end loop; end; x; | declare b number; begin if a then c; end if; loop d; end loop; end; ¶ x;",
                "ORACLE     | create package body p as procedure q is r number; begin s; end q; begin t; end p; x; | create package body p as procedure q is r number; begin s; end q; begin t; end p; ¶ x;",
                "ORACLE     | create function f return number is begin return case a when b then c end; end; x; | create function f return number is begin return case a when b then c end; end; ¶ x;",
                "ORACLE     | create type t as object (a number, member function f return number); x; | create type t as object (a number, member function f return number); ¶ x;",
                "ORACLE     | <<l>> declare a number; begin b; end; x;      | <<l>> declare a number; begin b; end; ¶ x;",
                "ORACLE     | set define off~prompt it's; so~set role a;    | set role a;",
                "H2         | create alias a as $$ b; c; $$; x;              | create alias a as $$ b; c; $$; ¶ x;",
                "ANSI       | create trigger t begin a; b; end; select `c;d`; | create trigger t begin a; b; end; ¶ select `c;d`;"
            })
    void statementsEndWhereTheDatabaseEndsThem(Dialect dialect, String text, String expected) {
        assertThat(statements(dialect, text.replace('~', '\n'))).containsExactly(expected.split(" ¶ ", -1));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void whatNothingEndsGoesOnToTheEndOfTheText(Dialect dialect) {
        assertThat(statements(dialect, "select 1; select 'a;")).containsExactly("select 1;", "select 'a;");
        assertThat(statements(dialect, "select 1; /* a; b")).containsExactly("select 1;");
        assertThat(statements(dialect, "")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsBlank() {
        assertThat(statements(MYSQL, "\uFEFFselect 1;")).containsExactly("select 1;");
    }

    @Test
    void saysHowAStatementEnds() {
        assertThat(Script.of("a; b\nGO\nselect c\nselect d", SQL_SERVER).statements())
                .extracting(Statement::ending)
                .containsExactly(
                        Statement.Ending.MARK,
                        Statement.Ending.COMMAND,
                        Statement.Ending.NEXT,
                        Statement.Ending.SCRIPT);
    }

    @Test
    void linesForTheClientAreCommands() {
        assertThat(Script.of("\\connect db\nselect 1;", POSTGRESQL).pieces())
                .filteredOn(Piece.Command.class::isInstance)
                .extracting(piece -> ((Piece.Command) piece).word() + " " + ((Piece.Command) piece).rest())
                .containsExactly("\\connect db");
    }

    @Test
    void commentsForAToolAreMarks() {
        String text = "-- migrate:up transaction:false\na;\n-- migrate:down\nb;\n--changeset me:1 runOnChange:true\nc;";
        assertThat(Script.of(text, POSTGRESQL).pieces())
                .filteredOn(Piece.Mark.class::isInstance)
                .extracting(piece -> ((Piece.Mark) piece).marker().tool() + " "
                        + ((Piece.Mark) piece).marker().word())
                .containsExactly("DBMATE up", "DBMATE down", "LIQUIBASE changeset");
        Marker first = ((Piece.Mark) Script.of(text, POSTGRESQL).pieces().getFirst()).marker();
        assertThat(first.options()).containsEntry("transaction", "false");
    }

    @Test
    void commentsForPeopleAreNoMarks() {
        String text = "select 1 -- changeset of last week\n, 2 -- goose up\n;";
        assertThat(statements(POSTGRESQL, text)).hasSize(1);
    }

    @Test
    void placesCountCharsAndSpansCountCodePoints() {
        Script script = Script.of("select '\uD83D\uDE00';\r\n  select 2;", POSTGRESQL);
        Place second = script.statements().getLast().place();
        assertThat(second).isEqualTo(new Place(16, 25));
        assertThat(script.span(second)).isEqualTo(new Span(2, 3, 2, 12));
        assertThat(script.span(script.statements().getFirst().place())).isEqualTo(new Span(1, 1, 1, 12));
    }

    @Test
    void aBodyIsReadInItsPlace() {
        String text = "do $$ begin; end $$;";
        Script body = Script.within(text, new Place(5, 17), POSTGRESQL);
        assertThat(body.statements()).extracting(Statement::text).containsExactly("begin;", "end");
        assertThat(body.statements().getFirst().place()).isEqualTo(new Place(6, 12));
    }

    @Test
    void clausesAreEqualWhenTheirWordsAre() {
        Statement one = Script.of("SELECT  A /* x */ FROM \"T\"", POSTGRESQL)
                .statements()
                .getFirst();
        Statement other =
                Script.of("select a\nfrom \"T\"", POSTGRESQL).statements().getFirst();
        Statement third =
                Script.of("select a from \"t\"", POSTGRESQL).statements().getFirst();
        assertThat(one.clause()).isEqualTo(other.clause()).hasSameHashCodeAs(other.clause());
        assertThat(one.clause()).isNotEqualTo(third.clause());
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, Users, users, Users",
        "POSTGRESQL, ÄRGER, Ärger, ÄRGER",
        "ORACLE, Users, USERS, Users",
        "SQLITE, Users, users, users",
        "MYSQL, Users, Users, Users"
    })
    void namesAreFoldedAsTheDialectFoldsThem(Dialect dialect, String written, String plain, String quoted) {
        assertThat(dialect.names().plain(written)).isEqualTo(plain);
        assertThat(dialect.names().quoted(written)).isEqualTo(quoted);
    }

    @Test
    void postgresCutsNamesAfter63BytesBetweenTwoCharacters() {
        assertThat(POSTGRESQL.names().plain("a".repeat(70))).isEqualTo("a".repeat(63));
        assertThat(POSTGRESQL.names().quoted("a" + "é".repeat(40))).isEqualTo("a" + "é".repeat(31));
    }
}
