package dev.migtrue.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chunks laid out one after another, in as many lines as they need. A chunk is never broken, so that one that is too
 * wide makes its line too wide.
 *
 * @param between what stands between two chunks of a line
 */
record Flow(List<List<Piece>> chunks, String between) {

    /** How wide a line may get. The terminal is not asked; this suits most. */
    static final int LINE = 100;

    Flow {
        chunks = chunks.stream().map(List::copyOf).toList();
    }

    /** Prose as chunks, a word each. */
    static List<List<Piece>> words(String prose) {
        return Arrays.stream(prose.strip().split(" +"))
                .map(word -> List.of(Piece.plain(word)))
                .toList();
    }

    /** Adds the lines, the first after {@code first}, the others after {@code rest}. */
    void addTo(Lines lines, String first, String rest) {
        String indent = first;
        List<Piece> line = new ArrayList<>();
        int width = indent.length();
        for (List<Piece> chunk : chunks) {
            int wide = chunk.stream().mapToInt(Piece::width).sum();
            if (!line.isEmpty() && width + between.length() + wide > LINE) {
                lines.indented(indent, line);
                indent = rest;
                line.clear();
                width = indent.length();
            }
            if (!line.isEmpty()) {
                line.add(Piece.plain(between));
                width += between.length();
            }
            line.addAll(chunk);
            width += wide;
        }
        if (!line.isEmpty()) {
            lines.indented(indent, line);
        }
    }
}
