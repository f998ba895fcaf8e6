package dev.migtrue.language.sql;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.reader.StatementReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How fast scripts are split and read. A text of a million chars is worked on, so the operations in a second are
 * megabytes in a second.
 * {@code mvn test -Pbench -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dbench.folder=FOLDER} takes the scripts
 * of a folder instead of ours.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class SplitAndReadBenchmark {

    private static final int CHARS = 1_000_000;

    @Param({"POSTGRESQL", "MYSQL", "SQL_SERVER"})
    public Dialect dialect = Dialect.POSTGRESQL;

    private String text = "";

    @Setup
    public void fill() throws IOException {
        String folder = System.getProperty("bench.folder", "");
        String once = folder.isEmpty() ? ours() : scripts(Path.of(folder));
        text = once.repeat(CHARS / once.length() + 1).substring(0, CHARS);
    }

    private String ours() throws IOException {
        return Files.readAllLines(Path.of("src", "test", "resources", "sql", "statements.txt")).stream()
                .filter(line -> line.startsWith(dialect.name()))
                .map(line -> List.of(line.split(" \\| ", -1)).get(1) + ";\n")
                .collect(Collectors.joining());
    }

    private static String scripts(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return all.toString();
    }

    @Benchmark
    public Script split() {
        return Script.of(text, dialect);
    }

    @Benchmark
    public void splitAndRead(Blackhole hole) {
        for (Statement statement : Script.of(text, dialect).statements()) {
            Action action = StatementReader.read(statement);
            hole.consume(action);
        }
    }
}
