package dev.migtrue.cli;

import dev.migtrue.cli.Surroundings.Terminal;
import dev.migtrue.gather.git.JGitRepository;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The program: turns arguments into a command, runs it, and turns what came of it into an exit code. */
public final class Main {

    private static final Set<String> REPOSITORY_READERS = Set.of("check", "status");

    private final Surroundings surroundings;

    Main(Surroundings surroundings) {
        this.surroundings = surroundings.guarded();
    }

    /** Runs the program in this process and ends it. */
    public static void main(String[] arguments) {
        Surroundings process = new Surroundings(
                Path.of("").toAbsolutePath(),
                System.getenv(),
                new InputStreamReader(System.in, StandardCharsets.UTF_8),
                writer(System.out),
                writer(System.err),
                Terminal.valueOf(System.getProperty("migtrue.terminal", "NONE")));
        warmUp(arguments);
        System.exit(new Main(process).run(arguments));
    }

    /** Makes git's library ready if a run will need it, while the arguments are taken apart, which takes as long. */
    static void warmUp(String... arguments) {
        if (arguments.length > 0 && REPOSITORY_READERS.contains(arguments[0])) {
            // What fails here fails again in the run, and is told there.
            Thread.ofPlatform()
                    .daemon()
                    .uncaughtExceptionHandler((thread, failure) -> {})
                    .start(JGitRepository::warmUp);
        }
    }

    /** Runs one command and returns the exit code. */
    int run(String... arguments) {
        if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
            // Asked by every script that looks whether we are there: answered before the parser is built.
            surroundings.out().println(Commands.Version.line());
            surroundings.out().flush();
            return ExitCode.CLEAN.number();
        }
        // Before anybody can quote them.
        Arrays.stream(arguments).forEach(surroundings.secrets()::remembering);
        CommandLine commands = Commands.forArguments(surroundings, arguments)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new Failures(surroundings))
                .setParameterExceptionHandler(new MisuseHandler(surroundings.secrets()));
        try {
            return commands.execute(arguments);
        } finally {
            surroundings.out().flush();
            surroundings.err().flush();
        }
    }

    /** Our output is UTF-8 whatever the locale says: a report must not depend on the machine that wrote it. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /** Tells what went wrong in one or two lines; the stack trace only on request. */
    private record Failures(Surroundings surroundings) implements IExecutionExceptionHandler {

        @Override
        public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
            PrintWriter err = surroundings.err();
            ExitCode code = switch (problem) {
                case UsageException misuse -> {
                    err.println("migtrue: " + shown(String.valueOf(misuse.getMessage())));
                    yield ExitCode.WRONG_USE;
                }
                case Failure failure -> {
                    err.println("migtrue: " + shown(failure.problem()));
                    err.println("  " + shown(failure.remedy()));
                    yield ExitCode.UNVERIFIED;
                }
                default -> {
                    err.println("migtrue: internal error: " + shown(problem.toString()));
                    err.println("  this is a fault of migtrue: please report it with what --debug prints");
                    yield ExitCode.INTERNAL_ERROR;
                }
            };
            if (command.getParseResult().hasMatchedOption("--debug")) {
                StringWriter trace = new StringWriter();
                problem.printStackTrace(new PrintWriter(trace, true));
                err.print(shown(trace.toString()));
            }
            return code.number();
        }

        /** What others say of a failure may quote anything. */
        private String shown(String text) {
            return surroundings.secrets().withoutAny(text);
        }
    }
}
