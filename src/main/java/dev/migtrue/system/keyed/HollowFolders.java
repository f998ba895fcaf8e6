package dev.migtrue.system.keyed;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Folders named as migrations, without the file that makes one of them: Prisma stops at them (P3015). Other programs keep migrations of their own kind in
 * such folders, and call theirs otherwise.
 */
record HollowFolders() implements KeyedTool.Trait {

    private static final String HOME = "migrations";

    private static final String FILE = "migration.sql";

    private static final Pattern NAME = Pattern.compile("[0-9]{14}_.+");

    /** Those right in a folder of migrations. */
    List<MalformedFile> in(RepoPath home, Tree tree) {
        if (!home.name().equals(HOME)
                || tree.contentId(home.child(PrismaFolders.LOCK)).isEmpty()) {
            return List.of();
        }
        TreeMap<RepoPath, List<RepoPath>> folders = new TreeMap<>();
        for (RepoPath file : tree.filesUnder(home)) {
            String[] parts = file.relativeTo(home).split("/", -1);
            if (parts.length > 1 && NAME.matcher(parts[0]).matches()) {
                folders.computeIfAbsent(home.child(parts[0]), folder -> new ArrayList<>())
                        .add(file);
            }
        }
        return folders.entrySet().stream()
                .filter(entry -> isHollow(entry.getValue()))
                .map(entry -> malformed(entry.getKey(), entry.getValue().getFirst()))
                .toList();
    }

    /** A file {@code migration.ts} is one for another program. */
    private static boolean isHollow(SequencedCollection<RepoPath> files) {
        return files.stream().noneMatch(file -> file.name().startsWith("migration."));
    }

    private static MalformedFile malformed(RepoPath folder, RepoPath file) {
        return new MalformedFile(
                FileSpan.of(file),
                "prisma stops at the folder '%s': there is no %s in it".formatted(folder.name(), FILE),
                "bring the file back, or move what else is in the folder elsewhere");
    }
}
