package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTextTest {

    /** Left what PostgreSQL 15 and 18 print first, right what they print of that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ((s)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) | ((s)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))
            (x = ANY ((ARRAY['a'::character varying, f.x])::text[])) AND (1 > 0) | (x = ANY (ARRAY[('a'::character varying)::text, (f.x)::text])) AND (1 > 0)
            (ARRAY['it''s], ['::character varying])::text[] | ARRAY[('it''s], ['::character varying)::text]
            (ARRAY[f(1, 2), "a,b]"])::character varying(5)[] | ARRAY[(f(1, 2))::character varying(5), ("a,b]")::character varying(5)]
            (ARRAY[1, 2]) @> (ARRAY['a'::character varying])::text[] | (ARRAY[1, 2]) @> ARRAY[('a'::character varying)::text]
            ARRAY[1, 2]         | ARRAY[1, 2]
            (ARRAY['unclosed    | (ARRAY['unclosed
            """)
    void aCastOfAnArrayIsOneOfItsElements(String first, String ever) {
        assertThat(PostgresText.settled(first)).isEqualTo(ever);
        assertThat(PostgresText.settled(ever)).isEqualTo(ever);
    }
}
