package dev.migtrue.gather.address;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program of the user's that prints an address: the only one that is ever run because a configuration says so.
 *
 * @param arguments the program and what it is given; no shell sees them
 * @param folder where it runs
 * @param limit how long it is waited for
 */
public record AddressCommand(List<String> arguments, Map<String, String> environment, Path folder, Duration limit) {

    /** A password manager may ask the user for something first. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(30);

    private static final int LONGEST = 16 * 1024;

    public AddressCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** It did not print an address. */
    public static final class Unsuccessful extends Exception {

        private static final long serialVersionUID = 1L;

        Unsuccessful(String message) {
            super(message);
        }
    }

    /**
     * What it prints.
     *
     * @throws Unsuccessful when it does not end well; what it says of that may hold secrets and is not quoted
     */
    public String output() throws Unsuccessful {
        Process process = start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unsuccessful(name() + " did not end within " + limit.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new Unsuccessful(name() + " failed with exit code " + process.exitValue());
            }
            return output.join().strip();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Unsuccessful(name() + " was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() throws Unsuccessful {
        ProcessBuilder builder =
                new ProcessBuilder(arguments).directory(folder.toFile()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException unable) {
            throw new Unsuccessful(name() + " cannot be started");
        }
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }

    private String name() {
        return "urlCommand '" + arguments.getFirst() + "'";
    }
}
