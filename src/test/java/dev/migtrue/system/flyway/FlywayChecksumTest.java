package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileText;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.flywaydb.core.internal.resource.StringResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlywayChecksumTest {

    /**
     * Every kind of line end, things that look like one, and characters of every length in UTF-8, halves of them
     * included.
     */
    private static final List<String> PIECES = List.of(
            "\n",
            "\r",
            "\r\n",
            "\n\r",
            "\u0085",
            "\u2028",
            "\f",
            "\u000B",
            "\0",
            "\uFEFF",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDE00",
            "\u00E9",
            "\u20AC",
            "a",
            "select 1;",
            "-- ",
            " ",
            "\t",
            "${x}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\r",
                "\r\n",
                "\n\n",
                "a",
                "a\n",
                "a\r\nb",
                "a\rb",
                "a\n\rb",
                "\uFEFF",
                "\uFEFFa",
                "\uFEFF\uFEFFa",
                "\n\uFEFFa",
                "\uFEFF\na",
                "a\uFEFF",
                "\uD83D\n\uDE00",
                "\uD83D",
                "a\u0085b",
                "a\u2028b",
                "a\fb"
            })
    void isFlywaysOwnWhateverTheEdge(String text) {
        assertThat(FlywayChecksum.of(text)).isEqualTo(ofFlyway(text));
    }

    @Test
    void isFlywaysOwnForAnyText() {
        Random random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(40), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            assertThat(FlywayChecksum.of(text)).as(text).isEqualTo(ofFlyway(text));
        }
    }

    @Test
    void isFlywaysOwnForAFileLongerThanItsBuffer() {
        String text = "insert into t values ('\u20AC');\r\n".repeat(10_000);

        assertThat(FlywayChecksum.of(text)).isEqualTo(ofFlyway(text));
    }

    @Test
    void lineEndsDoNotCount() {
        assertThat(FlywayChecksum.of("a\nb\n"))
                .isEqualTo(FlywayChecksum.of("a\r\nb"))
                .isNotEqualTo(FlywayChecksum.of("a b"));
    }

    @Test
    void aFileThatIsNotTextHasNone() {
        assertThat(FlywayChecksum.OF_FILE.apply(new FileText.Unreadable("not UTF-8")))
                .isEmpty();
    }

    private static Checksum ofFlyway(String text) {
        return FlywayChecksum.stored(Integer.toString(ChecksumCalculator.calculate(new StringResource(text))));
    }
}
