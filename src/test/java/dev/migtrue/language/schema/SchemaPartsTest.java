package dev.migtrue.language.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas of tenants, told as if all lay in one. */
class SchemaPartsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "acme, acme",
                "a.b, \"a.b\"",
                "a$1\\, \"a$1\\\"",
                "say \"hi\", \"say \"\"hi\"\"\"",
                "it's, \"it's\"",
                "größe, \"größe\"",
            })
    void aTextNamesTheOneSchemaHoweverTheOtherIsQuoted(String tenant, String quoted) {
        ObjectId view = ObjectId.of(ObjectKind.VIEW, Optional.of(tenant), "adults");
        Schema whole = Schema.of(List.of(new SchemaObject(
                view,
                GivenSchema.properties("definition=SELECT 'a.b' FROM %s.people, other.towns".formatted(quoted)))));

        assertThat(new SchemaParts(whole).of(tenant, "public").all())
                .singleElement()
                .satisfies(object -> assertThat(object.properties())
                        .containsEntry("definition", "SELECT 'a.b' FROM public.people, other.towns"));
    }
}
