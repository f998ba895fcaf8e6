package dev.migtrue.gather;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.language.sql.standing.Standing;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Source;
import dev.migtrue.model.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the migrations before those under review have built. Their files are read only where a migration under review
 * does something of which the meaning depends on it, and each of them once: ask in execution order.
 */
final class Earlier {

    private final ReadProject project;
    private final SequencedMap<Source, History> judged;
    private final Map<UnderReview.Copy, Reading> known;
    private final List<Migration> migrations;
    private final Map<MigrationId, Integer> places = new HashMap<>();
    private final Map<Migration, Source> homes = new HashMap<>();
    private Optional<Standing> standing = Optional.empty();
    private int told;

    /** @param known what was read of these already */
    Earlier(ReadProject project, Facts facts, Map<UnderReview.Copy, Reading> known) {
        this.project = project;
        this.judged = facts.judged();
        this.known = Map.copyOf(known);
        this.migrations = facts.judgedCopies();
        for (int i = 0; i < migrations.size(); i++) {
            places.putIfAbsent(migrations.get(i).id(), i);
        }
    }

    /** The same, with what it takes for something else than it is. */
    ReviewedMigration met(ReviewedMigration reviewed) {
        Optional<Integer> place =
                Optional.ofNullable(places.get(reviewed.migration().id()));
        if (!Standing.isAskedBy(reviewed.reading())
                || place.filter(index -> index >= told).isEmpty()) {
            return reviewed;
        }
        Dialect dialect = reviewed.program().dialect();
        Standing before = standing.orElseGet(() -> begun(dialect));
        standing = Optional.of(before);
        tell(before, migrations.subList(told, place.get()), dialect);
        told = place.get() + 1;
        return reviewed.meeting(
                before.clashes(reviewed.reading(), reviewed.migration().at().path()));
    }

    /** Of a copy that several judged sources have, the first of them counts. */
    private Standing begun(Dialect dialect) {
        judged.forEach(
                (source, history) -> history.migrations().forEach(migration -> homes.putIfAbsent(migration, source)));
        return new Standing(dialect);
    }

    /** Goes on by these, in their order; what they do is read beside each other. */
    private void tell(Standing before, List<Migration> next, Dialect dialect) {
        Beside<Consumer<Standing>> begun = new Beside<>(next.size());
        next.forEach(migration -> begun.begin(step(migration, dialect)));
        begun.results().forEach(step -> step.accept(before));
    }

    /** How to find out what a migration does to what stands. */
    private Supplier<Consumer<Standing>> step(Migration migration, Dialect dialect) {
        Source home = Objects.requireNonNull(homes.get(migration));
        RepoPath file = migration.at().path();
        Optional<Reading> read = Optional.ofNullable(known.get(new UnderReview.Copy(home, migration)));
        if (read.isPresent()) {
            return () -> stands -> stands.tell(read.get(), file);
        }
        Tree tree = Objects.requireNonNull(project.trees().get(home));
        Optional<Program> program = project.layout().program(migration, tree, dialect);
        if (program.isPresent()) {
            return () -> {
                Reading reading = Reading.of(program.get());
                return stands -> stands.tell(reading, file);
            };
        }
        Optional<String> text = text(migration, tree);
        return () -> stands -> text.ifPresent(stands::tell);
    }

    private static Optional<String> text(Migration migration, Tree tree) {
        return tree.text(migration.at().path())
                .flatMap(file ->
                        file instanceof FileText.Decoded decoded ? Optional.of(decoded.text()) : Optional.empty());
    }
}
