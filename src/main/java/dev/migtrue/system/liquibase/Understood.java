package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Tree;
import dev.migtrue.system.liquibase.library.ParsedChangeSet;
import dev.migtrue.system.liquibase.library.Sums;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The changesets of one tree, as Liquibase itself understands them. */
final class Understood {

    private final Map<FileSpan, Walk.Found> bySpan = new HashMap<>();
    /** Each in the order of their places. */
    private final Map<ChangeSetId, List<Walk.Found>> byKey;

    private final Checksums checksums;
    private final Generation generation;
    private final Programs programs;
    private final Definitions definitions;
    private final Parsed given;
    private final Settings settings;

    Understood(Walk walk, Tree tree, Start start, SearchPath searchPath) {
        Parsed parsed = new Parsed(walk, tree, start.root(), searchPath);
        this.settings = start.settings();
        this.definitions = new Definitions(walk, settings);
        this.given = new Parsed(walk, tree, start.root(), searchPath, settings::value);
        this.checksums = new Checksums(walk, parsed, definitions);
        this.generation = new Generation(parsed, definitions);
        this.programs = new Programs(tree, generation::withPlaceholders);
        walk.changeSets()
                .forEach(found -> bySpan.putIfAbsent(
                        new FileSpan(found.file(), found.changeSet().at()), found));
        this.byKey = bySpan.values().stream()
                .sorted(Comparator.comparing(Walk.Found::place))
                .collect(Collectors.groupingBy(found -> found.id().key()));
    }

    /** What a changeset does; absent where it is not among those that Liquibase reaches. */
    Optional<Program> program(Migration migration, Dialect dialect) {
        return Optional.ofNullable(bySpan.get(migration.at())).map(found -> programs.of(found, dialect));
    }

    /** A changeset that Liquibase could run, with all values that are given; absent where it cannot be parsed. */
    Optional<ParsedChangeSet> changeSet(Migration migration, String dialect) {
        return forms(migration).stream()
                .filter(found -> !found.when().excludes(dialect))
                .findFirst()
                .flatMap(found -> given.of(found, dialect));
    }

    /** The changesets that a migration stands for: of several for different databases, there is one row. */
    private List<Walk.Found> forms(Migration migration) {
        return Optional.ofNullable(bySpan.get(migration.at()))
                .flatMap(first -> Optional.ofNullable(byKey.get(first.id().key())))
                .orElse(List.of());
    }

    /** Whether a changeset runs code of the project's own, or programs. */
    boolean isCode(Migration migration) {
        return Optional.ofNullable(bySpan.get(migration.at()))
                .filter(found -> found.changeSet().changes().stream().anyMatch(Generation.OWN_CODE::contains))
                .isPresent();
    }

    /** A placeholder in a changeset that has a value which only a run knows; absent where there is none. */
    Optional<String> unknownValue(Migration migration) {
        return Optional.ofNullable(bySpan.get(migration.at())).stream()
                .flatMap(found -> definitions.unfilled(found).stream())
                .filter(name -> settings.value(name).isEmpty())
                .filter(name -> settings.pass(name) || MachineNames.hold(name) || definitions.name(name))
                .findFirst();
    }

    Optional<Sums> checksums(Migration migration) {
        return Optional.ofNullable(bySpan.get(migration.at())).flatMap(checksums::of);
    }

    /** @param dialect Liquibase's short name of the database */
    Optional<GeneratedSql> generated(Migration migration, String dialect) {
        return Optional.ofNullable(bySpan.get(migration.at())).map(found -> generation.of(found, dialect));
    }
}
