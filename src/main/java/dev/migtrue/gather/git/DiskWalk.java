package dev.migtrue.gather.git;

import dev.migtrue.model.Failure;
import dev.migtrue.model.RepoPath;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One walk through the folders of a work tree. It goes where git goes: into no symbolic link, no submodule, and no
 * other repository that happens to lie here, unless git tracks files in there. Files that a sparse checkout left out
 * count as found.
 */
final class DiskWalk {

    /**
     * Folders in which migrations are commonly kept. An overview passes by what git ignores, but not by ignored folders
     * of these names: a migration folder that somebody ignored is just what must be found.
     */
    static final Set<String> MIGRATION_FOLDERS = Set.of(
            "alembic",
            "changelog",
            "changelogs",
            "db",
            "ddl",
            "flyway",
            "liquibase",
            "migrate",
            "migration",
            "migrations",
            "sql",
            "versions");

    private static final String DOT_GIT = ".git";

    private final Disk disk;
    private final Index index;
    private final IgnoreRules ignores;
    private final Depth depth;
    private final List<RepoPath> found = new ArrayList<>();
    private final Set<RepoPath> enteredThoughIgnored = new HashSet<>();

    /** How closely a walk looks. */
    private enum Depth {
        OVERVIEW,
        EVERYTHING
    }

    private DiskWalk(Disk disk, Index index, IgnoreRules ignores, Depth depth) {
        this.disk = disk;
        this.index = index;
        this.ignores = ignores;
        this.depth = depth;
    }

    /**
     * Enough to recognise what is there, sorted: names that the index has are believed to be files, folders ignored as
     * a whole are passed by, and so are folders that may not be read.
     */
    static List<RepoPath> overview(Disk disk, Index index, IgnoreRules ignores) {
        return new DiskWalk(disk, index, ignores, Depth.OVERVIEW).below(RepoPath.TOP);
    }

    /** Every file below a folder, sorted. A folder that may not be read is a failure. */
    static List<RepoPath> everything(Disk disk, Index index, IgnoreRules ignores, RepoPath folder) {
        return new DiskWalk(disk, index, ignores, Depth.EVERYTHING).below(folder);
    }

    private List<RepoPath> below(RepoPath folder) {
        if (disk.isFolder(folder) && isOurs(folder)) {
            walk(folder);
        }
        Set<RepoPath> onDisk = new HashSet<>(found);
        index.skipped().stream()
                .filter(path -> path.isUnder(folder) && !onDisk.contains(path) && !disk.isFolder(path))
                .forEach(found::add);
        found.sort(null);
        return List.copyOf(found);
    }

    private void walk(RepoPath folder) {
        for (String name : names(folder)) {
            if (!name.equals(DOT_GIT)) {
                visit(folder.child(name));
            }
        }
    }

    private void visit(RepoPath path) {
        if (depth == Depth.OVERVIEW && index.holdsFile(path)) {
            found.add(path);
        } else if (disk.isFolder(path)) {
            if (isOursItself(path) && isEntered(path)) {
                walk(path);
            }
        } else if (disk.look(path).isPresent()) {
            found.add(path);
        }
    }

    private boolean isEntered(RepoPath folder) {
        if (depth == Depth.EVERYTHING
                || index.holdsFolder(folder)
                || ignores.hidingFolder(folder).isEmpty()) {
            return true;
        }
        boolean isEntered = MIGRATION_FOLDERS.contains(folder.name())
                || folder.parent().filter(enteredThoughIgnored::contains).isPresent();
        if (isEntered) {
            enteredThoughIgnored.add(folder);
        }
        return isEntered;
    }

    private boolean isOurs(RepoPath folder) {
        return folder.parent().map(this::isOurs).orElse(true) && isOursItself(folder);
    }

    private boolean isOursItself(RepoPath folder) {
        return index.holdsFolder(folder)
                || folder.equals(RepoPath.TOP)
                || !(index.holdsSubmodule(folder)
                        || isRepository(disk.place(folder).resolve(DOT_GIT)));
    }

    private static boolean isRepository(Path dotGit) {
        return Files.isRegularFile(dotGit) || (Files.exists(dotGit) && GitFolder.isGitFolder(dotGit));
    }

    private Collection<String> names(RepoPath folder) {
        try {
            return disk.names(folder);
        } catch (AccessDeniedException denied) {
            if (depth == Depth.OVERVIEW) {
                return List.of();
            }
            throw new Failure(
                    "the folder " + folder + " may not be read",
                    "give yourself the permission, or run as somebody who has it",
                    denied);
        }
    }
}
