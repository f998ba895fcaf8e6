package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresViewTextTest {

    /** Left what PostgreSQL 15 prints, right what 18 does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT t.id FROM public.t WHERE (t.name = 't.id'::text) | SELECT id FROM public.t WHERE (name = 't.id'::text)
            SELECT "T x"."A b", "T x".b FROM public.t "T x" | SELECT "A b", b FROM public.t "T x"
            SELECT EXTRACT(year FROM t.d) AS y FROM ONLY public.t TABLESAMPLE bernoulli (10) | SELECT EXTRACT(year FROM d) AS y FROM ONLY public.t TABLESAMPLE bernoulli (10)
            SELECT t.id FROM public.t WHERE (EXISTS ( SELECT 1 FROM public.u WHERE (u.id = t.id))) | SELECT id FROM public.t WHERE (EXISTS ( SELECT 1 FROM public.u WHERE (u.id = t.id)))
            SELECT q.a FROM ( SELECT (t.id + 1) AS a FROM (public.t JOIN public.u ON ((u.id = t.id)))) q | SELECT a FROM ( SELECT (t.id + 1) AS a FROM (public.t JOIN public.u ON ((u.id = t.id)))) q
            SELECT g.n FROM ROWS FROM(f(1, 2), f(3)) g(n, m) WHERE (g.n > 1) | SELECT n FROM ROWS FROM(f(1, 2), f(3)) g(n, m) WHERE (n > 1)
            SELECT lower(t.name) AS name FROM t ORDER BY t.name, t.id DESC | SELECT lower(name) AS name FROM t ORDER BY t.name, id DESC
            SELECT (- t.id) AS id FROM t ORDER BY (- t.id), t.id NULLS FIRST | SELECT (- id) AS id FROM t ORDER BY (- id), t.id NULLS FIRST
            """)
    void columnsOfTheOnlyTableStandWithoutIt(String older, String newer) {
        assertThat(PostgresViewText.settled(older)).isEqualTo(newer);
        assertThat(PostgresViewText.settled(newer)).isEqualTo(newer);
    }

    /** All versions print these. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            SELECT t.id, u.v FROM (public.t JOIN public.u ON ((u.id = t.id)))
            SELECT t.id, u.v FROM public.t, public.u
            SELECT t.id FROM public.t UNION ALL SELECT u.id FROM public.u ORDER BY 1
            SELECT t.*::text AS t FROM public.t
            SELECT t.f(id), ('a'::t.kind) AS kind, (name COLLATE t.german) AS name FROM public.t
            VALUES (1), (2)
            SELECT 1 AS a
            SELECT 'unclosed FROM t (((
            SELECT id)) FROM t
            """)
    void whatMayBeOfSeveralTablesStaysAsItIs(String text) {
        assertThat(PostgresViewText.settled(text)).isEqualTo(text);
    }
}
