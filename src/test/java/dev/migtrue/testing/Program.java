package dev.migtrue.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs programs of the machine, and the packaged migtrue. */
public final class Program {

    private static final String PATH =
            Optional.ofNullable(System.getenv("PATH")).orElse("");

    private Program() {}

    /** What a program printed, and how it ended. */
    public record Run(int exitCode, String output, String errors) {}

    /** The launcher that {@code mvn package} left. */
    public static String migtrue() {
        return Path.of("target", "migtrue", "bin", "migtrue").toAbsolutePath().toString();
    }

    public static boolean isInstalled(String name) {
        return Arrays.stream(PATH.split(Pattern.quote(File.pathSeparator), -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /** Runs a program to its end in an environment of nothing but PATH and {@code environment}. */
    public static Run run(Path folder, Map<String, String> environment, String... command) {
        try {
            Path output = Files.createTempFile("output", ".txt");
            Path errors = Files.createTempFile("errors", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().put("PATH", PATH);
            builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            Run run = new Run(
                    process.waitFor(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
            Files.delete(output);
            Files.delete(errors);
            return run;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while " + command[0] + " ran", interruption);
        }
    }
}
