package dev.migtrue.gather.scratch.server;

import dev.migtrue.model.Failure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom a server runs: as we do, unless we are root, whom servers refuse.
 *
 * @param prefix what a command has to begin with to be run so
 * @param number of the user whom the server's files have to belong to; absent where they may be ours
 */
record ServerUser(List<String> prefix, Optional<Integer> number) {

    private static final String OWNER = "unix:uid";

    ServerUser {
        prefix = List.copyOf(prefix);
    }

    /** @param ours a file of ours */
    static ServerUser besides(Path ours) {
        if (owner(ours) != 0) {
            return new ServerUser(List.of(), Optional.empty());
        }
        return nobody().filter(ServerUser::isUsable)
                .or(() -> Optional.of(new ServerUser(List.of("unshare", "-U", "--"), Optional.empty())))
                .filter(ServerUser::isUsable)
                .orElseThrow(() -> new Failure(
                        "servers refuse to be run by root, and neither setpriv nor unshare can run them as somebody else",
                        "run migtrue as another user, or name a database with --scratch-url"));
    }

    /** The user who may do the least. */
    private static Optional<ServerUser> nobody() {
        try {
            return Files.readAllLines(Path.of("/etc/passwd")).stream()
                    .map(line -> line.split(":", -1))
                    .filter(fields -> fields.length > 3 && fields[0].equals("nobody"))
                    .findFirst()
                    .map(fields -> new ServerUser(
                            List.of(
                                    "setpriv",
                                    "--reuid=" + fields[2],
                                    "--regid=" + fields[3],
                                    "--clear-groups",
                                    "--no-new-privs",
                                    "--"),
                            Optional.of(Integer.valueOf(fields[2]))));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isUsable() {
        try {
            BoundProcess.run(prefix.getFirst(), command(List.of("true")));
            return true;
        } catch (Failure impossible) {
            return false;
        }
    }

    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }

    /** Gives the server all that is in a folder. */
    void own(Path folder) {
        if (number.isEmpty()) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Handover(number.get()));
        } catch (IOException problem) {
            throw new Failure(
                    "cannot give " + folder + " to another user: " + problem.getMessage(),
                    "run migtrue as another user than root",
                    problem);
        }
    }

    private static int owner(Path file) {
        try {
            return (Integer) Files.getAttribute(file, OWNER, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException | UnsupportedOperationException elsewhere) {
            return 1;
        }
    }

    /** Makes files another user's. */
    private static final class Handover extends SimpleFileVisitor<Path> {

        private final int number;

        Handover(int number) {
            this.number = number;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return visitFile(folder, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.setAttribute(file, OWNER, number, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }
    }
}
