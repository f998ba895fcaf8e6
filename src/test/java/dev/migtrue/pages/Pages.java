package dev.migtrue.pages;

import dev.migtrue.judge.rule.RulePage;
import dev.migtrue.model.RuleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The folder {@code rules} at the top of the repository. */
final class Pages {

    static final Path FOLDER = Path.of("rules");
    static final Path INDEX = FOLDER.resolve("README.md");

    private Pages() {}

    /** The files of all pages, sorted by name; the index is none. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.equals(INDEX)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pages by id, in the order of their file names. */
    static SequencedMap<RuleId, RulePage> all() {
        SequencedMap<RuleId, RulePage> pages = new LinkedHashMap<>();
        files().forEach(file -> {
            RulePage page = parse(file);
            pages.put(page.id(), page);
        });
        return pages;
    }

    private static RulePage parse(Path file) {
        try {
            return RulePage.parse(read(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** The examples of a page. */
    static List<Example> examples(RulePage page) {
        try {
            return PageExamples.parse(page.text());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("rules/%s.md: %s".formatted(page.id(), e.getMessage()), e);
        }
    }

    /** Puts what the tool says of a bad example into its page. */
    static void updateFindings(RulePage page, Example example, String said) {
        Path file = FOLDER.resolve(page.id() + ".md");
        String text = read(file);
        int section = text.indexOf("\n## " + example.heading() + "\n");
        int next = text.indexOf("\n## ", section + 1);
        int fence = text.indexOf("\n```findings\n", section);
        if (fence >= 0 && fence < next) {
            int start = fence + "\n```findings\n".length();
            int end = start + example.findings().length();
            write(file, text.substring(0, start) + said + text.substring(end));
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
