package dev.migtrue.report.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    varchar(50)           | varchar(60)
                    CHARACTER VARYING(10) | CHARACTER VARYING(20)
                    int                   | bigint
                    int unsigned          | bigint unsigned
                    INTEGER               | BIGINT
                    text                  | longtext
                    decimal(10,2)         | decimal(12,2)
                    NUMERIC(10, 2)        | NUMERIC(12, 4)
                    TIMESTAMP(3)          | TIMESTAMP(6)
                    enum('a','b')         | enum('a','b','c')
                    json                  | json
                    """)
    void whatLosesNothing(String from, String to) {
        assertThat(Widening.isSafe(from, to)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    varchar(60)           | varchar(50)
                    varchar(60)           | char(60)
                    bigint                | int
                    int                   | int unsigned
                    int                   | bigint unsigned
                    longtext              | text
                    decimal(10,2)         | decimal(10,4)
                    decimal(10,2)         | decimal(12,1)
                    TIMESTAMP(6)          | TIMESTAMP(3)
                    enum('a','b')         | enum('b','a')
                    enum('a','b')         | enum('a')
                    enum('a','b')         | enum('A','b','c')
                    date                  | datetime
                    text                  | varchar(9)
                    varchar(9)            | PUBLIC.LABEL
                    """)
    void whatMayLoseSomething(String from, String to) {
        assertThat(Widening.isSafe(from, to)).isFalse();
    }
}
