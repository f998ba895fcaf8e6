package dev.migtrue.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of cells, each column as wide as its widest cell. Columns without any text are left out; rows may be of unequal
 * length.
 */
record Columns(List<List<Piece>> rows) {

    private static final String BETWEEN = "   ";

    /**
     * A cell beyond this pushes only its own row out of line: one absurd file name must not tear the whole table apart.
     */
    private static final int WIDEST = 72;

    Columns {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The rows as lines, in their order, without blanks at their ends; a row without text is an empty line. */
    List<List<Piece>> aligned() {
        int[] widths = widths();
        return rows.stream().map(row -> aligned(row, widths)).toList();
    }

    /** The width of the longest line. */
    int width() {
        return aligned().stream()
                .mapToInt(line -> line.stream().mapToInt(Piece::width).sum())
                .max()
                .orElse(0);
    }

    void addTo(Lines lines, String indent) {
        aligned().stream().filter(line -> !line.isEmpty()).forEach(line -> lines.indented(indent, line));
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> column < row.size())
                        .mapToInt(row -> Math.min(row.get(column).width(), WIDEST))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static List<Piece> aligned(List<Piece> row, int[] widths) {
        List<Piece> line = new ArrayList<>();
        int owed = 0;
        for (int column = 0; column < row.size(); column++) {
            Piece cell = row.get(column);
            if (widths[column] == 0) {
                continue;
            }
            if (!cell.isEmpty()) {
                line.add(Piece.plain(" ".repeat(owed)));
                line.add(cell);
                owed = 0;
            }
            owed += Math.max(0, widths[column] - cell.width()) + BETWEEN.length();
        }
        return line;
    }
}
