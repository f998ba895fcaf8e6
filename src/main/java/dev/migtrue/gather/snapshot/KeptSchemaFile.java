package dev.migtrue.gather.snapshot;

import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a schema is kept.
 *
 * @param path where it is
 * @param written as people write it
 */
public record KeptSchemaFile(Path path, String written) {

    /** What it is called at the top of a work tree, unless somebody says otherwise. */
    public static final String NAME = "migtrue.schema";

    public boolean exists() {
        return Files.exists(path);
    }

    /** The schema that is kept here; absent where there is none. */
    public Optional<KeptSchema> find() {
        return exists() ? Optional.of(read()) : Optional.empty();
    }

    /** @throws UsageException when there is none, or it is damaged */
    public KeptSchema read() {
        try {
            return parse(Files.readString(path), written);
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "there is no kept schema " + written + ": keep one with 'migtrue snapshot --schema'");
        } catch (IOException e) {
            throw new UsageException("kept schema " + written + " cannot be read: " + e.getMessage());
        }
    }

    /**
     * The schema that a text holds.
     *
     * @param written what people call the text
     */
    public static KeptSchema parse(String text, String written) {
        try {
            return KeptSchemaParser.parse(text);
        } catch (IOException e) {
            throw new UsageException("kept schema " + written + " is damaged: " + e.getMessage()
                    + "; take it anew with 'migtrue snapshot --schema'");
        }
    }

    /** Keeps a schema here, in place of the one before. */
    public void write(KeptSchema schema) {
        try {
            Files.writeString(path, KeptSchemaText.of(schema));
        } catch (IOException problem) {
            throw new Failure(
                    "cannot write " + written + ": " + problem.getMessage(),
                    "name a file in a folder that exists and may be written to",
                    problem);
        }
    }
}
