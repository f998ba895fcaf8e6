package dev.migtrue.cli;

import dev.migtrue.gather.address.KnownSecrets;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells which argument is wrong and what was perhaps meant, in two or three lines instead of the whole manual. */
final class MisuseHandler implements IParameterExceptionHandler {

    private final KnownSecrets secrets;

    MisuseHandler(KnownSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("migtrue: "
                + secrets.withoutAny(Optional.ofNullable(problem.getMessage())
                        .flatMap(message -> message.lines().findFirst())
                        .orElse("wrong arguments")));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                err.println("  did you mean " + String.join(" or ", near) + "?");
            }
        }
        err.println("  see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitCode.WRONG_USE.number();
    }
}
