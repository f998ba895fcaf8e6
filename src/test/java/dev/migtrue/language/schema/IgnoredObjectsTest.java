package dev.migtrue.language.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoredObjectsTest {

    private static final Schema SCHEMA = new GivenSchema()
            .with(ObjectId.of(ObjectKind.SCHEMA, Optional.empty(), "public"))
            .with(ObjectKind.TABLE, "people")
            .part(ObjectKind.COLUMN, "people", "age")
            .part(ObjectKind.INDEX, "people", "age")
            .with(ObjectKind.TABLE, "people_old")
            .schema();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            public.people_old        | schema public, table public.people, column public.people.age, index public.people.age
            public.people            | schema public, table public.people_old
            table public.people      | schema public, table public.people_old
            view public.people       | schema public, table public.people, table public.people_old, column public.people.age, index public.people.age
            public.people*           | schema public
            index public.*           | schema public, table public.people, table public.people_old, column public.people.age
            index *.age              | schema public, table public.people, table public.people_old, column public.people.age
            *.*.age                  | schema public, table public.people, table public.people_old
            public                   | ''
            people                   | schema public, table public.people, table public.people_old, column public.people.age, index public.people.age
            public.people.a.e        | schema public, table public.people, table public.people_old, column public.people.age, index public.people.age
            """)
    void whatFitsIsLeftOutWithAllThatIsInIt(String pattern, String left) {
        Schema rest = IgnoredObjects.of(List.of(pattern)).outOf(SCHEMA);

        assertThat(rest.all().stream()
                        .map(object -> object.id().toString())
                        .sorted()
                        .toList())
                .isEqualTo(
                        left.equals("''")
                                ? List.of()
                                : List.of(left.split(", ")).stream().sorted().toList());
    }
}
