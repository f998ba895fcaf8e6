package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What git began in a work tree and waits to be told to conclude. */
record Underway(Path folder) {

    private static final String MERGE_HEAD = "MERGE_HEAD";

    /** What git leaves in its folder until a merge, cherry-pick, revert or rebase is over. */
    private static final List<String> SIGNS =
            List.of(MERGE_HEAD, "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply");

    boolean isAny() {
        return SIGNS.stream().anyMatch(sign -> Files.exists(folder.resolve(sign)));
    }

    /** The commits that are being merged in, by id. */
    List<String> incoming() {
        Path file = folder.resolve(MERGE_HEAD);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw new Failure(
                    "what is being merged cannot be read: " + unreadable.getMessage(),
                    "see what 'git status' makes of it",
                    unreadable);
        }
    }
}
