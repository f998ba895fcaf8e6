package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IniFileTest {

    @Test
    void valuesGoOnOverIndentedLines() {
        String text = """
                [alembic]
                places =
                    one
                    # between
                    two

                    three
                other: four
                """;

        assertThat(get(text, "places")).contains("\none\ntwo\n\nthree");
        assertThat(get(text, "other")).contains("four");
        assertThat(get(text.replace("\n", "\r\n"), "places")).contains("\none\ntwo\n\nthree");
    }

    @Test
    void aCommentStandsOnALineOfItsOwn() {
        assertThat(get("[alembic]\n; a = 1\n  # a = 2\na = 3 ; not a comment # nor this\n", "a"))
                .contains("3 ; not a comment # nor this");
    }

    @Test
    void namesOfOptionsAreLowerCase() {
        assertThat(get("[alembic]\nSome_Name = %(OTHER)s\nother = x\n", "some_name"))
                .contains("x");
    }

    @Test
    void defaultsHoldForEverySection() {
        IniFile file = IniFile.parse("[DEFAULT]\na = %(b)s/%(here)s\nb = 1\n[alembic]\nb = 2\n");

        assertThat(file.sections()).containsExactly("alembic");
        assertThat(file.defines("alembic", "a")).isFalse();
        assertThat(file.get("alembic", "a", Map.of("here", "top"))).contains("2/top");
        assertThat(file.get("other", "a", Map.of("here", "top"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%(gone)s", "%s", "%(a)s", "%(a"})
    void aValueThatNamesWhatIsNotThereIsAbsent(String value) {
        assertThat(get("[alembic]\na = " + value + "\n", "a")).isEmpty();
    }

    @Test
    void twoPercentSignsAreOne() {
        assertThat(get("[alembic]\na = %%(rev)s_%%%(b)s\nb = $1\\\n", "a")).contains("%(rev)s_%$1\\");
    }

    @Test
    void whatIsNoIniIsPassedOver() {
        assertThat(IniFile.parse("a = 1\n  b\n= 2\n[]\n[x\nnoise\n\0").sections())
                .isEmpty();
    }

    private static Optional<String> get(String text, String option) {
        return IniFile.parse(text).get("alembic", option, Map.of());
    }
}
