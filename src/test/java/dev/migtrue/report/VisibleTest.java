package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.judge.Report;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisibleTest {

    @ParameterizedTest
    @CsvSource({
        "001b, \\x1b",
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "0000, \\x00",
        "007f, \\x7f",
        "009b, \\x9b",
        "00ad, \\xad",
        "202e, \\u{202e}",
        "2028, \\u{2028}",
        "2029, \\u{2029}",
        "200b, \\u{200b}",
        "feff, \\u{feff}",
        "d800, \\u{d800}",
        "e0041, \\u{e0041}"
    })
    void whatATerminalObeysOrHidesIsSpelledOut(String point, String spelled) {
        assertThat(Visible.of("a" + Character.toString(Integer.parseInt(point, 16)) + "b"))
                .isEqualTo("a" + spelled + "b");
    }

    @Test
    void whatATerminalShowsStays() {
        String text = "V1__größe \\ 表 🚀 e\u0301.sql";

        assertThat(Visible.of(text)).isEqualTo(text);
    }

    @Test
    void noRendererSendsATerminalAnythingButItsOwnColours() {
        Report hostile = Reports.hostile();
        Stream<String> outputs = Arrays.stream(Style.values())
                .flatMap(style -> Stream.of(
                        new TextReport(style, MadeUpPages.byId()).render(hostile),
                        new Summary(style, Summary.Detail.FULL).render(hostile),
                        new StatusTable(style, StatusTable.Rows.ALL, Summary.Detail.BRIEF).render(hostile.read())));
        List<String> all = Stream.concat(outputs, Stream.of(new ConciseReport().render(hostile)))
                .toList();

        assertThat(all).allSatisfy(output -> {
            String uncoloured = output.replaceAll("\u001b\\[[0-9;]+m", "").replace("\n", "");
            assertThat(uncoloured.codePoints()).noneMatch(Visible::isTreacherous);
        });
        assertThat(all).anyMatch(output -> output.contains("\\x1b[2J"));
    }
}
