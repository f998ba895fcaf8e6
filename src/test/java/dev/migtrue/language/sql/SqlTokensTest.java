package dev.migtrue.language.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokensTest {

    @Test
    void whiteSpaceIsNoToken() {
        assertThat(SqlTokens.of("select a , b\n\tfrom\r\n t;").orElseThrow().withComments())
                .containsExactly("select", "a", ",", "b", "from", "t", ";");
    }

    @Test
    void commentsCanBeLeftOut() {
        SqlTokens tokens = SqlTokens.of("-- one  line\nselect 1 /* in\n between */; --end\n--")
                .orElseThrow();
        assertThat(tokens.withComments())
                .containsExactly("-- one line", "select", "1", "/* in between */", ";", "--end", "--");
        assertThat(tokens.withoutComments()).containsExactly("select", "1", ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a  -- b'",
                "'it''s  /* no */ comment'",
                "\"a  b\"",
                "`a  b`",
                "E'a  b'",
                "$$ begin  -- kept\n end $$",
                "$body$ a  $$ b $body$",
                "'a\n\n b'",
                "/*! create  table t (id int) */",
                "/*+ index(t  i) */"
            })
    void whatIsQuotedOrReadIsOneTokenAsItStands(String quoted) {
        assertThat(SqlTokens.of("x " + quoted + " ;").orElseThrow().withoutComments())
                .containsExactly("x", quoted, ";");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5|1 .5",
                "a::int|a: :int",
                "x >= 1|x > = 1",
                "E'a'|E 'a'",
                "pre_${x}post|pre_${x} post",
                "a$b$ c $b$|a $b$ c $b$",
                "'ab'|'a b'",
                "a--1\n|a- -1\n",
                "select ab|select a/**/b"
            })
    void whereWhiteSpaceMattersTheTokensDiffer(String pair) {
        String one = pair.substring(0, pair.indexOf('|'));
        String other = pair.substring(pair.indexOf('|') + 1);
        assertThat(SqlTokens.of(one).map(SqlTokens::withoutComments))
                .isNotEqualTo(SqlTokens.of(other).map(SqlTokens::withoutComments));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values ('it\\'s  ', 'a');",
                "select 5--3",
                "select 1 # it's\n;",
                "/* a /* b */ c */ select 1",
                "select q'[it's]' from dual",
                "select [a  b] from t",
                "select 'a' 'b'",
                "select 'open",
                "/* open",
                "$$ open",
                "copy t from stdin;\na\t'b\n\\.\n",
                "select 1\ngo\n",
                "DELIMITER //\nselect 1//",
                "begin null; end;\n/\n",
                "rem it's\nselect 1;",
                "--liquibase formatted sql\n--changeset a:1\nselect 1;",
                "select 1; -- a\rdrop table t;"
            })
    void whereDialectsDisagreeNothingIsRead(String script) {
        assertThat(SqlTokens.of(script)).isEmpty();
    }
}
