package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A database server of our own: it listens at the loopback address only, asks for a password that nobody else knows, and
 * is gone with all its files when it is closed or this process ends.
 */
public final class LocalServer implements AutoCloseable {

    private static final int MOST_STARTS = 3;
    private static final int BYTES_OF_PASSWORD = 16;

    private final Login login;
    private final VanishingFolder folder;
    private final BoundProcess process;

    private LocalServer(Login login, VanishingFolder folder, BoundProcess process) {
        this.login = login;
        this.folder = folder;
        this.process = process;
    }

    /** How to log in, as the user who may do everything. */
    public record Login(String user, String password, int port) {

        /** Without the password: what prints ends up in logs. */
        @Override
        public String toString() {
            return user + "@127.0.0.1:" + port;
        }
    }

    /** Starts a server. */
    public static LocalServer start(ServerKind kind, InstallationSearch search) {
        VanishingFolder folder = VanishingFolder.create();
        try {
            Path programs = Files.createDirectory(folder.path().resolve("programs"));
            Installation installation = search.find(kind, programs);
            ServerUser user = ServerUser.besides(folder.path());
            Recipe recipe = switch (kind) {
                case POSTGRESQL -> new PostgresRecipe(installation, folder.path());
                case MARIADB, MYSQL -> new MariaDbRecipe(installation, folder.path());
            };
            return new Start(folder, user, recipe, password()).start();
        } catch (IOException problem) {
            folder.close();
            throw new UncheckedIOException(problem);
        } catch (RuntimeException | Error problem) {
            folder.close();
            throw problem;
        }
    }

    private static String password() {
        byte[] password = new byte[BYTES_OF_PASSWORD];
        new SecureRandom().nextBytes(password);
        return HexFormat.of().formatHex(password);
    }

    /** What a start needs to know. */
    private record Start(VanishingFolder folder, ServerUser user, Recipe recipe, String password) {

        LocalServer start() throws IOException {
            recipe.write(password);
            user.own(folder.path());
            for (List<String> step : recipe.preparation()) {
                BoundProcess.run(recipe.kind().product(), user.command(step));
            }
            return started(1);
        }

        /** A port that is free now may be taken a moment later. */
        private LocalServer started(int start) throws IOException {
            int port = freePort();
            try {
                BoundProcess process = BoundProcess.server(
                        recipe.kind().product(),
                        user.command(recipe.server(port)),
                        recipe.signal(),
                        recipe.readyWords());
                return new LocalServer(new Login(recipe.user(), password, port), folder, process);
            } catch (Failure failure) {
                if (start == MOST_STARTS) {
                    throw failure;
                }
                return started(start + 1);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
                return socket.getLocalPort();
            }
        }
    }

    /** What it said of its end; absent where it goes on. */
    public Optional<String> lastWords() {
        return process.lastWords();
    }

    public Login login() {
        return login;
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
