package dev.migtrue.gather;

import dev.migtrue.facts.AppliedEdit;
import dev.migtrue.facts.Change;
import dev.migtrue.facts.Edit;
import dev.migtrue.facts.Edits;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Presence;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.git.Search;
import dev.migtrue.gather.git.Traces;
import dev.migtrue.model.Checksum;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Outcome;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * Finds the texts that databases have run of migrations that were edited since, and in what today's differ from them. Where none was edited,
 * nothing is searched.
 */
final class EditedFiles {

    private final Repository repository;
    private final ReadProject project;
    private final Search.Depth depth;

    /** A migration, the checksum of the text that was applied, and each copy with another text. */
    private record Case(MigrationId id, Checksum stored, AppliedEdit edit) {

        /** Of copies with the same content the first. */
        Map<Edits.Pair, Map.Entry<Source, Migration>> copies() {
            Map<Edits.Pair, Map.Entry<Source, Migration>> copies = new HashMap<>();
            edit.copies().entrySet().stream()
                    .filter(copy -> !copy.getValue().agreesWith(stored))
                    .forEach(copy -> copies.putIfAbsent(
                            new Edits.Pair(id, stored, copy.getValue().content()), copy));
            return copies;
        }
    }

    EditedFiles(Repository repository, ReadProject project, Search.Depth depth) {
        this.repository = repository;
        this.project = project;
        this.depth = depth;
    }

    /** Only of those of which all databases have run the same text: that one is worth a search. */
    Edits of(Facts facts) {
        List<Case> cases = AppliedEdit.of(facts).stream()
                .filter(edit -> edit.stored().size() == 1)
                .map(edit -> new Case(edit.presence().id(), edit.stored().getFirst(), edit))
                .toList();
        Traces traces = searched(cases.stream()
                .filter(one -> stillIn(one, List.of(Source.HEAD)).isEmpty())
                .toList());
        Map<Edits.Pair, Edit> known = new HashMap<>();
        for (Case one : cases) {
            one.copies().forEach((pair, copy) -> known.put(pair, edit(one, copy, traces)));
        }
        return new Edits(known, undecided(facts));
    }

    /** The files of which nobody can tell whether they are what was applied, with the reason. */
    private SequencedMap<RepoPath, String> undecided(Facts facts) {
        SequencedMap<RepoPath, String> undecided = new LinkedHashMap<>();
        for (Presence presence : facts.presences()) {
            List<Checksum> stored = presence.applied().values().stream()
                    .filter(applied -> applied.outcome() == Outcome.SUCCEEDED)
                    .flatMap(applied -> applied.checksum().stream())
                    .toList();
            presence.copies().forEach((source, copy) -> {
                if (copy.checksum().isEmpty() && !stored.stream().allMatch(copy::agreesWith)) {
                    project.undecided(source, copy)
                            .ifPresent(reason -> undecided.putIfAbsent(copy.at().path(), reason));
                }
            });
        }
        return undecided;
    }

    private Traces searched(List<Case> cases) {
        if (cases.isEmpty()) {
            return Traces.NONE;
        }
        Map<MigrationId, Checksum> wanted = new HashMap<>();
        cases.forEach(one -> wanted.put(one.id(), one.stored()));
        return repository.search(new Search(
                project.layout().project().folders(), wanted.keySet(), tree -> applied(tree, wanted), depth, Set.of()));
    }

    /** The migrations of a tree whose text is the one that was applied. */
    private History applied(Tree tree, Map<MigrationId, Checksum> wanted) {
        History history = project.layout().history(tree);
        return history.withMigrations(history.migrations().stream()
                .filter(migration -> wanted.containsKey(migration.id()))
                .flatMap(migration -> project.layout().checksum(migration, tree).map(migration::withChecksum).stream())
                .filter(migration -> Optional.ofNullable(wanted.get(migration.id()))
                        .filter(migration::agreesWith)
                        .isPresent())
                .toList());
    }

    private Edit edit(Case one, Map.Entry<Source, Migration> copy, Traces traces) {
        Optional<Edit> inHead = stillIn(one, List.of(Source.HEAD)).map(was -> stillIn(was, copy));
        return inHead.or(() -> Optional.ofNullable(traces.sightings().get(one.id()))
                        .map(sightings -> seen(sightings.getFirst(), copy)))
                .or(() -> stillIn(one, one.edit().presence().copies().sequencedKeySet())
                        .map(was -> stillIn(was, copy)))
                .or(() -> undone(one, copy))
                .orElseGet(() -> new Edit.Lost(traces.limits(), placeholder(copy)));
    }

    /** The first of some sources that has the text that was applied. */
    private static Optional<Map.Entry<Source, Migration>> stillIn(Case one, Collection<Source> sources) {
        return one.edit().presence().copies().entrySet().stream()
                .filter(copy ->
                        sources.contains(copy.getKey()) && copy.getValue().agreesWith(one.stored()))
                .findFirst();
    }

    private Edit stillIn(Map.Entry<Source, Migration> was, Map.Entry<Source, Migration> now) {
        return new Edit.StillIn(
                was.getKey(), change(text(was.getKey(), was.getValue().at().path()), now));
    }

    private Edit seen(Sighting sighting, Map.Entry<Source, Migration> now) {
        Optional<String> before =
                sighting.place().tree().flatMap(repository::tree).flatMap(tree -> text(tree, sighting.path()));
        return new Edit.Seen(sighting, change(before, now));
    }

    private Optional<Change> change(Optional<String> before, Map.Entry<Source, Migration> now) {
        RepoPath path = now.getValue().at().path();
        return isAlone(now)
                ? before.flatMap(was -> text(now.getKey(), path).map(is -> Difference.between(was, is, path)))
                : Optional.empty();
    }

    /** Whether its file holds no other migration: that one may be what differs. */
    private boolean isAlone(Map.Entry<Source, Migration> copy) {
        return Optional.ofNullable(project.histories().get(copy.getKey())).stream()
                        .flatMap(history -> history.migrations().stream())
                        .filter(migration -> migration
                                .at()
                                .path()
                                .equals(copy.getValue().at().path()))
                        .limit(2)
                        .count()
                == 1;
    }

    private Optional<Edit> undone(Case one, Map.Entry<Source, Migration> copy) {
        RepoPath path = copy.getValue().at().path();
        return Optional.ofNullable(project.trees().get(copy.getKey()))
                .flatMap(tree -> text(tree, path).stream()
                        .flatMap(text -> Alterations.of(text).stream())
                        .filter(altered -> project.layout()
                                .checksum(copy.getValue(), new AlteredTree(tree, path, altered.text()))
                                .equals(Optional.of(one.stored())))
                        .map(altered -> (Edit) new Edit.Undone(altered.change()))
                        .findFirst());
    }

    private Optional<String> placeholder(Map.Entry<Source, Migration> copy) {
        return text(copy.getKey(), copy.getValue().at().path()).stream()
                .flatMap(text -> Difference.PLACEHOLDER.matcher(text).results())
                .map(MatchResult::group)
                .findFirst();
    }

    private Optional<String> text(Source source, RepoPath path) {
        return Optional.ofNullable(project.trees().get(source)).flatMap(tree -> text(tree, path));
    }

    private static Optional<String> text(Tree tree, RepoPath path) {
        return tree.text(path).stream()
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Stream.of(decoded.text()) : Stream.<String>of())
                .findFirst();
    }
}
