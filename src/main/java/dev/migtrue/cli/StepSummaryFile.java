package dev.migtrue.cli;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The file whose Markdown GitHub shows on the page of a job. What other commands of the same step wrote is kept. */
record StepSummaryFile(Path path) {

    /** GitHub takes 1 MiB per step, and nothing at all of a file that is larger. */
    private static final long LIMIT = 1024 * 1024;

    /** The file that GitHub named; absent when not run by GitHub. */
    static Optional<StepSummaryFile> named(Map<String, String> environment, Path directory) {
        return Optional.ofNullable(environment.get("GITHUB_STEP_SUMMARY"))
                .filter(name -> !name.isBlank())
                .map(name -> new StepSummaryFile(directory.resolve(name)));
    }

    /** @param summary makes the text that fits into so many bytes */
    void append(IntFunction<String> summary) {
        try {
            long used = Files.exists(path) ? Files.size(path) : 0;
            int room = (int) Math.max(0, LIMIT - used);
            Files.writeString(path, summary.apply(room), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException problem) {
            throw new Failure(
                    "cannot write the step summary to " + path + ": " + problem.getMessage(),
                    "let GITHUB_STEP_SUMMARY name a file that may be written to, or unset it",
                    problem);
        }
    }
}
