package dev.migtrue.system.keyed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * By what a folder of one tool's migrations is told from one of another tool.
 *
 * @param mark what at least one file of such a folder holds; absent where the names are enough
 * @param rivals signs, in a folder or above it, that the files there are another tool's
 * @param grouping which folders make one project
 */
record Signs(Optional<Mark> mark, List<Rival> rivals, Grouping grouping) {

    /**
     * What a file of one tool holds and of no other.
     *
     * @param words it as people write it
     */
    record Mark(String words, Pattern pattern) {}

    /** Another tool with files of the same names: a file of this name that holds this word. */
    record Rival(String fileName, String word) {}

    Signs {
        rivals = List.copyOf(rivals);
    }

    /** Of a tool whose files say whose they are. */
    static Signs mark(String words, Pattern pattern, Grouping grouping) {
        return new Signs(Optional.of(new Mark(words, pattern)), List.of(), grouping);
    }

    /** Of a tool whose files are known by their names alone, unless one of {@code rivals} is there. */
    static Signs names(Grouping grouping, Rival... rivals) {
        return new Signs(Optional.empty(), List.of(rivals), grouping);
    }

    /** What speaks for the tool where its folders are found. */
    String words() {
        return mark.map(found -> "files that hold '" + found.words() + "'")
                .or(grouping::words)
                .orElse("the names of its files");
    }
}
