package dev.migtrue.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnsTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(text(List.of(List.of("a", "b"), List.of("long", "c")))).isEqualTo("""
                        a      b
                        long   c
                        """);
    }

    @Test
    void emptyColumnsAndBlanksAtTheEndAreLeftOut() {
        assertThat(text(List.of(List.of("a", "", "b", ""), List.of("long", "", "", ""))))
                .isEqualTo("""
                        a      b
                        long
                        """);
    }

    @Test
    void absurdCellPushesOnlyItsOwnRow() {
        assertThat(text(List.of(List.of("x".repeat(200), "b"), List.of("a", "c")))
                        .lines())
                .containsExactly("x".repeat(200) + "   b", "a" + " ".repeat(71) + "   c");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 3",
        "é, 1",
        "e\u0301, 1",
        "表, 2",
        "ﾊ, 1",
        "Ａ, 2",
        "か\u3099, 2",
        "\u1112\u1161\u11ab, 2",
        "🚀, 2",
        "·, 1"
    })
    void widthIsWhatATerminalShows(String text, int width) {
        assertThat(Width.of(text)).isEqualTo(width);
    }

    private static String text(List<List<String>> rows) {
        Lines lines = new Lines(Style.PLAIN);
        new Columns(rows.stream()
                        .map(row -> row.stream().map(Piece::plain).toList())
                        .toList())
                .addTo(lines, "");
        return lines.toString();
    }
}
