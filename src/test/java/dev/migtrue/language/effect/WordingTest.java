package dev.migtrue.language.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.sql.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    age between 0 and 150  | ((age >= 0) AND (age <= 150))                                  | SAME
                    age between 0 and 150  | ((age >= 0) AND (age <= 120))                                  | OTHER
                    state in ('new','old') | ((state)::text = ANY (ARRAY['new'::text, 'old'::text]))        | SAME
                    state in ('new','old') | ((state)::text = ANY (ARRAY['new'::text]))                     | OTHER
                    p.a <> 1.50            | (public.p.a <> 1.5)                                            | SAME
                    x like 'a%'            | ((x)::text ~~ 'a%'::text)                                      | SAME
                    x like 'a%'            | ((x)::text ~~ 'b%'::text)                                      | OTHER
                    d > '2020-1-1'         | (d > '2020-01-01'::date)                                       | UNSURE
                    v #>> '{a, b}'         | (v #>> '{a,b}'::text[])                                        | UNSURE
                    lower(a) = b           | (upper(a) = b)                                                 | UNSURE
                    a = '${x}'             | (a = 'y'::text)                                                | UNSURE
                    """)
    void whatAServerPrintsIsTheSameUnlessOnlyValuesDiffer(String written, String printed, Agreement agreement) {
        assertThat(Wording.of(written, Dialect.POSTGRESQL).with(Wording.of(printed, Dialect.POSTGRESQL)))
                .isEqualTo(agreement);
    }
}
