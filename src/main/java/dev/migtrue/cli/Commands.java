package dev.migtrue.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The list of all commands. */
final class Commands {

    private Commands() {}

    /** The command line with every command on it. */
    static CommandLine all(Surroundings surroundings) {
        return new CommandLine(new Migtrue())
                .addSubcommand(new CheckCommand(surroundings))
                .addSubcommand(new StatusCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new RulesCommand(surroundings))
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new HelpCommand());
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
            return new String[] {"migtrue " + current()};
        }

        static String current() {
            String built = Version.class.getPackage().getImplementationVersion();
            return built == null ? "development" : built;
        }
    }
}
