package dev.migtrue.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.Installed;
import dev.migtrue.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real tools still leave the rows that were once recorded of them. */
class RecordedAnewIT {

    private static final String PYTHON = "/usr/bin/python3";
    private static final String RUBY = "/usr/bin/ruby";

    /**
     * How the cases of one system are recorded.
     *
     * @param probe a command that ends well where the tool is installed
     * @param script stands beside the cases
     */
    private record Recording(String system, List<String> probe, List<String> script) {

        @Override
        public String toString() {
            return system;
        }
    }

    @TempDir
    private Path temporary = Path.of("");

    static Stream<Recording> recordings() {
        List<String> python = List.of(PYTHON, "record.py");
        return Stream.of(
                new Recording("alembic", List.of(PYTHON, "-c", "import alembic"), python),
                new Recording("dbmate", List.of("/bin/sh", "-c", "dbmate --version"), python),
                new Recording("django", List.of(PYTHON, "-c", "import django"), python),
                new Recording(
                        "rails",
                        List.of(RUBY, "-e", "require 'active_record'; require 'sqlite3'"),
                        List.of(RUBY, "record.rb")));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void theToolLeavesWhatWasRecorded(Recording recording) throws IOException {
        Installed.orSkip(recording.system(), run(temporary, recording.probe()).exitCode() == 0);
        Path committed = Path.of("src", "test", "resources", "systems", recording.system());
        Path copy = temporary.resolve(recording.system());
        copyWithoutRecords(committed, copy);

        Program.Run recorded = run(copy, recording.script());

        assertThat(recorded.exitCode()).as(recorded.errors()).isZero();
        assertThat(records(copy)).isNotEmpty().isEqualTo(records(committed));
    }

    private static Program.Run run(Path folder, List<String> command) {
        return Program.run(folder, Map.of("LC_ALL", "C.UTF-8"), command.toArray(String[]::new));
    }

    private static void copyWithoutRecords(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copy = to.resolve(from.relativize(file).toString());
            if (!isRecord(file)) {
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        }
    }

    /** The rows and ids of all stages; versions and messages of the tool may be others. */
    private static Map<String, String> records(Path folder) throws IOException {
        Map<String, String> records = new TreeMap<>();
        for (Path file : files(folder)) {
            if (isRecord(file)) {
                records.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return records;
    }

    private static boolean isRecord(Path file) {
        return file.endsWith("rows.tsv") || file.endsWith("applied.txt");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
