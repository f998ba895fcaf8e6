package dev.migtrue.gather;

import dev.migtrue.facts.Attribution;
import dev.migtrue.facts.Effects;
import dev.migtrue.facts.Facts;
import dev.migtrue.gather.git.Repository;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.FoundProgram;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SymbolicRoad;
import dev.migtrue.language.effect.Account;
import dev.migtrue.language.effect.Assessment;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Sighting;
import dev.migtrue.model.Tree;
import dev.migtrue.system.Layout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds out which migration made what in a database. Those that have no file any more are looked up where one was seen; that is done once,
 * however many states the database is seen in.
 */
final class EffectSearch {

    private final Repository repository;
    private final Inquiry inquiry;
    private final Account account;
    private final Set<MigrationId> told = new HashSet<>();
    private boolean isAllFound = true;

    EffectSearch(Repository repository, Inquiry inquiry, List<Facts> facts) {
        this.repository = repository;
        this.inquiry = inquiry;
        List<FoundProgram> found = new ArrayList<>();
        for (AppliedProject project : inquiry.projects()) {
            for (AppliedMigration orphan : project.orphans()) {
                Optional<FoundProgram> program = program(project.layout(), orphan.id(), facts);
                program.ifPresent(found::add);
                isAllFound &= program.isPresent();
            }
            isAllFound &= project.failed().isEmpty();
        }
        this.account = SymbolicRoad.account(inquiry, found);
        found.forEach(one -> told.add(one.migration()));
        // Of these something is in doubt.
        account.doubts().forEach(doubt -> told.remove(doubt.at().migration()));
    }

    /** Where one of them cannot be read, it may have taken back what is lost. */
    Effects effects(Schema live) {
        Assessment assessment = account.against(live);
        return new Effects(
                isAllFound ? assessment.lost() : List.of(), assessment.origins(), assessment.changes(), told);
    }

    private Optional<FoundProgram> program(Layout layout, MigrationId id, List<Facts> facts) {
        return facts.stream()
                .filter(each -> each.project().equals(layout.project()))
                .flatMap(each -> each.attribution(id).stream())
                .map(Attribution::sightings)
                .flatMap(List::stream)
                .flatMap(sighting -> program(layout, id, sighting))
                .findFirst();
    }

    private Stream<FoundProgram> program(Layout layout, MigrationId id, Sighting sighting) {
        return sighting.place().tree().flatMap(repository::tree).stream()
                .flatMap(tree -> layout.history(tree).migrations().stream()
                        .filter(migration -> migration.id().equals(id))
                        .flatMap(migration -> found(layout, migration, tree)));
    }

    private Stream<FoundProgram> found(Layout layout, Migration migration, Tree tree) {
        return layout.program(migration, tree, inquiry.dialect()).stream()
                .map(program -> new FoundProgram(migration.id(), migration.at().path(), program));
    }
}
