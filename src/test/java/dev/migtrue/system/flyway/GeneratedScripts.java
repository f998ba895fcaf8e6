package dev.migtrue.system.flyway;

import dev.migtrue.testing.InMemoryTree;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A project of Flyway's with files made up at random, always the same ones; every database takes what stands in them. */
final class GeneratedScripts {

    /** Where all of them lie. */
    static final String RESOURCES = "src/main/resources/";

    private static final String CONFIGURATION = "flyway.conf";

    /** What a script is made of: each line is good for all, in whatever order. Blanks are where nobody looks for them. */
    private static final List<String> LINES = List.of(
            "select 1;",
            "  select 1 ;",
            "select 'one;two';",
            "select 'first\nsecond\r\nthird';",
            "/* a comment\nof two lines */",
            "select 1; -- rest",
            "select 2\n ;",
            "",
            "   ",
            "\t");

    /** What may stand in a comment. All but the first two end a line for somebody, though not for Flyway. */
    private static final List<String> WORDS = List.of(
            "word",
            " ",
            "\u2028",
            "\u2029",
            "\u0085",
            "\u000b",
            "\f",
            "\uFEFF",
            "\u00e9\u00fc\u00df",
            "\uD83D\uDE00",
            "\u20ac",
            "\u65e5\u672c",
            "\ufffd",
            "\u00a0",
            "{",
            "}",
            "$ ",
            "--");

    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");

    private final SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    private final Random random;

    /** @param configuration what stands in {@code flyway.conf} */
    GeneratedScripts(long seed, String configuration) {
        this.random = new Random(seed);
        files.put(CONFIGURATION, configuration.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return files.size() - 1;
    }

    /** With a resource of this content. */
    GeneratedScripts with(String path, String text) {
        return withFile(RESOURCES + path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With the source of a class. */
    GeneratedScripts withClass(String path, String text) {
        return withFile("src/main/java/" + path, text.getBytes(StandardCharsets.UTF_8));
    }

    private GeneratedScripts withFile(String path, byte[] content) {
        if (files.put(path, content) != null) {
            throw new IllegalArgumentException("twice: " + path);
        }
        return this;
    }

    /** With a resource of a random text in an encoding. */
    GeneratedScripts withRandom(String path, Charset encoding) {
        return withFile(RESOURCES + path, text(encoding).getBytes(encoding));
    }

    /** A random text that an encoding has all the letters for. */
    private String text(Charset encoding) {
        StringBuilder text = new StringBuilder(isUnicode(encoding) && one(6) ? "\uFEFF" : "");
        int lines = one(12) ? 0 : random.nextInt(9);
        String usual = any(ENDS);
        for (int i = 0; i < lines; i++) {
            String line = one(3) ? comment(encoding) : any(LINES);
            String end = one(4) ? any(ENDS) : usual;
            text.append(line).append(end);
            // For Flyway the comment ends here, for some databases it does not.
            if (end.equals("\r") && line.contains("--")) {
                text.append("-- still\n");
            }
        }
        return text.append(one(2) ? "-- the end" : "").toString();
    }

    private String comment(Charset encoding) {
        return random.ints(1 + random.nextInt(one(40) ? 5_000 : 12), 0, WORDS.size())
                .mapToObj(WORDS::get)
                .filter(encoding.newEncoder()::canEncode)
                .collect(Collectors.joining("", "-- ", ""));
    }

    private static boolean isUnicode(Charset encoding) {
        return encoding.name().startsWith("UTF-8");
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A number below {@code bound}. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    /** Puts all files on the disk. */
    void write(Path folder) throws IOException {
        for (var file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(folder.resolve(file.getKey()).getParent());
            Files.write(path, file.getValue());
        }
    }

    InMemoryTree tree() {
        InMemoryTree tree = InMemoryTree.empty();
        for (var file : files.entrySet()) {
            tree = tree.with(file.getKey(), file.getValue());
        }
        return tree;
    }

    /** What {@code flyway.conf} says. */
    Properties properties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(files.get(CONFIGURATION), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
