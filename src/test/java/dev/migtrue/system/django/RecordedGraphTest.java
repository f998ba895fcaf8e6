package dev.migtrue.system.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Backlog;
import dev.migtrue.facts.Facts;
import dev.migtrue.facts.MigrationGraph;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Source;
import dev.migtrue.system.Layout;
import dev.migtrue.system.SystemCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Graph and backlog of the recorded cases, held against those that Django made. */
class RecordedGraphTest {

    private static final DatabaseName DATABASE = new DatabaseName("recorded");

    static Stream<SystemCase> cases() {
        return SystemCase.of(new DjangoSystem()).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itHasTheParentsAndLeavesOfDjangosGraph(SystemCase recorded) {
        MigrationGraph graph = new MigrationGraph(marked(recorded));
        List<String> lines = new ArrayList<>();
        for (Migration node : marked(recorded).migrations()) {
            graph.needed(node).forEach(parent -> lines.add(node.id() + " < " + parent.id()));
        }
        graph.heads().forEach(head -> lines.add("leaf " + head.id()));

        // A squashed migration is in our graph under its own name, and once more under that of each it stands for.
        List<String> collapsed = marked(recorded).migrations().stream()
                .flatMap(migration -> migration.replaced().ids().stream())
                .map(MigrationId::value)
                .toList();
        assertThat(lines.stream().filter(line -> !collapsed.contains(line.split(" ", 2)[0])))
                .containsExactlyInAnyOrderElementsOf(lines(recorded.folder().resolve("graph.txt")).stream()
                        .filter(line -> line.contains(" "))
                        .toList());
        assertThat(graph.isWhole()).isTrue();
        assertThat(graph.cycles()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itHasYetToRunWhatDjangoWouldRunNext(SystemCase recorded) {
        Layout layout = layout(recorded);
        History history = marked(recorded);
        Applied applied = layout.applied("django_migrations", recorded.rows(), history);
        Facts facts = Facts.join(
                layout.project(),
                history,
                new LinkedHashMap<>(Map.of(Source.WORKING_TREE, history)),
                new LinkedHashMap<>(Map.of(DATABASE, applied)),
                Map.of());

        boolean isInconsistent = recorded.folder().endsWith("inconsistent");
        assertThat(Backlog.of(facts)).singleElement().satisfies(backlog -> {
            assertThat(backlog.due())
                    .extracting(migration -> migration.id().value())
                    .containsExactlyInAnyOrderElementsOf(
                            lines(recorded.folder().resolve(recorded.stage()).resolve("due.txt")));
            // Django refuses to run for these.
            assertThat(backlog.overtaken().entrySet().stream()
                            .map(entry -> entry.getKey().id() + " by " + entry.getValue()))
                    .containsExactlyElementsOf(
                            isInconsistent ? List.of("shop.0002_price by shop.0003_stock") : List.of());
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowWithoutAFileIsAnOrphanOnlyWhereNothingStandsForIt(SystemCase recorded) {
        Layout layout = layout(recorded);
        History history = layout.history(recorded.tree());
        SequencedMap<DatabaseName, Applied> applied = new LinkedHashMap<>();
        applied.put(DATABASE, layout.applied("django_migrations", recorded.rows(), history));
        Facts facts = Facts.join(
                layout.project(), history, new LinkedHashMap<>(Map.of(Source.HEAD, history)), applied, Map.of());

        boolean isAhead = recorded.folder().endsWith("ahead");
        assertThat(facts.orphans())
                .extracting(orphan -> orphan.id().value())
                .containsExactlyElementsOf(isAhead ? List.of("shop.0002_price", "shop.0003_stock") : List.of());
    }

    /** The history without what Django passes over because it is not marked as a package. */
    private static History marked(SystemCase recorded) {
        History history = layout(recorded).history(recorded.tree());
        return history.withMigrations(history.migrations().stream()
                .filter(migration -> history.unmarked().stream()
                        .noneMatch(folder -> migration.at().path().isUnder(folder)))
                .toList());
    }

    private static Layout layout(SystemCase recorded) {
        return new DjangoSystem().detect(recorded.tree()).getFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
