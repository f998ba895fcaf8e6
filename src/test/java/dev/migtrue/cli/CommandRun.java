package dev.migtrue.cli;

import dev.migtrue.cli.Surroundings.Terminal;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/** One run of the command line in this process: what it printed, and how it ended. */
public record CommandRun(int exitCode, String output, String errors) {

    public static CommandRun in(Path folder, Map<String, String> environment, String... arguments) {
        return fed("", folder, environment, arguments);
    }

    /** As the other, with {@code input} to read. */
    public static CommandRun fed(String input, Path folder, Map<String, String> environment, String... arguments) {
        StringWriter output = new StringWriter();
        StringWriter errors = new StringWriter();
        Surroundings surroundings = new Surroundings(
                folder,
                environment,
                new StringReader(input),
                new PrintWriter(output),
                new PrintWriter(errors),
                Terminal.NONE);
        int exitCode = new Main(surroundings).run(arguments);
        return new CommandRun(exitCode, output.toString(), errors.toString());
    }
}
