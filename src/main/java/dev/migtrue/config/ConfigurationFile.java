package dev.migtrue.config;

import dev.migtrue.model.FileText;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads configuration files from disk. */
public final class ConfigurationFile {

    /** What the file is called, at the top of the repository. */
    public static final String NAME = "migtrue.yaml";

    private static final List<String> MISTAKES = List.of("migtrue.yml", ".migtrue.yaml", ".migtrue.yml");

    /** In bytes: more than anybody writes, and little enough to be read in no time. */
    private static final long LARGEST = 256L * 1024;

    private ConfigurationFile() {}

    /**
     * The file at the top of a work tree; absent when there is none.
     *
     * @throws UsageException when there is one by a name that is nearly right, which would else be overlooked
     */
    public static Optional<FileText> atTop(Path workTree) {
        Path file = workTree.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            refuseMistakes(workTree);
            return Optional.empty();
        }
        // What a clone brings along must not make us show what stands elsewhere on this machine.
        return Optional.of(
                Files.isSymbolicLink(file)
                        ? new FileText.Unreadable("it is a symbolic link, which is not followed")
                        : read(file));
    }

    /** A file that the user names. */
    public static FileText read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return new FileText.Unreadable(Files.exists(file) ? "it is no file" : "there is no such file");
            }
            if (Files.size(file) > LARGEST) {
                return new FileText.Unreadable("it is larger than " + LARGEST / 1024 + " KiB");
            }
            return new FileText.Decoded(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString());
        } catch (CharacterCodingException otherEncoding) {
            return new FileText.Unreadable("it is not UTF-8 text");
        } catch (IOException unreadable) {
            return new FileText.Unreadable("the disk says: " + unreadable.getMessage());
        }
    }

    private static void refuseMistakes(Path workTree) {
        for (String name : MISTAKES) {
            if (Files.exists(workTree.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw new UsageException(name + " is not read: call it " + NAME);
            }
        }
    }
}
