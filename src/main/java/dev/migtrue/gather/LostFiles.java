package dev.migtrue.gather;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.gather.git.Traces;
import dev.migtrue.language.code.file.CompiledPython;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds where the files of migrations are or were that a database names and no source has. Where all have one, nothing is searched. */
final class LostFiles {

    private final Repository repository;
    private final Layout layout;
    private final Search.Depth depth;

    LostFiles(Repository repository, Layout layout, Search.Depth depth) {
        this.repository = repository;
        this.layout = layout;
        this.depth = depth;
    }

    Map<MigrationId, Attribution> attributions(Facts facts) {
        List<Presence> orphans = facts.orphans();
        if (orphans.isEmpty()) {
            return Map.of();
        }
        Set<MigrationId> ids = orphans.stream().map(Presence::id).collect(Collectors.toSet());
        Traces traces = repository.search(
                new Search(layout.project().folders(), ids, tree -> history(tree, ids), depth, endings(facts)));
        Map<MigrationId, Attribution> attributions = new HashMap<>();
        for (MigrationId id : ids) {
            List<Sighting> seen =
                    Optional.ofNullable(traces.sightings().get(id)).orElseGet(() -> compiled(id));
            attributions.put(id, new Attribution(seen, traces.limits()));
        }
        return attributions;
    }

    private static Set<String> endings(Facts facts) {
        return facts.presences().stream()
                .flatMap(presence -> presence.copies().values().stream())
                .map(migration -> migration.at().path().name())
                .filter(name -> name.contains("."))
                .map(name -> name.substring(name.lastIndexOf('.')))
                .collect(Collectors.toSet());
    }

    private History history(Tree tree, Set<MigrationId> ids) {
        History history = layout.history(tree);
        List<Migration> migrations = history.migrations().stream()
                .map(migration -> ids.contains(migration.id()) ? withChecksum(migration, tree) : migration)
                .toList();
        return history.withMigrations(migrations);
    }

    private Migration withChecksum(Migration migration, Tree tree) {
        return layout.checksum(migration, tree).map(migration::withChecksum).orElse(migration);
    }

    /** What Python left beside the migrations when it ran one that is gone. */
    private List<Sighting> compiled(MigrationId id) {
        return Optional.ofNullable(repository.trees().get(Source.WORKING_TREE)).stream()
                .flatMap(
                        disk -> layout.project().folders().stream().flatMap(folder -> disk.filesUnder(folder).stream()))
                .filter(path -> CompiledPython.source(path)
                        .filter(file -> layout.mayHaveHeld(file, id))
                        .isPresent())
                .map(path -> new Sighting(new Sighting.Compiled(), path, Optional.empty()))
                .limit(1)
                .toList();
    }
}
