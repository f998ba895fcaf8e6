package dev.migtrue.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fenced block of a rule page.
 *
 * @param words the words after the opening mark
 * @param text what stands between the marks; every line is ended
 */
record Fence(List<String> words, String text) {

    private static final String MARK = "```";

    Fence {
        words = List.copyOf(words);
    }

    /** The blocks among these lines, in their order. */
    static List<Fence> in(List<String> lines) {
        List<Fence> fences = new ArrayList<>();
        for (int start = 0; start < lines.size(); start++) {
            if (lines.get(start).startsWith(MARK)) {
                int end = start + 1 + lines.subList(start + 1, lines.size()).indexOf(MARK);
                if (end == start) {
                    throw new IllegalArgumentException("a block is not closed: " + lines.get(start));
                }
                String text = String.join("\n", lines.subList(start + 1, end));
                fences.add(new Fence(words(lines.get(start)), text.isEmpty() ? "" : text + "\n"));
                start = end;
            }
        }
        return fences;
    }

    private static List<String> words(String opening) {
        return Arrays.stream(opening.substring(MARK.length()).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** The first word: the language, or {@code applied} or {@code findings}. */
    String kind() {
        return words.isEmpty() ? "" : words.getFirst();
    }
}
