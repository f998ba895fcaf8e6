package dev.migtrue.gather.git.plumbing;

import dev.migtrue.model.Failure;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The program {@code git}, started so that it only reads: it refreshes nothing, asks nobody, reaches no other machine, and runs none of the programs
 * that a configuration may name. As nothing that a repository says is run, it does not matter here whom the repository belongs to.
 */
public final class GitProgram {

    /** For what reads from the disk only; a disk that takes longer is out of order. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private static final List<String> READING = List.of(
            "--no-pager",
            "--no-optional-locks",
            "--no-replace-objects",
            "-c",
            "core.fsmonitor=false",
            "-c",
            "core.hooksPath=/dev/null",
            "-c",
            "core.alternateRefsCommand=true",
            "-c",
            "gc.auto=0",
            "-c",
            "maintenance.auto=false");
    private static final List<String> LOCALLY = List.of("-c", "protocol.allow=never");

    /** What of git's own environment is about how it runs, and not about which repository it looks at. */
    private static final List<String> KEPT =
            List.of("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_SSH", "GIT_SSL", "GIT_HTTP", "GIT_PROXY");

    private static final Map<String, String> SILENT = Map.of(
            "LC_ALL", "C",
            "GIT_OPTIONAL_LOCKS", "0",
            "GIT_TERMINAL_PROMPT", "0",
            "GIT_NO_LAZY_FETCH", "1",
            "GIT_ASKPASS", "false",
            "SSH_ASKPASS", "false",
            "SSH_ASKPASS_REQUIRE", "force");

    private static final Pattern SECRET = Pattern.compile("://[^/@\\s]*@");

    private final Path directory;
    private final Map<String, String> variables;
    private final String purpose;

    /**
     * @param directory where it is started
     * @param environment the variables of this process
     * @param place the variables that say which repository it is to look at
     * @param purpose why git is needed, as the beginning of a sentence: {@code the index is sparse}
     */
    public GitProgram(Path directory, Map<String, String> environment, Map<String, String> place, String purpose) {
        this.directory = directory;
        this.purpose = purpose;
        this.variables = new HashMap<>(environment);
        this.variables
                .keySet()
                .removeIf(name -> name.startsWith("GIT_") && KEPT.stream().noneMatch(name::startsWith));
        this.variables.putAll(SILENT);
        this.variables.putAll(place);
    }

    /** The version of git: {@code 2.39.5}; absent when it cannot be run. */
    public static Optional<String> version(Path directory, Map<String, String> environment) {
        try {
            GitProgram git = new GitProgram(directory, environment, Map.of(), "its version");
            return Optional.of(
                    git.output("--version").replace("git version ", "").strip());
        } catch (Failure absent) {
            return Optional.empty();
        }
    }

    /** What git prints. */
    public String output(String... arguments) {
        List<String> all = new ArrayList<>(LOCALLY);
        all.addAll(List.of(arguments));
        Ended ended = run(all, "", LIMIT);
        if (ended.exitCode() != 0) {
            throw new Failure(
                    "%s, and git fails to read it: %s".formatted(purpose, firstLine(ended.errors())),
                    "see what 'git status' makes of it; 'git --version' tells whether git is older than the repository");
        }
        return ended.output();
    }

    /** Starts a git that answers questions until its standard input is closed. */
    Process converse(String... arguments) {
        List<String> all = new ArrayList<>(LOCALLY);
        all.addAll(List.of(arguments));
        return start(all, ProcessBuilder.Redirect.DISCARD);
    }

    /** Runs a git that may reach other machines; gives whether it succeeded. What it has to say may hold secrets, and is not looked at. */
    boolean succeeds(List<String> arguments, String input, Duration limit) {
        return run(arguments, input, limit).exitCode() == 0;
    }

    private record Ended(int exitCode, String output, String errors) {}

    private Ended run(List<String> arguments, String input, Duration limit) {
        Process process = start(arguments, ProcessBuilder.Redirect.PIPE);
        CompletableFuture<String> output = reading(process.getInputStream());
        CompletableFuture<String> errors = reading(process.getErrorStream());
        try {
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException ended) {
                // It ended without reading; how is what its exit code says.
                process.onExit().join();
            }
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Ended(-1, "", "it takes longer than " + limit.toSeconds() + " s");
            }
            return new Ended(process.exitValue(), output.join(), errors.join());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while git ran", "run it again", interruption);
        } finally {
            // What it started holds its pipes open, and would go on alone.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start(List<String> arguments, ProcessBuilder.Redirect errors) {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(READING);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectError(errors);
        builder.environment().clear();
        builder.environment().putAll(variables);
        try {
            return builder.start();
        } catch (IOException unable) {
            throw new Failure(
                    "%s, which only git can read, and it cannot be started: %s".formatted(purpose, unable.getMessage()),
                    "see whether 'git --version' works",
                    unable);
        }
    }

    /** Where it is. Java would look along its own PATH, and systems there are in the current folder: a project's git must not be taken for git. */
    private Path program() {
        return Arrays.stream(variables.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .flatMap(folder -> Stream.of(folder.resolve("git"), folder.resolve("git.exe")))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        purpose + ", which only git can read, and there is no git",
                        "install git, or put it on the PATH"));
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        CompletableFuture<String> read = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                read.complete(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException | UncheckedIOException closed) {
                read.complete("");
            }
        });
        return read;
    }

    private static String firstLine(String errors) {
        String line = errors.lines().findFirst().orElse("it does not say why");
        return SECRET.matcher(line).replaceAll("://");
    }
}
