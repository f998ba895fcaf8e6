package dev.migtrue.gather.git;

import dev.migtrue.model.RepoPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that hold rules of git's, {@code .gitignore} and {@code .gitattributes}, line by line as {@link
 * ByteString}s.
 */
final class RuleFiles {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    private final Disk disk;
    private final Index index;
    private final ObjectStore objects;

    RuleFiles(Disk disk, Index index, ObjectStore objects) {
        this.disk = disk;
        this.index = index;
        this.objects = objects;
    }

    /**
     * The lines of a file of the work tree; where a sparse checkout left it out, those that the index has. None when
     * there is no such file.
     */
    List<String> lines(RepoPath file) {
        return linesOnDisk(file).orElseGet(() -> stagedLines(index.entry(file).filter(IndexEntry::isSkipped)));
    }

    /**
     * As {@link #lines(RepoPath)}, and those that the index has wherever there is no file on disk: so git treats
     * attributes.
     */
    List<String> linesOrStaged(RepoPath file) {
        return linesOnDisk(file).orElseGet(() -> stagedLines(index.entry(file)));
    }

    private Optional<List<String>> linesOnDisk(RepoPath file) {
        return disk.look(file).map(found -> found.isRegularFile() ? lines(disk.place(file)) : List.of());
    }

    /** The lines of a file outside the work tree. None when there is no such file. */
    List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? lines(Files.readAllBytes(file)) : List.of();
        } catch (IOException unreadable) {
            // git warns and goes on without it.
            return List.of();
        }
    }

    private List<String> stagedLines(Optional<IndexEntry> entry) {
        return entry.flatMap(staged -> objects.blob(staged.file().blob(), LARGEST))
                .map(RuleFiles::lines)
                .orElse(List.of());
    }

    private static List<String> lines(byte[] content) {
        String bytes = ByteString.of(content);
        int from = bytes.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        List<String> lines = new ArrayList<>();
        while (from < bytes.length()) {
            int end = bytes.indexOf('\n', from);
            int stop = end < 0 ? bytes.length() : end;
            int text = stop > from && bytes.charAt(stop - 1) == '\r' ? stop - 1 : stop;
            lines.add(bytes.substring(from, text));
            from = stop + 1;
        }
        return lines;
    }
}
