package dev.migtrue.language.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What SQL texts sound like. */
class AccentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "POSTGRESQL | create table t (id bigserial, at timestamptz)",
                "POSTGRESQL | do $$ begin null; end $$;",
                "POSTGRESQL | select '1'::int",
                "MYSQL | create table `t` (id int auto_increment) engine = InnoDB",
                "MYSQL | alter table t modify column c int unsigned",
                "MARIADB | create table t (id int auto_increment) with system versioning",
                "SQLITE | create table t (id integer primary key autoincrement)",
                "SQLITE | pragma foreign_keys = off",
                "SQL_SERVER | create table [dbo].[t] ([id] int identity(1,1))",
                "SQL_SERVER | if object_id('t') is null select 1",
                "ORACLE | create table t (id number(10), name varchar2(20))",
                "H2 | create table t (name varchar_ignorecase)"
            })
    void eachHasWordsOfItsOwn(Dialect dialect, String text) {
        assertThat(of(text)).contains(dialect);
    }

    @Test
    void whatIsNoneOfTheseSoundsLikeNone() {
        assertThat(of("create table `t` (`n` Nullable(String)) engine = MergeTree order by n"))
                .isEmpty();
    }

    @Test
    void wordsInCommentsAndStringsSayNothing() {
        assertThat(of("-- serial auto_increment\nselect 'jsonb', 'it''s serial' /* pragma x */"))
                .isEmpty();
    }

    @Test
    void whatAllUnderstandSaysNothing() {
        assertThat(of("create table t (id int primary key, name varchar(20))")).isEmpty();
    }

    @Test
    void asMuchForOneAsForAnotherSaysNothing() {
        assertThat(of("create table t (id serial); create table u (id int auto_increment)"))
                .isEmpty();
    }

    @Test
    void theTellingWordIsNamed() {
        assertThat(Accent.of(List.of("create table t (id  bigserial)"))
                        .orElseThrow()
                        .sign())
                .isEqualTo("'BIGSERIAL'");
    }

    private static Optional<Dialect> of(String text) {
        return Accent.of(List.of(text)).map(Accent::dialect);
    }
}
