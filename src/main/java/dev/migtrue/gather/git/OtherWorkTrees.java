package dev.migtrue.gather.git;

import dev.migtrue.model.ContentId;
import dev.migtrue.model.Failure;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Revision;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.model.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.ObjectId;

/** The other work trees of a repository: the main one and those that are linked to it. */
final class OtherWorkTrees {

    private final Places places;
    private final Map<String, String> environment;

    /** @param environment the variables of this process; those that speak of this work tree do not hold for others */
    OtherWorkTrees(Places places, Map<String, String> environment) {
        this.places = places;
        this.environment = new HashMap<>(environment);
        this.environment.keySet().removeIf(name -> name.startsWith("GIT_") && !name.startsWith("GIT_CONFIG"));
    }

    /** Looks for files on the disks and in the indexes of the others that their HEADs do not have, and gives those HEADs. */
    List<References.Tip> search(Search search, Trail trail) throws IOException {
        List<References.Tip> heads = new ArrayList<>();
        for (Path top : tops()) {
            try (Repository other = Repository.open(top, environment, Optional.empty())) {
                look(top, other, search, trail);
                other.head().map(OtherWorkTrees::tip).ifPresent(heads::add);
            } catch (Failure | UsageException unreadable) {
                trail.limit("the work tree " + top + " cannot be read: " + unreadable.getMessage());
            }
        }
        return heads;
    }

    private record Copy(MigrationId id, RepoPath path, ContentId content) {
        static Copy of(Migration migration) {
            return new Copy(migration.id(), migration.at().path(), migration.content());
        }
    }

    /** Commits that only git's folders of the work trees know, this one's and those whose disk is gone included. */
    SequencedSet<ObjectId> mentioned() throws IOException {
        return Mentions.in(places.git());
    }

    private static void look(Path top, Repository other, Search search, Trail trail) {
        Map<Source, Tree> trees = other.trees();
        Tree head = Optional.ofNullable(trees.get(Source.HEAD)).orElseThrow();
        String folder = top.toString();
        see(trees, Source.WORKING_TREE, new Sighting.OnOtherDisk(folder), head, search, trail);
        see(trees, Source.INDEX, new Sighting.InOtherIndex(folder), head, search, trail);
    }

    private static void see(
            Map<Source, Tree> trees, Source source, Sighting.Place place, Tree head, Search search, Trail trail) {
        Optional.ofNullable(trees.get(source)).ifPresent(tree -> {
            Set<Copy> committed = search.reading().apply(head).migrations().stream()
                    .map(Copy::of)
                    .collect(Collectors.toSet());
            for (Migration migration : search.reading().apply(tree).migrations()) {
                RepoPath path = migration.at().path();
                if (trail.isOpen(migration.id()) && !committed.contains(Copy.of(migration))) {
                    trail.answer(migration.id(), new Sighting(place, path, migration.checksum()));
                }
            }
            trail.settle();
        });
    }

    private static References.Tip tip(Revision head) {
        return new References.Tip(
                Sighting.ReferenceKind.DETACHED_HEAD, head.commit(), ObjectId.fromString(head.commit()));
    }

    private List<Path> tops() throws IOException {
        List<Path> tops = new ArrayList<>();
        Path common = places.git().common().toRealPath();
        if (common.endsWith(".git")) {
            Optional.ofNullable(common.getParent()).ifPresent(tops::add);
        }
        try (DirectoryStream<Path> linked = Files.newDirectoryStream(common.resolve("worktrees"))) {
            for (Path folder : linked) {
                Path pointer = folder.resolve("gitdir");
                if (Files.isRegularFile(pointer)) {
                    Path dotGit =
                            folder.resolve(Files.readString(pointer).strip()).normalize();
                    Optional.ofNullable(dotGit.getParent()).ifPresent(tops::add);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException none) {
            return others(tops);
        }
        return others(tops);
    }

    /** All but this one, in a stable order; one whose folder was deleted has nothing to show. */
    private List<Path> others(List<Path> tops) throws IOException {
        Path own = places.git().folder().toRealPath();
        List<Path> others = new ArrayList<>();
        for (Path top : tops) {
            if (Files.exists(top.resolve(".git")) && !own.equals(gitFolder(top))) {
                others.add(top);
            }
        }
        others.sort(null);
        return others;
    }

    private static Path gitFolder(Path top) throws IOException {
        return GitFolder.find(new Environment(top, Map.of())).folder().toRealPath();
    }
}
