package dev.migtrue.system.liquibase;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the changelogs of a walk say that names stand for, as far as it is the same whoever runs Liquibase. */
final class Definitions {

    private final Walk walk;
    private final Settings settings;
    private final Map<String, List<Walk.Defined>> byName;

    Definitions(Walk walk, Settings settings) {
        this.walk = walk;
        this.settings = settings;
        this.byName = walk.properties().stream()
                .collect(Collectors.groupingBy(defined -> defined.property().name()));
    }

    /** Whether it is known what a changeset says, as far as its checksum goes, once its placeholders are filled in. */
    boolean fill(Walk.Found found) {
        return found.inChecksum().allMatch(name -> isKnown(name, found));
    }

    /** The placeholders of which that is not known, those in the files that it runs among them, sorted. */
    List<String> unfilled(Walk.Found found) {
        return Stream.concat(found.changeSet().placeholders().stream(), found.inFiles().stream())
                .distinct()
                .filter(name -> !isKnown(name, found))
                .sorted()
                .toList();
    }

    /** Whether some changelog gives a value for a name. */
    boolean name(String placeholder) {
        return byName.containsKey(placeholder);
    }

    private boolean isKnown(String name, Walk.Found found) {
        List<Walk.Defined> seen = of(name, found);
        return !settings.pass(name)
                && !MachineNames.hold(name)
                && !seen.isEmpty()
                && seen.stream().noneMatch(defined -> defined.property().scope().isConditional())
                && seen.stream().allMatch(defined -> isBefore(defined, found))
                && isTheSameInAllFiles(seen);
    }

    /** The databases that the values of its placeholders are for, or not for. */
    Stream<String> dialects(Walk.Found found) {
        return found.inChecksum()
                .flatMap(name -> of(name, found).stream())
                .flatMap(defined -> defined.property().scope().dialects().stream());
    }

    /** Those that a changeset sees. */
    private List<Walk.Defined> of(String name, Walk.Found found) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(defined -> !defined.property().scope().isLocal()
                        || defined.file().equals(found.file())
                        || walk.above(found.file()).contains(defined.file()))
                .toList();
    }

    private static boolean isBefore(Walk.Defined defined, Walk.Found found) {
        return defined.file().equals(found.file()) || defined.place() <= found.place();
    }

    /** Otherwise it would be a question of which file comes first, and each is parsed by itself here. */
    private static boolean isTheSameInAllFiles(List<Walk.Defined> seen) {
        return seen.stream()
                        .collect(Collectors.groupingBy(
                                Walk.Defined::file, Collectors.mapping(Walk.Defined::property, Collectors.toSet())))
                        .values()
                        .stream()
                        .distinct()
                        .count()
                == 1;
    }
}
