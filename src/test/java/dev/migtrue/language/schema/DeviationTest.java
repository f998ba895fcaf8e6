package dev.migtrue.language.schema;

import static dev.migtrue.language.schema.ObjectKind.CHECK_CONSTRAINT;
import static dev.migtrue.language.schema.ObjectKind.COLUMN;
import static dev.migtrue.language.schema.ObjectKind.ENUM_TYPE;
import static dev.migtrue.language.schema.ObjectKind.FOREIGN_KEY;
import static dev.migtrue.language.schema.ObjectKind.FUNCTION;
import static dev.migtrue.language.schema.ObjectKind.INDEX;
import static dev.migtrue.language.schema.ObjectKind.SEQUENCE;
import static dev.migtrue.language.schema.ObjectKind.TABLE;
import static dev.migtrue.language.schema.ObjectKind.TRIGGER;
import static dev.migtrue.language.schema.ObjectKind.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviationTest {

    @Test
    void anIndexGoesWithTheColumnThatItIsOf() {
        GivenSchema expected = people().part(COLUMN, "people", "nick", "type=text")
                .part(INDEX, "people", "by_nick", "columns=lower(nick)")
                .part(CHECK_CONSTRAINT, "people", "short", "expression=length(nick) < 9");

        assertThat(told(expected, people()))
                .containsExactly("missing column public.people.nick"
                        + " <- missing check constraint public.people.short, missing index public.people.by_nick");
        assertThat(told(people(), expected))
                .containsExactly(
                        "unexpected column public.people.nick"
                                + " <- unexpected check constraint public.people.short, unexpected index public.people.by_nick");
    }

    @Test
    void anIndexOfAnotherTableDoesNot() {
        GivenSchema expected = people().part(COLUMN, "people", "nick", "type=text")
                .with(TABLE, "pets")
                .part(COLUMN, "pets", "nick", "type=text")
                .part(INDEX, "pets", "by_nick", "columns=nick");
        GivenSchema actual = people().with(TABLE, "pets").part(COLUMN, "pets", "nick", "type=text");

        assertThat(told(expected, actual))
                .containsExactly("missing column public.people.nick", "missing index public.pets.by_nick");
    }

    @Test
    void aSequenceGoesWithTheTableWhoseColumnItCountsFor() {
        GivenSchema actual = people().with(TABLE, "<b>")
                .part(COLUMN, "<b>", "id", "type=integer", "default=nextval('\"<b>_id_seq\"'::regclass)")
                .with(SEQUENCE, "<b>_id_seq", "counts=integer start 1", "owned by=<b>.id");

        assertThat(told(people(), actual))
                .containsExactly("unexpected table public.<b> <- unexpected sequence public.<b>_id_seq");
    }

    @Test
    void keysAndViewsGoWithTheTableThatTheyName() {
        GivenSchema expected = people().with(TABLE, "pets")
                .part(COLUMN, "pets", "id", "type=integer")
                .part(FOREIGN_KEY, "people", "pet", "columns=id", "references=public.pets (id)")
                .with(VIEW, "all_pets", "definition=SELECT id FROM public.pets");

        assertThat(told(expected, people()))
                .containsExactly("missing table public.pets"
                        + " <- missing foreign key public.people.pet, missing view public.all_pets");
    }

    @Test
    void theSequenceOfAColumnIsNoCauseButGoesWithIt() {
        GivenSchema expected = people().part(
                        COLUMN, "people", "number", "type=integer", "default=nextval('public.people_number_seq')")
                .with(SEQUENCE, "people_number_seq", "counts=integer start 1", "owned by=people.number");

        assertThat(told(expected, people()))
                .containsExactly("missing column public.people.number <- missing sequence public.people_number_seq");
    }

    @Test
    void whatIsAnotherBecauseATypeIsGoneIsToldWithTheType() {
        GivenSchema expected =
                people().with(ENUM_TYPE, "mood", "labels=ok").part(COLUMN, "people", "state", "type=public.mood");
        GivenSchema actual = people().part(COLUMN, "people", "state", "type=text");

        assertThat(told(expected, actual))
                .containsExactly(
                        "missing enum type public.mood" + " <- column public.people.state type: public.mood -> text");
    }

    @Test
    void triggersGoWithTheirFunctionThroughAnyNumberOfSteps() {
        GivenSchema expected = people().part(COLUMN, "people", "at", "type=text")
                .with(FUNCTION, "touch()", "body=new.at := now() from people")
                .part(TRIGGER, "people", "touched", "calls=public.touch()");

        assertThat(told(expected, people()))
                .containsExactly("missing column public.people.at"
                        + " <- missing function public.touch(), missing trigger public.people.touched");
    }

    @Test
    void allThatChangedOfOneObjectIsOneDeviation() {
        GivenSchema expected = people().part(COLUMN, "people", "age", "type=integer", "default=0");
        GivenSchema actual = people().part(COLUMN, "people", "age", "type=bigint");

        List<Deviation> deviations = Deviation.of(
                SchemaDiff.between(expected.schema(), actual.schema()).differences());

        assertThat(deviations).singleElement().satisfies(deviation -> {
            assertThat(deviation.changes())
                    .extracting(Difference.Changed::property)
                    .containsExactly("type", "default");
            assertThat(deviation.affected()).isEmpty();
        });
    }

    @Test
    void whatNobodyCanTellOfIsLeftOutOnBothSides() {
        GivenSchema expected = people().with(TABLE, "gone")
                .part(COLUMN, "gone", "id", "type=integer")
                .part(COLUMN, "people", "age", "type=integer", "default=0")
                .with(FUNCTION, "f()", "body=1");
        GivenSchema actual = people().part(COLUMN, "people", "age", "type=integer", "default=1")
                .with(TABLE, "extra");
        ObjectId gone = ObjectId.of(TABLE, Optional.of("public"), "gone");

        assertThat(SchemaDiff.between(
                                expected.schema(),
                                actual.schema(),
                                List.of(
                                        new Omission.Objects(Set.of(gone), "a"),
                                        new Omission.Properties(COLUMN, Set.of("default"), "b"),
                                        new Omission.Kinds(Set.of(FUNCTION), "c"),
                                        new Omission.Strangers("d")))
                        .differences())
                .isEmpty();
        assertThat(told(expected, actual)).hasSize(4);
    }

    private static GivenSchema people() {
        return new GivenSchema().with(TABLE, "people").part(COLUMN, "people", "id", "type=integer");
    }

    private static List<String> told(GivenSchema expected, GivenSchema actual) {
        return Deviation.of(
                        SchemaDiff.between(expected.schema(), actual.schema()).differences())
                .stream()
                .map(DeviationTest::told)
                .toList();
    }

    private static String told(Deviation deviation) {
        String others = String.join(
                ", ", deviation.consequences().stream().map(Told::inWords).toList());
        return Told.inWords(deviation.cause()) + (others.isEmpty() ? "" : " <- " + others);
    }
}
