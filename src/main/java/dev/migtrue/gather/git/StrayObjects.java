package dev.migtrue.gather.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The objects that git keeps outside of its ordinary packs: loose ones, and those in the packs that it sets apart as unreachable. What nothing
 * refers to lies there until git clears it away, among much that something refers to.
 */
record StrayObjects(List<ObjectId> commits, List<ObjectId> blobs) {

    /** To look at so many takes some ten seconds; git itself packs loose objects when there are 6,700. */
    static final int MOST_OBJECTS = 100_000;

    /** A longer text is hardly a migration. */
    static final int LARGEST_TEXT = 1 << 20;

    private static final String SET_APART = ".mtimes";

    /** Reads what sort of objects there are; says in the trail what could not be looked at. */
    static StrayObjects in(Path objects, ObjectReader reader, Trail trail) throws IOException {
        List<ObjectId> ids = ids(objects);
        if (ids.size() > MOST_OBJECTS) {
            trail.limit("it ends after %,d loose objects".formatted(MOST_OBJECTS));
        }
        List<ObjectId> commits = new ArrayList<>();
        List<ObjectId> blobs = new ArrayList<>();
        for (ObjectId id : ids.subList(0, Math.min(ids.size(), MOST_OBJECTS))) {
            try {
                ObjectLoader object = reader.open(id);
                if (object.getType() == Constants.OBJ_COMMIT) {
                    commits.add(id);
                } else if (object.getType() == Constants.OBJ_BLOB && object.getSize() <= LARGEST_TEXT) {
                    blobs.add(id);
                }
            } catch (IOException broken) {
                trail.limit("git object " + id.name() + " cannot be read");
            }
        }
        return new StrayObjects(commits, blobs);
    }

    private static List<ObjectId> ids(Path objects) throws IOException {
        List<ObjectId> ids = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(objects, "[0-9a-f][0-9a-f]")) {
            for (Path folder : folders) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                    for (Path file : files) {
                        String name = "%s%s".formatted(folder.getFileName(), file.getFileName());
                        if (ObjectId.isId(name)) {
                            ids.add(ObjectId.fromString(name));
                        }
                    }
                }
            }
        }
        Path packs = objects.resolve("pack");
        if (Files.isDirectory(packs)) {
            try (DirectoryStream<Path> times = Files.newDirectoryStream(packs, "*" + SET_APART)) {
                for (Path file : times) {
                    addPacked(index(file), ids);
                }
            }
        }
        ids.sort(null);
        return ids;
    }

    private static File index(Path times) {
        String name = String.valueOf(times.getFileName());
        return times.resolveSibling(name.substring(0, name.length() - SET_APART.length()) + ".idx")
                .toFile();
    }

    private static void addPacked(File index, List<ObjectId> ids) throws IOException {
        for (PackIndex.MutableEntry entry : PackIndex.open(index)) {
            ids.add(entry.toObjectId());
        }
    }
}
