package dev.migtrue.gather.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Names, contents (as hash codes) and times of everything below a folder. */
record FolderState(SortedMap<Path, String> files) {

    static FolderState of(Path folder) throws IOException {
        SortedMap<Path, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> below = Files.walk(folder)) {
                for (Path path : below.toList()) {
                    int content = Files.isRegularFile(path) ? Arrays.hashCode(Files.readAllBytes(path)) : 0;
                    files.put(
                            path,
                            Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " %x".formatted(content));
                }
            }
        }
        return new FolderState(files);
    }
}
