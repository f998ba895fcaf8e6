package dev.migtrue.gather.git;

import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Tells which files provide a migration that is looked for; whatever the tool, it is its own reading that decides. Each content is looked at
 * once at each path. A folder may have had other names in the past: a file there is read as if it lay where the folder is today.
 */
final class Sieve {

    private final Search search;
    private final ObjectStore objects;
    private final Readings readings;
    private final FolderTrees trees;
    private final Map<RepoPath, RepoPath> folders = new LinkedHashMap<>();
    private final Map<GitFile, List<Hit>> known = new HashMap<>();
    private final Map<Place, List<Hit>> knownTrees = new HashMap<>();

    /** A migration in a file; {@code path} is where the file really lies. */
    record Hit(MigrationId id, RepoPath path, Migration migration) {
        Sighting at(Sighting.Place place) {
            return new Sighting(place, path, migration.checksum());
        }
    }

    private record Place(RepoPath folder, ObjectId tree) {}

    Sieve(Search search, ObjectStore objects, Readings readings, FolderTrees trees) {
        this.search = search;
        this.objects = objects;
        this.readings = readings;
        this.trees = trees;
        search.folders().forEach(folder -> folders.put(folder, folder));
    }

    /** The folders that are looked into, those of the past included. */
    Set<RepoPath> folders() {
        return new LinkedHashSet<>(folders.keySet());
    }

    /** Makes it known that a folder was called otherwise in the past. */
    void addFormer(RepoPath former, RepoPath folder) {
        folders.putIfAbsent(former, Optional.ofNullable(folders.get(folder)).orElse(folder));
    }

    /** What all folders of a commit's top tree hold. */
    List<Hit> in(ObjectId top) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (RepoPath folder : folders.keySet()) {
            ObjectId tree = trees.find(top, folder);
            if (!FolderTrees.isAbsent(tree)) {
                Place place = new Place(folder, tree);
                List<Hit> held = knownTrees.get(place);
                if (held == null) {
                    held = among(trees.files(folder, tree));
                    knownTrees.put(place, held);
                }
                hits.addAll(held);
            }
        }
        return hits;
    }

    /** What these files hold. */
    List<Hit> among(Collection<GitFile> files) {
        Map<RepoPath, GitFile> unseen = new HashMap<>();
        Map<RepoPath, RepoPath> really = new HashMap<>();
        for (GitFile file : files) {
            if (!known.containsKey(file)) {
                known.put(file, new ArrayList<>());
                RepoPath today = today(file.path());
                if (unseen.containsKey(today)) {
                    read(unseen, really);
                    unseen.clear();
                    really.clear();
                }
                unseen.put(today, new GitFile(today, file.mode(), file.blob()));
                really.put(today, file.path());
            }
        }
        read(unseen, really);
        return files.stream()
                .flatMap(file -> Optional.ofNullable(known.get(file)).stream())
                .flatMap(List::stream)
                .toList();
    }

    private void read(Map<RepoPath, GitFile> unseen, Map<RepoPath, RepoPath> really) {
        if (unseen.isEmpty()) {
            return;
        }
        for (Migration migration : history(unseen.values()).migrations()) {
            RepoPath today = migration.at().path();
            GitFile read = unseen.get(today);
            RepoPath path = really.get(today);
            if (read != null && path != null && search.ids().contains(migration.id())) {
                known.computeIfAbsent(new GitFile(path, read.mode(), read.blob()), file -> new ArrayList<>())
                        .add(new Hit(migration.id(), path, migration));
            }
        }
    }

    /** Every file in all folders of a commit's top tree, by where it would lie today. */
    Map<RepoPath, GitFile> files(ObjectId top) throws IOException {
        Map<RepoPath, GitFile> files = new HashMap<>();
        for (RepoPath folder : folders.keySet()) {
            ObjectId tree = trees.find(top, folder);
            if (!FolderTrees.isAbsent(tree)) {
                for (GitFile file : trees.files(folder, tree)) {
                    files.putIfAbsent(today(file.path()), file);
                }
            }
        }
        return files;
    }

    /** What files hold that would lie at these paths today. */
    History history(Map<RepoPath, GitFile> files) {
        return history(files.entrySet().stream()
                .map(file -> new GitFile(
                        file.getKey(), file.getValue().mode(), file.getValue().blob()))
                .toList());
    }

    private History history(Collection<GitFile> files) {
        Listing listing = new Listing(new HashSet<>(files));
        return search.reading().apply(new ObjectTree(() -> listing, objects, readings));
    }

    /** Where a path would lie if its folder had had today's name. */
    private RepoPath today(RepoPath path) {
        return folders.entrySet().stream()
                .filter(folder -> path.isUnder(folder.getKey()))
                .findFirst()
                .map(folder -> folder.getValue().child(path.relativeTo(folder.getKey())))
                .orElse(path);
    }
}
