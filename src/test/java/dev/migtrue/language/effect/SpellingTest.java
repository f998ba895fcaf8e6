package dev.migtrue.language.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql | varchar(255)       | character varying(255)
                    postgresql | INT4               | integer
                    postgresql | bigserial          | bigint
                    postgresql | timestamptz(3)     | timestamp(3) with time zone
                    postgresql | timestamp          | timestamp without time zone
                    postgresql | decimal(8)         | numeric(8,0)
                    postgresql | float(20)          | real
                    postgresql | char               | character(1)
                    postgresql | text array         | text[]
                    postgresql | int[3][]           | integer[]
                    postgresql | mood               | -
                    mysql      | int(11)            | int
                    mysql      | bool               | tinyint
                    mysql      | integer unsigned   | int unsigned
                    mysql      | numeric            | decimal(10,0)
                    mysql      | json               | json
                    mysql      | int(5) zerofill    | -
                    mariadb    | json               | longtext
                    mariadb    | enum('a', 'b')     | enum('a','b')
                    mariadb    | text character set latin1 | -
                    h2         | varchar(20)        | CHARACTER VARYING(20)
                    h2         | decimal(10,2)      | NUMERIC(10, 2)
                    h2         | int(11)            | -
                    h2         | timestamp          | TIMESTAMP(6)
                    sqlite     | INT                | integer
                    sqlite     | Numeric( 10,2 )    | numeric(10, 2)
                    postgresql | varchar(${length}) | -
                    """)
    void aTypeHasOneSpellingOrNone(String dialect, String written, String printed) {
        Dialect own = Dialect.named(dialect).orElseThrow();

        assertThat(Spelling.of(written, own).map(type -> type.printed(own)).orElse("-"))
                .isEqualTo(printed);
    }

    @Test
    void whatTheServerPrintsIsItsOwnSpelling() {
        for (String printed : new String[] {"time(3) without time zone", "bit varying(5)", "numeric(10,2)[]"}) {
            assertThat(Spelling.of(printed, Dialect.POSTGRESQL).orElseThrow().printed(Dialect.POSTGRESQL))
                    .isEqualTo(printed);
        }
    }
}
