package dev.migtrue.system.liquibase.library;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import liquibase.resource.AbstractResource;
import liquibase.resource.Resource;

/** A file as Liquibase sees it. */
final class TextResource extends AbstractResource {

    private final TextResources siblings;
    private final Optional<String> text;

    TextResource(String path, Optional<String> text, TextResources siblings) {
        super(path, URI.create("text:" + path.replaceAll("[^A-Za-z0-9/._-]", "_")));
        this.text = text;
        this.siblings = siblings;
    }

    @Override
    public InputStream openInputStream() throws FileNotFoundException {
        return new ByteArrayInputStream(
                text.orElseThrow(() -> new FileNotFoundException(getPath())).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean exists() {
        return text.isPresent();
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public Resource resolve(String other) {
        return siblings.get(resolvePath(other));
    }

    @Override
    public Resource resolveSibling(String other) {
        return siblings.get(resolveSiblingPath(other));
    }
}
