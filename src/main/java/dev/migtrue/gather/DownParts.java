package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Reversals;
import dev.migtrue.model.History;
import dev.migtrue.model.Kind;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Reversal;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether migrations under review have the part that takes them back, and whether those before them have. Where nothing is under review, no file is
 * read.
 */
final class DownParts {

    /** So many of the newest others tell what people do here. */
    private static final int TELLING = 5;

    private final ReadProject project;

    DownParts(ReadProject project) {
        this.project = project;
    }

    SequencedMap<Source, Reversals> of(Facts facts) {
        Set<MigrationId> old = old(facts);
        SequencedMap<Source, Reversals> all = new LinkedHashMap<>();
        for (Source source : reviewed(facts)) {
            History history = facts.history(source).orElseThrow();
            if (history.migrations().stream().anyMatch(migration -> isReviewed(migration, old))) {
                all.put(
                        source,
                        reversals(
                                history,
                                old,
                                Objects.requireNonNull(project.trees().get(source))));
            }
        }
        return all;
    }

    /** Disk and index may have the same migrations and not the same files beside them. */
    private static List<Source> reviewed(Facts facts) {
        List<Source> sources = Stream.of(Source.WORKING_TREE, Source.INDEX)
                .filter(facts.histories()::containsKey)
                .toList();
        return sources.isEmpty() ? List.copyOf(facts.judged().keySet()) : sources;
    }

    private Reversals reversals(History history, Set<MigrationId> old, Tree tree) {
        SequencedMap<Migration, Reversal> reviewed = new LinkedHashMap<>();
        history.migrations().stream()
                .filter(migration -> isReviewed(migration, old))
                .forEach(migration ->
                        project.layout().reversal(migration, tree).ifPresent(found -> reviewed.put(migration, found)));
        List<Reversal> habit = reviewed.isEmpty()
                ? List.of()
                : history.migrations().reversed().stream()
                        .filter(migration -> isVersioned(migration) && old.contains(migration.id()))
                        .flatMap(migration -> project.layout().reversal(migration, tree).stream())
                        .limit(TELLING)
                        .toList();
        return new Reversals(reviewed, habit);
    }

    /** What base has or had, or HEAD where base is not known. */
    static Set<MigrationId> old(Facts facts) {
        Stream<Source> sources = facts.histories().containsKey(Source.BASE)
                ? Stream.of(Source.BASE, Source.FORK)
                : Stream.of(Source.HEAD);
        return sources.map(facts::history)
                .flatMap(Optional::stream)
                .flatMap(history -> history.migrations().stream())
                .map(Migration::id)
                .collect(Collectors.toSet());
    }

    private static boolean isReviewed(Migration migration, Set<MigrationId> old) {
        return isVersioned(migration) && !old.contains(migration.id());
    }

    private static boolean isVersioned(Migration migration) {
        return migration.kind() == Kind.VERSIONED;
    }
}
