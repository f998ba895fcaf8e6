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
    private final UnderReview reviewed;

    DownParts(ReadProject project, UnderReview reviewed) {
        this.project = project;
        this.reviewed = reviewed;
    }

    SequencedMap<Source, Reversals> of(Facts facts) {
        Set<MigrationId> old = old(facts);
        SequencedMap<Source, Reversals> all = new LinkedHashMap<>();
        for (Source source : sources(facts)) {
            History history = facts.history(source).orElseThrow();
            if (history.migrations().stream().anyMatch(migration -> isReviewed(migration, source, old))) {
                all.put(source, reversals(history, old, source));
            }
        }
        return all;
    }

    /** Disk and index may have the same migrations and not the same files beside them. */
    private static List<Source> sources(Facts facts) {
        List<Source> sources = Stream.of(Source.WORKING_TREE, Source.INDEX)
                .filter(facts.histories()::containsKey)
                .toList();
        return sources.isEmpty() ? List.copyOf(facts.judged().keySet()) : sources;
    }

    private Reversals reversals(History history, Set<MigrationId> old, Source source) {
        Tree tree = Objects.requireNonNull(project.trees().get(source));
        SequencedMap<Migration, Reversal> reviewed = new LinkedHashMap<>();
        history.migrations().stream()
                .filter(migration -> isReviewed(migration, source, old))
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
    private static Set<MigrationId> old(Facts facts) {
        Stream<Source> sources = facts.histories().containsKey(Source.BASE)
                ? Stream.of(Source.BASE, Source.FORK)
                : Stream.of(Source.HEAD);
        return sources.map(facts::history)
                .flatMap(Optional::stream)
                .flatMap(history -> history.migrations().stream())
                .map(Migration::id)
                .collect(Collectors.toSet());
    }

    /** An older one that was changed had its way back, or had none, before anybody looked. */
    private boolean isReviewed(Migration migration, Source source, Set<MigrationId> old) {
        return isVersioned(migration) && reviewed.holds(source, migration) && !old.contains(migration.id());
    }

    private static boolean isVersioned(Migration migration) {
        return migration.kind() == Kind.VERSIONED;
    }
}
