package dev.migtrue.language.schema;

import static dev.migtrue.language.schema.ObjectKind.CHECK_CONSTRAINT;
import static dev.migtrue.language.schema.ObjectKind.COLUMN;
import static dev.migtrue.language.schema.ObjectKind.EXTENSION;
import static dev.migtrue.language.schema.ObjectKind.FUNCTION;
import static dev.migtrue.language.schema.ObjectKind.INDEX;
import static dev.migtrue.language.schema.ObjectKind.SCHEMA;
import static dev.migtrue.language.schema.ObjectKind.TABLE;
import static dev.migtrue.language.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaDiffTest {

    @Test
    void equalSchemasDoNotDiffer() {
        assertThat(told(people(), people())).isEmpty();
    }

    @Test
    void aMissingTableTakesItsPartsAlong() {
        SchemaDiff diff = SchemaDiff.between(people().schema(), Schema.EMPTY);

        assertThat(diff.differences()).singleElement().isInstanceOfSatisfying(Difference.Missing.class, missing -> {
            assertThat(missing.object()).hasToString("table public.people");
            assertThat(missing.parts())
                    .extracting(part -> part.id().toString())
                    .containsExactly(
                            "column public.people.age", "column public.people.id", "index public.people.by_age");
        });
        assertThat(told(new GivenSchema(), people())).containsExactly("unexpected table public.people");
    }

    @Test
    void aMissingSchemaTakesAllThatIsInItAlong() {
        GivenSchema expected = people().with(ObjectId.of(SCHEMA, Optional.empty(), "public"));

        assertThat(told(expected, new GivenSchema())).containsExactly("missing schema public");
    }

    @Test
    void aChangedPropertyIsNamedWithBothValues() {
        GivenSchema expected = new GivenSchema().part(COLUMN, "people", "age", "type=integer", "default=0");
        GivenSchema actual = new GivenSchema().part(COLUMN, "people", "age", "type=bigint", "comment=years");

        assertThat(told(expected, actual))
                .containsExactly(
                        "column public.people.age type: integer -> bigint",
                        "column public.people.age default: 0 -> none",
                        "column public.people.age comment: none -> years");
    }

    @Test
    void whatIsUnknownOnEitherSideIsNotCompared() {
        GivenSchema known = new GivenSchema().with(FUNCTION, "f(integer)", "body=return 1");
        GivenSchema unknown = new GivenSchema().withUnknown(FUNCTION, "f(integer)", "body");

        for (SchemaDiff diff : List.of(
                SchemaDiff.between(known.schema(), unknown.schema()),
                SchemaDiff.between(unknown.schema(), known.schema()))) {
            assertThat(diff.differences()).isEmpty();
            assertThat(diff.notCompared()).singleElement().satisfies(property -> {
                assertThat(property.object()).hasToString("function public.f(integer)");
                assertThat(property.property()).isEqualTo("body");
            });
        }
    }

    @Test
    void aTableThatIsMadeAlikeIsTheOldOneRenamed() {
        GivenSchema actual = new GivenSchema()
                .with(TABLE, "persons")
                .part(COLUMN, "persons", "id", "type=integer")
                .part(COLUMN, "persons", "age", "type=integer")
                .part(INDEX, "persons", "by_age", "columns=age");

        assertThat(told(people(), actual)).containsExactly("table public.people -> table public.persons");
    }

    /** A baseline found it, or code that is not run made it: it may have been there all the time. */
    @Test
    void aTableThatIsMadeAlikeIsNotTheOldOneWhereNobodyKnowsWhoMadeIt() {
        GivenSchema expected = new GivenSchema().with(TABLE, "orders").part(COLUMN, "orders", "id", "type=integer");
        GivenSchema actual = new GivenSchema().with(TABLE, "legacy").part(COLUMN, "legacy", "id", "type=integer");

        SchemaDiff diff = SchemaDiff.between(
                expected.schema(), actual.schema(), List.of(new Omission.Strangers("there was a baseline")));

        assertThat(diff.differences())
                .singleElement()
                .isInstanceOfSatisfying(
                        Difference.Missing.class,
                        missing -> assertThat(missing.object()).hasToString("table public.orders"));
    }

    @Test
    void aColumnOfATableThatMigrationsMakeIsFoundRenamedAllTheSame() {
        GivenSchema expected = new GivenSchema().with(TABLE, "orders").part(COLUMN, "orders", "id", "type=integer");
        GivenSchema actual = new GivenSchema().with(TABLE, "orders").part(COLUMN, "orders", "nr", "type=integer");

        assertThat(SchemaDiff.between(
                                expected.schema(),
                                actual.schema(),
                                List.of(new Omission.Strangers("there was a baseline")))
                        .differences())
                .singleElement()
                .isInstanceOf(Difference.Renamed.class);
    }

    @Test
    void whatIsMadeAlikeTwiceIsNotPaired() {
        GivenSchema expected = new GivenSchema().with(VIEW, "a", "definition=select 1");
        GivenSchema actual =
                new GivenSchema().with(VIEW, "b", "definition=select 1").with(VIEW, "c", "definition=select 1");

        assertThat(told(expected, actual))
                .containsExactly("missing view public.a", "unexpected view public.b", "unexpected view public.c");
    }

    @Test
    void anExtensionIsNeverAnotherOneRenamed() {
        GivenSchema expected =
                new GivenSchema().with(ObjectId.of(EXTENSION, Optional.empty(), "citext"), "version=1.1");
        GivenSchema actual = new GivenSchema().with(ObjectId.of(EXTENSION, Optional.empty(), "hstore"), "version=1.1");

        assertThat(told(expected, actual)).containsExactly("missing extension citext", "unexpected extension hstore");
    }

    @Test
    void aRenamedColumnChangesNothingThatNamesIt() {
        GivenSchema actual = new GivenSchema()
                .with(TABLE, "people")
                .part(COLUMN, "people", "id", "type=integer", "identity=always")
                .part(COLUMN, "people", "years", "type=integer")
                .part(INDEX, "people", "by_age", "columns=years")
                .with(VIEW, "old", "definition=select people.years from people")
                .with(VIEW, "other", "definition=select years from elsewhere");
        GivenSchema expected = new GivenSchema()
                .with(TABLE, "people")
                .part(COLUMN, "people", "id", "type=integer", "identity=always")
                .part(COLUMN, "people", "age", "type=integer")
                .part(INDEX, "people", "by_age", "columns=age")
                .with(VIEW, "old", "definition=select people.age from people")
                .with(VIEW, "other", "definition=select age from elsewhere");

        assertThat(told(expected, actual))
                .containsExactly(
                        "column public.people.age -> column public.people.years",
                        "view public.other definition: select age from elsewhere -> select years from elsewhere");
    }

    @Test
    void aPartOfAnotherTableIsNotARenamedOne() {
        GivenSchema expected = people().part(CHECK_CONSTRAINT, "people", "c", "expression=age > 0");
        GivenSchema actual = people().part(CHECK_CONSTRAINT, "places", "c", "expression=age > 0");

        assertThat(told(expected, actual))
                .containsExactly(
                        "missing check constraint public.people.c", "unexpected check constraint public.places.c");
    }

    @Test
    void aRenamedFunctionMayCallItself() {
        GivenSchema expected = new GivenSchema().with(FUNCTION, "f(integer)", "body=return f($1 - 1)");
        GivenSchema actual = new GivenSchema().with(FUNCTION, "g(integer)", "body=return g($1 - 1)");

        assertThat(told(expected, actual)).containsExactly("function public.f(integer) -> function public.g(integer)");
    }

    @Test
    void anObjectTellsAllThereIsToSay() {
        assertThat(new GivenSchema()
                        .with(FUNCTION, "f()", "language=sql", "body=select 1\nunion select 2")
                        .schema()
                        .text())
                .isEqualTo("""
                        function public.f()
                          language: sql
                          body: select 1
                            union select 2""");
    }

    private static GivenSchema people() {
        return new GivenSchema()
                .with(TABLE, "people")
                .part(COLUMN, "people", "id", "type=integer")
                .part(COLUMN, "people", "age", "type=integer")
                .part(INDEX, "people", "by_age", "columns=age");
    }

    private static List<String> told(GivenSchema expected, GivenSchema actual) {
        return SchemaDiff.between(expected.schema(), actual.schema()).differences().stream()
                .map(Told::inWords)
                .toList();
    }
}
