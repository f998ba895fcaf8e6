package dev.migtrue.gather.database.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A change to a database, and what is to be found of it.
 *
 * @param sql its statements
 * @param differences a line for each, in the order of the objects
 */
public record KnownChange(String sql, List<String> differences) {

    /** The changes of an engine, in paragraphs: the statements, then, indented, what is found. */
    public static Stream<KnownChange> of(String engine) {
        return Arrays.stream(text(engine, "changes.txt").split("\n\n+"))
                .filter(Predicate.not(paragraph -> paragraph.startsWith("#")))
                .map(KnownChange::parse);
    }

    /** The statements that make an engine's database. */
    public static String made(String engine) {
        return text(engine, "made.sql");
    }

    private static KnownChange parse(String paragraph) {
        List<String> lines = paragraph.lines().toList();
        return new KnownChange(
                String.join(
                        "\n",
                        lines.stream().filter(line -> !line.startsWith("  ")).toList()),
                lines.stream()
                        .filter(line -> line.startsWith("  "))
                        .map(line -> line.substring(2))
                        .toList());
    }

    static String text(String engine, String name) {
        try {
            return Files.readString(Path.of("src/test/resources/catalogue", engine, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return sql;
    }
}
