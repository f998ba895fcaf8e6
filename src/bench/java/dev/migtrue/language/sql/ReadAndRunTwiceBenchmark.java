package dev.migtrue.language.sql;

import dev.migtrue.language.code.sqlalchemy.AlembicRevision;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.UpPart;
import dev.migtrue.language.sql.rerun.Review;
import dev.migtrue.language.sql.rerun.TwoRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long one migration takes: to be read, and to be run twice in the head. Each sample is one file, the next one each time, so that the
 * percentiles are those of the files. {@code -Dbench.folder=FOLDER} takes the scripts and the Alembic revisions of a folder instead of our
 * samples; the compiler is the one that the launcher takes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class ReadAndRunTwiceBenchmark {

    private record Sample(boolean isPython, String text) {}

    @Param({"POSTGRESQL"})
    public Dialect dialect = Dialect.POSTGRESQL;

    private final List<Sample> samples = new ArrayList<>();
    private int next;

    @Setup
    public void fill() throws IOException {
        String folder = System.getProperty("bench.folder", "");
        try (Stream<Path> files =
                Files.walk(folder.isEmpty() ? Path.of("src", "test", "resources") : Path.of(folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.toString();
                if (name.endsWith(".sql") || name.endsWith(".py")) {
                    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    if (name.endsWith(".sql") || text.contains("def upgrade(")) {
                        samples.add(new Sample(name.endsWith(".py"), text));
                    }
                }
            }
        }
    }

    @Benchmark
    public Review readAndRunTwice() {
        Sample sample = samples.get(next++ % samples.size());
        Program program = sample.isPython()
                ? AlembicRevision.read(sample.text(), dialect)
                : UpPart.program(sample.text(), dialect, Mode.STATEMENT_BY_STATEMENT);
        return TwoRuns.onAnything(dialect, program.mode()).review(program);
    }
}
