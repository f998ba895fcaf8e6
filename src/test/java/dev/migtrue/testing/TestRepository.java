package dev.migtrue.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small real git repository in a temporary folder, made by the real {@code git}: branch {@code main}, a fixed author
 * and date, no hooks, no templates, and nothing of the machine's or the user's configuration. Paths are relative to the
 * top of its work tree.
 */
public final class TestRepository {

    private final Path workTree;
    private final Path home;
    private final Map<String, String> environment;

    private TestRepository(Path workTree, Path home, Map<String, String> environment) {
        this.workTree = workTree;
        this.home = home;
        this.environment = Collections.unmodifiableMap(environment);
    }

    /**
     * A fresh repository below {@code folder}: its work tree, and beside it the empty home folder of whoever works in
     * it.
     */
    public static TestRepository in(Path folder) {
        TestRepository repository = unborn(folder.resolve("work"), folder.resolve("home"));
        repository.git("init", "--quiet", "--template=", "--initial-branch=main");
        return repository;
    }

    /**
     * The same world at another work tree, which {@code git} itself is to make there: a clone, a linked worktree, a
     * submodule.
     */
    public TestRepository at(Path otherWorkTree) {
        return unborn(otherWorkTree, home);
    }

    /** The same repository, with one more variable set for every {@code git} that is run. */
    public TestRepository with(String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new TestRepository(workTree, home, more);
    }

    private static TestRepository unborn(Path workTree, Path home) {
        createFolder(workTree);
        createFolder(home);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse(""));
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        // Or git status, asked only to compare with, would refresh the index.
        environment.put("GIT_OPTIONAL_LOCKS", "0");
        // Or git tidies up in the background, while the test's folder is being deleted.
        environment.put("GIT_CONFIG_COUNT", "1");
        environment.put("GIT_CONFIG_KEY_0", "maintenance.auto");
        environment.put("GIT_CONFIG_VALUE_0", "false");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ada");
            environment.put("GIT_" + who + "_EMAIL", "ada@example.org");
            environment.put("GIT_" + who + "_DATE", "2026-01-02T03:04:05Z");
        }
        return new TestRepository(workTree, home, environment);
    }

    /** The top of the work tree. */
    public Path workTree() {
        return workTree;
    }

    /** The home folder that {@code git} sees; empty unless a test puts something there. */
    public Path home() {
        return home;
    }

    /** The whole environment that {@code git} runs in here; what is tested should see the same. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where a path is on disk. */
    public Path path(String path) {
        return workTree.resolve(path);
    }

    /** Writes a file as UTF-8, over whatever was there. */
    public TestRepository write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file, over whatever was there. */
    public TestRepository write(String path, byte[] content) {
        try {
            createFolder(folderOf(path));
            Files.write(path(path), content);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes a symbolic link that holds {@code target} as it is given. */
    public TestRepository link(String path, String target) {
        try {
            createFolder(folderOf(path));
            Files.createSymbolicLink(path(path), Path.of(target));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Deletes a file from disk, and from nowhere else. */
    public TestRepository remove(String path) {
        try {
            Files.delete(path(path));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds a pattern to the topmost {@code .gitignore}. */
    public TestRepository ignore(String pattern) {
        try {
            Files.writeString(path(".gitignore"), pattern + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public TestRepository stage(String... paths) {
        return run("add", paths);
    }

    /** Stages files although they are ignored. */
    public TestRepository stageForced(String... paths) {
        return run("add --force", paths);
    }

    /** Makes files known to the index without their content, as {@code git add -N} does. */
    public TestRepository intentToAdd(String... paths) {
        return run("add --intent-to-add", paths);
    }

    /** Commits what is staged, be it nothing. */
    public TestRepository commit(String message) {
        git("commit", "--quiet", "--allow-empty", "--message", message);
        return this;
    }

    /** Makes a branch here and switches to it. */
    public TestRepository branch(String name) {
        return run("checkout --quiet -b", name);
    }

    public TestRepository checkout(String name) {
        return run("checkout --quiet", name);
    }

    /** The id of the commit that a name stands for. */
    public String commitId(String name) {
        return git("rev-parse", "--verify", name + "^{commit}").strip();
    }

    /** Runs {@code git} in the work tree and gives what it printed; fails the test when it fails. */
    public String git(String... arguments) {
        return gitFed("", arguments);
    }

    /** As {@link #git}, with {@code input} to read. */
    public String gitFed(String input, String... arguments) {
        Run run = execute(input, arguments);
        if (run.exitCode() != 0) {
            throw new AssertionError(
                    "git " + String.join(" ", arguments) + " exits with " + run.exitCode() + ": " + run.errors());
        }
        return run.output();
    }

    /** Runs {@code git} in the work tree, whatever comes of it. */
    public Run execute(String input, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            // A file, for git must not wait for somebody to read its errors.
            Path errors = Files.createTempFile("git-errors", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(workTree.toFile()).redirectError(errors.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            try (var standardInput = process.getOutputStream()) {
                standardInput.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Run run = new Run(process.waitFor(), output, Files.readString(errors));
            Files.delete(errors);
            return run;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while git ran", interruption);
        }
    }

    /** What a run of {@code git} printed, and how it ended. */
    public record Run(int exitCode, String output, String errors) {}

    private TestRepository run(String command, String... paths) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of(paths));
        git(arguments.toArray(String[]::new));
        return this;
    }

    private Path folderOf(String path) {
        return Optional.ofNullable(path(path).getParent()).orElse(workTree);
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
