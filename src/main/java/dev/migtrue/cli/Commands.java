package dev.migtrue.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The list of all commands. */
final class Commands {

    private static final SequencedMap<String, BiFunction<Surroundings, List<String>, Object>> ALL =
            new LinkedHashMap<>();

    static {
        ALL.put("check", (surroundings, rest) -> new CheckCommand(surroundings));
        ALL.put("status", (surroundings, rest) -> new StatusCommand(surroundings));
        ALL.put("prove", (surroundings, rest) -> new ProveCommand(surroundings));
        ALL.put("audit", (surroundings, rest) -> new AuditCommand(surroundings));
        ALL.put("drift", (surroundings, rest) -> new DriftCommand(surroundings));
        ALL.put("snapshot", (surroundings, rest) -> new SnapshotCommand(surroundings));
        ALL.put("hook", HookCommand::assembled);
        ALL.put("explain", (surroundings, rest) -> new ExplainCommand(surroundings));
        ALL.put("rules", (surroundings, rest) -> new RulesCommand(surroundings));
        ALL.put("doctor", (surroundings, rest) -> new DoctorCommand(surroundings));
        ALL.put("init", (surroundings, rest) -> new InitCommand(surroundings));
        ALL.put("completion", (surroundings, rest) -> new CompletionCommand(surroundings));
        ALL.put("demo", (surroundings, rest) -> new DemoCommand(surroundings));
        ALL.put("help", (surroundings, rest) -> new HelpCommand());
    }

    private Commands() {}

    /**
     * The command line for these arguments: with the one command that they start with, or with every command where they start with
     * none. Taking the annotations of a command apart is the larger part of a start, and a hook starts often.
     */
    static CommandLine forArguments(Surroundings surroundings, String... arguments) {
        CommandLine root = new CommandLine(new Migtrue());
        String first = arguments.length == 0 ? "" : arguments[0];
        List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        if (ALL.containsKey(first) && !first.equals("help")) {
            root.addSubcommand(ALL.get(first).apply(surroundings, rest));
        } else {
            ALL.values().forEach(command -> root.addSubcommand(command.apply(surroundings, rest)));
        }
        return root;
    }

    @Command(
            name = "migtrue",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Are your migrations true? Compares the migration files in the working tree, the git index,"
                    + " HEAD and the base branch with the version table of the database.",
            synopsisSubcommandLabel = "COMMAND",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:nothing at or above --fail-on",
                "1:findings",
                "2:wrong use or configuration",
                "3:something required could not be verified",
                "4:internal error"
            },
            footer = {"", "Start with 'migtrue demo', or 'migtrue check' in a repository."})
    static final class Migtrue implements Runnable {

        @CommandLine.Spec
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(spec.commandLine(), "say what to do: a command is missing");
        }
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {line()};
        }

        static String line() {
            return "migtrue " + current();
        }

        static String current() {
            String built = Version.class.getPackage().getImplementationVersion();
            return built == null ? "development" : built;
        }
    }
}
