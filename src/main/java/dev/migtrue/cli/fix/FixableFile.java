package dev.migtrue.cli.fix;

import dev.migtrue.model.Failure;
import dev.migtrue.model.Fix;
import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Optional;

/** A file on disk for which there are fixes. */
final class FixableFile {

    private static final String UNTOUCHED = "no file was changed";

    private final RepoPath path;
    private final Path file;
    private final List<Fix.Edits> fixes;

    /** @param file where it lies; what a link leads to is what is written */
    FixableFile(RepoPath path, Path file, List<Fix.Edits> fixes) {
        this.path = path;
        this.file = file;
        this.fixes = List.copyOf(fixes);
    }

    RepoPath path() {
        return path;
    }

    /** What it says now. */
    String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException problem) {
            throw new Failure("cannot fix " + path + ": it is not UTF-8", "edit it by hand", problem);
        } catch (IOException problem) {
            throw new Failure(
                    "cannot read " + path + ": " + problem.getMessage(), "nothing was changed in it", problem);
        }
    }

    /** What it would say. */
    EditedText edited(String text) {
        try {
            return EditedText.of(text, fixes);
        } catch (IllegalArgumentException problem) {
            throw new Failure(
                    "cannot fix " + path + ": it was changed while it was looked at", "run it again", problem);
        }
    }

    /** Writes it: all or nothing, with the rights that it had. */
    void write(String text) {
        try {
            Path target = file.toRealPath();
            Path beside =
                    Files.createTempFile(Optional.ofNullable(target.getParent()).orElse(target), ".migtrue", ".tmp");
            try {
                Files.writeString(beside, text);
                keepRights(target, beside);
                Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException problem) {
            throw new Failure("cannot write " + path + ": " + problem.getMessage(), UNTOUCHED, problem);
        }
    }

    private static void keepRights(Path from, Path to) throws IOException {
        PosixFileAttributeView rights = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        PosixFileAttributeView own = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (rights != null && own != null) {
            rights.setPermissions(own.readAttributes().permissions());
        }
    }
}
