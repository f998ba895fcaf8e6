package dev.migtrue.system;

import dev.migtrue.model.Row;
import dev.migtrue.testing.InMemoryTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a real migration tool made of a project at one stage: recorded, never invented. Kept in {@code systems/SYSTEM/CASE}: the
 * project in {@code tree}; for each stage a folder with the version table ({@code rows.tsv}: column names, then rows, {@code \N} for
 * NULL) and what was applied by then ({@code applied.txt}: {@code recorded ID} or {@code implied ID}); {@code provenance.txt} names
 * tool and version.
 *
 * @param folder where the case is kept
 * @param columns of the version table, in its order
 * @param recorded ids that have a row of their own
 * @param implied ids that were applied and have none
 */
public record SystemCase(
        String system,
        Path folder,
        String stage,
        InMemoryTree tree,
        List<String> columns,
        List<Row> rows,
        List<String> recorded,
        List<String> implied) {

    /** All stages of all cases of a system. */
    public static List<SystemCase> of(MigrationSystem system) {
        return folders(resources(system.name()))
                .flatMap(folder -> folders(folder)
                        .filter(stage -> Files.exists(stage.resolve("rows.tsv")))
                        .map(stage -> read(system.name(), folder, stage)))
                .toList();
    }

    @Override
    public String toString() {
        return system + ": " + folder.getFileName() + ", stage " + stage;
    }

    private static SystemCase read(String system, Path folder, Path stage) {
        return new SystemCase(
                system,
                folder,
                stage.getFileName().toString(),
                tree(folder.resolve("tree")),
                columns(lines(stage.resolve("rows.tsv"))),
                rows(lines(stage.resolve("rows.tsv"))),
                marked("recorded ", stage),
                marked("implied ", stage));
    }

    private static InMemoryTree tree(Path top) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return InMemoryTree.of(files);
    }

    private static List<String> columns(List<String> lines) {
        return List.of(lines.getFirst().split("\t", -1));
    }

    private static List<Row> rows(List<String> lines) {
        List<String> columns = columns(lines);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    List<String> values = List.of(line.split("\t", -1));
                    SequencedMap<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        if (!values.get(i).equals("\\N")) {
                            row.put(columns.get(i), values.get(i));
                        }
                    }
                    return new Row(row);
                })
                .toList();
    }

    private static List<String> marked(String mark, Path stage) {
        return lines(stage.resolve("applied.txt")).stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> folders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path resources(String system) {
        try {
            var folder = SystemCase.class.getResource("/systems/" + system);
            if (folder == null) {
                throw new IllegalStateException("src/test/resources/systems/" + system + " holds no recorded case");
            }
            return Path.of(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
