package dev.migtrue.gather;

import dev.migtrue.facts.Claims;
import dev.migtrue.facts.Facts;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.gather.git.Traces;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds other branches that add what is new here too, with another text. Where nothing is new, nothing is searched. */
final class RivalSearch {

    private final Repository repository;
    private final Layout layout;

    RivalSearch(Repository repository, Layout layout) {
        this.repository = repository;
        this.layout = layout;
    }

    Claims claims(Facts facts) {
        Set<MigrationId> added = facts.newHere().stream()
                .filter(migration -> migration.kind().isLasting())
                .map(Migration::id)
                .collect(Collectors.toSet());
        if (added.isEmpty()) {
            return Claims.NONE;
        }
        // A text that is somewhere here was copied, or merged under another id in the meantime.
        Set<ContentId> known = facts.histories().values().stream()
                .flatMap(history -> history.migrations().stream())
                .map(Migration::content)
                .collect(Collectors.toSet());
        Traces traces = repository.onOtherBranches(new Search(
                layout.project().folders(), added, tree -> others(tree, added, known), Search.Depth.KNOWN, Set.of()));
        return new Claims(traces.sightings(), traces.limits());
    }

    private History others(Tree tree, Set<MigrationId> added, Set<ContentId> known) {
        History history = layout.history(tree);
        return history.withMigrations(history.migrations().stream()
                .filter(migration -> added.contains(migration.id()) && !known.contains(migration.content()))
                .toList());
    }
}
