package dev.migtrue.language.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerGapTest {

    private static final ObjectId TABLE = ObjectId.of(ObjectKind.TABLE, Optional.of("public"), "t");

    /** As PostgreSQL 13 to 18 printed what the same statements made, read from each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            17 | 18 | EXTENSION | hstore     | version           | 1.6 | 1.8
            14 | 15 | SCHEMA    | public     | granted to public | create, usage | usage
            16 | 17 | TABLE     | t          | granted to reader | insert, select, update | insert, maintain, select, update
            15 | 18 | TABLE     | t          | granted to reader | - | maintain with grant option
            13 | 14 | PROCEDURE | p(integer) | arguments         | a integer, b text | IN a integer, IN b text
            13 | 18 | VIEW      | v          | definition        | SELECT date_part('year'::text, d) FROM t | SELECT EXTRACT(year FROM d) FROM t
            13 | 14 | VIEW      | v          | definition        | SELECT timezone('UTC'::text, at) FROM t  | SELECT (at AT TIME ZONE 'UTC'::text) FROM t
            """)
    void whatDiffersByTheVersionAloneIsNotCompared(
            int older, int newer, ObjectKind kind, String name, String property, String before, String after) {
        ObjectId id = ObjectId.of(kind, Optional.of("public"), name);
        Schema one = schema(older, id, property, Optional.ofNullable(before));
        Schema other = schema(newer, id, property, Optional.ofNullable(after));

        assertThat(differences(one, other)).isEmpty();
        assertThat(differences(other, one)).isEmpty();
        assertThat(ServerGap.between(one, other).omissions())
                .singleElement()
                .satisfies(omission -> assertThat(omission.reason())
                        .startsWith("what is expected is of PostgreSQL " + older + ", the database is PostgreSQL "
                                + newer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", textBlock = """
            15 | 15 | EXTENSION | hstore | version           | 1.6 | 1.8
            15 | 18 | SCHEMA    | public | granted to public | create, usage | usage
            14 | 15 | SCHEMA    | public | granted to public | create, usage | -
            14 | 15 | SCHEMA    | app    | granted to public | create, usage | usage
            16 | 17 | TABLE     | t      | granted to reader | select, update | maintain, select
            17 | 18 | TABLE     | t      | granted to reader | select | maintain, select
            14 | 18 | VIEW      | v      | definition        | SELECT date_part('year'::text, d) FROM t | SELECT EXTRACT(year FROM d) FROM t
            13 | 18 | VIEW      | v      | definition        | SELECT a FROM t | SELECT b FROM t
            13 | 18 | FUNCTION  | f()    | body              | SELECT date_part('year', d) | SELECT EXTRACT(year FROM d)
            """)
    void whatDiffersForAnotherReasonIsTold(
            int older, int newer, ObjectKind kind, String name, String property, String before, String after) {
        ObjectId id = ObjectId.of(kind, Optional.of("public"), name);
        Schema one = schema(older, id, property, Optional.ofNullable(before));
        Schema other = schema(newer, id, property, Optional.ofNullable(after));

        assertThat(differences(one, other)).hasSize(1);
        assertThat(differences(other, one)).hasSize(1);
        assertThat(ServerGap.between(one, other).omissions()).isEmpty();
    }

    @Test
    void ofWhichServerASchemaIsStaysKnownWhenPartsOfItAreLeftOut() {
        Schema schema = schema(15, TABLE, "comment", Optional.of("x"));

        assertThat(schema.where(object -> false).server()).isEqualTo(schema.server());
        assertThat(schema.without(List.of(new Omission.Objects(Set.of(TABLE), "why")))
                        .server())
                .isEqualTo(schema.server());
        assertThat(new SchemaParts(schema).of("public", "tenant").server()).isEqualTo(schema.server());
    }

    @Test
    void whereAServerIsNotKnownAllIsCompared() {
        ObjectId id = ObjectId.of(ObjectKind.EXTENSION, Optional.empty(), "hstore");
        Schema known = schema(15, id, "version", Optional.of("1.6"));
        Schema unknown = schema(18, id, "version", Optional.of("1.8")).readFrom(Optional.empty());

        assertThat(differences(known, unknown)).hasSize(1);
        assertThat(differences(unknown, known)).hasSize(1);
    }

    private static List<Difference> differences(Schema expected, Schema actual) {
        return SchemaDiff.between(ServerGap.between(expected, actual).expected(), actual)
                .differences();
    }

    private static Schema schema(int major, ObjectId id, String property, Optional<String> value) {
        LinkedHashMap<String, String> properties = new LinkedHashMap<>();
        value.ifPresent(text -> properties.put(property, text));
        return Schema.of(List.of(new SchemaObject(id, properties)))
                .readFrom(Optional.of(new ServerVersion("PostgreSQL", major)));
    }
}
