package dev.migtrue.cli;

import dev.migtrue.gather.address.KnownSecrets;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that a run can see of the process it runs in, so that a test can be one.
 *
 * @param directory where it was started
 * @param in standard input: what git tells a hook
 * @param out standard output: findings
 * @param err standard error: progress, what was skipped, the closing summary
 * @param terminal which of the two a person is looking at
 * @param secrets what the run came to know and must not show
 */
record Surroundings(
        Path directory,
        Map<String, String> environment,
        Reader in,
        PrintWriter out,
        PrintWriter err,
        Terminal terminal,
        KnownSecrets secrets) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Surroundings of a run that knows no secret yet. */
    Surroundings(
            Path directory,
            Map<String, String> environment,
            Reader in,
            PrintWriter out,
            PrintWriter err,
            Terminal terminal) {
        this(directory, environment, in, out, err, terminal, new KnownSecrets());
    }

    /** Surroundings with nothing on standard input. */
    Surroundings(Path directory, Map<String, String> environment, PrintWriter out, PrintWriter err, Terminal terminal) {
        this(directory, environment, Reader.nullReader(), out, err, terminal);
    }

    /** These surroundings, started elsewhere. */
    Surroundings in(Path folder) {
        return new Surroundings(folder, environment, in, out, err, terminal, secrets);
    }

    /** These surroundings with other variables. */
    Surroundings with(Map<String, String> variables) {
        return new Surroundings(directory, variables, in, out, err, terminal, secrets);
    }

    /** These surroundings, in which no secret that the run comes to know gets out. */
    Surroundings guarded() {
        return new Surroundings(
                directory,
                environment,
                in,
                new PrintWriter(new GuardedWriter(out, secrets)),
                new PrintWriter(new GuardedWriter(err, secrets)),
                terminal,
                secrets);
    }

    /** These surroundings with all that is told in one stream, in the order in which it is told. */
    Surroundings withOneStream() {
        return new Surroundings(
                directory, environment, in, out, out, terminal.showsOutput() ? Terminal.BOTH : Terminal.NONE, secrets);
    }

    /** These surroundings where standard output is for something else: what would be told there is told on standard error. */
    Surroundings withFindingsAsErrors() {
        return new Surroundings(
                directory, environment, in, err, err, terminal.showsErrors() ? Terminal.BOTH : Terminal.NONE, secrets);
    }

    /** Which streams end at a terminal. */
    enum Terminal {
        NONE,
        OUTPUT,
        ERRORS,
        BOTH;

        boolean showsOutput() {
            return this == OUTPUT || this == BOTH;
        }

        boolean showsErrors() {
            return this == ERRORS || this == BOTH;
        }
    }
}
