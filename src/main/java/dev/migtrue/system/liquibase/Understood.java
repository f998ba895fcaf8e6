package dev.migtrue.system.liquibase;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.GeneratedSql;
import dev.migtrue.model.Migration;
import dev.migtrue.model.Tree;
import dev.migtrue.system.liquibase.library.Sums;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The changesets of one tree, as Liquibase itself understands them. */
final class Understood {

    private final Map<FileSpan, Walk.Found> bySpan = new HashMap<>();
    private final Checksums checksums;
    private final Generation generation;
    private final Programs programs;

    Understood(Walk walk, Tree tree, Start start, SearchPath searchPath) {
        Parsed parsed = new Parsed(walk, tree, start.root(), searchPath);
        Definitions definitions = new Definitions(walk, start.settings());
        this.checksums = new Checksums(walk, parsed, definitions);
        this.generation = new Generation(parsed, definitions);
        this.programs = new Programs(tree, generation::withPlaceholders);
        walk.changeSets()
                .forEach(found -> bySpan.putIfAbsent(
                        new FileSpan(found.file(), found.changeSet().at()), found));
    }

    /** What a changeset does; absent where it is not among those that Liquibase reaches. */
    Optional<Program> program(Migration migration, Dialect dialect) {
        return Optional.ofNullable(bySpan.get(migration.at())).map(found -> programs.of(found, dialect));
    }

    Optional<Sums> checksums(Migration migration) {
        return Optional.ofNullable(bySpan.get(migration.at())).flatMap(checksums::of);
    }

    /** @param dialect Liquibase's short name of the database */
    Optional<GeneratedSql> generated(Migration migration, String dialect) {
        return Optional.ofNullable(bySpan.get(migration.at())).map(found -> generation.of(found, dialect));
    }
}
