package dev.migtrue.system.liquibase;

import dev.migtrue.system.liquibase.library.ParsedChangeSet;
import dev.migtrue.system.liquibase.library.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checksums of the changesets of one tree, as Liquibase would make them. Which database it would run on is not known here: where parts
 * are for some databases only, a checksum for any of these is accepted.
 */
final class Checksums {

    /** Stands for all databases that no changelog names. */
    private static final String ANY_OTHER = "any other";

    private static final Set<String> NO_DATABASE = Set.of("all", "none");

    private final Parsed parsed;
    private final Definitions definitions;
    private final Map<ChangeSetId, List<Walk.Found>> byId;
    private final Map<ChangeSetId, Optional<Sums>> made = new HashMap<>();

    Checksums(Walk walk, Parsed parsed, Definitions definitions) {
        this.parsed = parsed;
        this.definitions = definitions;
        this.byId = walk.changeSets().stream().collect(Collectors.groupingBy(Checksums::id));
    }

    /** Those of a changeset; absent where they cannot be known, or where any would do. */
    Optional<Sums> of(Walk.Found found) {
        return made.computeIfAbsent(id(found), id -> ofAll(byId.getOrDefault(id, List.of())));
    }

    /** All forms of a changeset share one row. */
    private Optional<Sums> ofAll(List<Walk.Found> forms) {
        List<Sums> sums = new ArrayList<>();
        for (Walk.Found form : forms) {
            List<Sums> ofForm = sums(form);
            if (ofForm.isEmpty()) {
                return Optional.empty();
            }
            sums.addAll(ofForm);
        }
        List<String> accepted = sums.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.current()), each.accepted().stream()))
                .distinct()
                .toList();
        return sums.stream().findFirst().map(first -> new Sums(first.current(), accepted));
    }

    private static ChangeSetId id(Walk.Found found) {
        return new ChangeSetId(
                        found.path(), found.changeSet().id(), found.changeSet().author())
                .key();
    }

    /** One for each database; none where one is not known. */
    private List<Sums> sums(Walk.Found found) {
        if (!definitions.fill(found)) {
            return List.of();
        }
        List<Optional<Sums>> sums = dialects(found)
                .map(dialect -> parsed.of(found, dialect).flatMap(ParsedChangeSet::sums))
                .toList();
        return sums.stream().allMatch(Optional::isPresent)
                ? sums.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** The databases on which a changeset may be another than on the rest. */
    private Stream<String> dialects(Walk.Found found) {
        Stream<String> named = Stream.concat(found.changeSet().dialects().stream(), definitions.dialects(found));
        return Stream.concat(
                        Stream.of(ANY_OTHER),
                        named.map(name ->
                                        name.startsWith("!") ? name.substring(1).strip() : name)
                                .filter(name -> !NO_DATABASE.contains(name))
                                .sorted())
                .distinct();
    }
}
