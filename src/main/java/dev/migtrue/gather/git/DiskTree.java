package dev.migtrue.gather.git;

import dev.migtrue.gather.git.plumbing.ObjectFormat;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.FileText;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The files on disk, tracked or not. A file that a sparse checkout left out is there too, with the content that the
 * index has: its absence is no deletion.
 */
final class DiskTree implements Tree {

    /**
     * git's own sign for "not known": no content has it. What cannot be read is a file all the same, and equal to none
     * that can.
     */
    private static final ContentId UNKNOWN = new ContentId(ObjectId.zeroId().name());

    private final Disk disk;
    private final Index index;
    private final ObjectStore objects;
    private final IgnoreRules ignores;
    private final CheckIn checkIn;
    private final Readings readings;
    private final ObjectFormat format;
    private final Lazy<List<RepoPath>> overview;
    private final Map<RepoPath, List<RepoPath>> folders = new HashMap<>();
    private final Map<RepoPath, Optional<ContentId>> contents = new HashMap<>();

    DiskTree(Disk disk, Index index, ObjectStore objects, IgnoreRules ignores, CheckIn checkIn, Readings readings) {
        this.format = objects.format();
        this.disk = disk;
        this.index = index;
        this.objects = objects;
        this.ignores = ignores;
        this.checkIn = checkIn;
        this.readings = readings;
        this.overview = new Lazy<>(() -> DiskWalk.overview(disk, index, ignores));
    }

    @Override
    public SequencedCollection<RepoPath> files() {
        return overview.get();
    }

    @Override
    public SequencedCollection<RepoPath> filesUnder(RepoPath folder) {
        return folders.computeIfAbsent(folder, asked -> DiskWalk.everything(disk, index, ignores, asked));
    }

    @Override
    public Optional<ContentId> contentId(RepoPath path) {
        return contents.computeIfAbsent(path, this::identify);
    }

    @Override
    public Optional<FileText> text(RepoPath path) {
        Optional<BasicFileAttributes> onDisk = disk.look(path);
        return onDisk.isPresent()
                ? onDisk.filter(seen -> !seen.isDirectory()).map(seen -> read(path, seen))
                : skipped(path).map(objects::text);
    }

    @Override
    public <T> Optional<T> derive(RepoPath path, Function<FileText, T> reading) {
        Optional<ContentId> content = contentId(path);
        return isShared(path)
                ? content.map(id -> readings.of(reading, id, () -> text(path).orElseThrow()))
                : text(path).map(reading);
    }

    /**
     * Opening thousands of small files takes a while: all that nobody has read yet are read at once, by as many threads
     * as there are processors.
     */
    @Override
    public <T> SequencedMap<RepoPath, T> deriveAll(Collection<RepoPath> paths, Function<FileText, T> reading) {
        Map<ContentId, RepoPath> unread = new HashMap<>();
        for (RepoPath path : paths) {
            contentId(path)
                    .filter(content -> isPlain(path) && isShared(path) && !readings.has(reading, content))
                    .ifPresent(content -> unread.putIfAbsent(content, path));
        }
        unread.entrySet().parallelStream()
                .map(entry -> {
                    FileText text = read(disk.place(entry.getValue()), UnaryOperator.identity());
                    return new Readings.Made<>(entry.getKey(), text, reading.apply(text));
                })
                .toList()
                .forEach(made -> readings.keep(reading, made));
        return Tree.super.deriveAll(paths, reading);
    }

    /** Whether the file's text is the one that git holds for its content, line ends aside. */
    private boolean isShared(RepoPath path) {
        return disk.look(path).filter(BasicFileAttributes::isSymbolicLink).isEmpty() && checkIn.keepsText(path);
    }

    private boolean isPlain(RepoPath path) {
        return disk.look(path)
                .filter(seen -> seen.isRegularFile() && seen.size() <= Contents.LARGEST_TEXT)
                .isPresent();
    }

    private Optional<GitFile> skipped(RepoPath path) {
        return index.entry(path).filter(IndexEntry::isSkipped).map(IndexEntry::file);
    }

    private Optional<ContentId> identify(RepoPath path) {
        Optional<BasicFileAttributes> onDisk = disk.look(path);
        return onDisk.isPresent()
                ? onDisk.filter(seen -> !seen.isDirectory()).map(seen -> identify(path, seen))
                : skipped(path).map(GitFile::content);
    }

    private ContentId identify(RepoPath path, BasicFileAttributes onDisk) {
        return index.entry(path)
                .filter(entry -> entry.isCertainlyOnDisk(onDisk, index.written()))
                .map(entry -> entry.file().content())
                .orElseGet(() -> hash(path, onDisk));
    }

    private ContentId hash(RepoPath path, BasicFileAttributes onDisk) {
        try {
            return new ContentId(blob(path, onDisk).name());
        } catch (IOException unreadable) {
            return UNKNOWN;
        }
    }

    private ObjectId blob(RepoPath path, BasicFileAttributes onDisk) throws IOException {
        Path place = disk.place(path);
        if (onDisk.isSymbolicLink()) {
            return format.blob(Files.readSymbolicLink(place).toString().getBytes(StandardCharsets.UTF_8));
        }
        // What is too large for a text is not held in memory to turn its line ends either.
        if (onDisk.size() > Contents.LARGEST_TEXT || checkIn.keepsBytes(path)) {
            try (InputStream content = Files.newInputStream(place)) {
                return format.blob(onDisk.size(), content);
            }
        }
        return format.blob(checkIn.stored(path, Files.readAllBytes(place)));
    }

    private FileText read(RepoPath path, BasicFileAttributes onDisk) {
        if (onDisk.isSymbolicLink()) {
            return Contents.SYMBOLIC_LINK;
        }
        if (onDisk.size() > Contents.LARGEST_TEXT) {
            return Contents.TOO_LARGE;
        }
        return read(disk.place(path), bytes -> checkIn.utf8(path, bytes));
    }

    private static FileText read(Path place, UnaryOperator<byte[]> decoded) {
        try {
            return Contents.text(decoded.apply(Files.readAllBytes(place)));
        } catch (AccessDeniedException denied) {
            return new FileText.Unreadable("permission denied");
        } catch (NoSuchFileException gone) {
            return new FileText.Unreadable("deleted while it was being read");
        } catch (IOException unreadable) {
            return new FileText.Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }
}
