package dev.migtrue.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.Grounds;
import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Evidence;
import dev.migtrue.model.FileText;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.model.Source;
import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every entry of {@link MigrationSystems#ALL} promises to those who use it. */
class MigrationSystemContractTest {

    private static final String ODD_CHARACTERS = "\0\n\r\t \"'()[]{}<>=:;,.#%$\\é\uD83D\uDE00a0_-";

    static List<MigrationSystem> systems() {
        return MigrationSystems.ALL;
    }

    static Stream<SystemCase> cases() {
        return systems().stream().flatMap(system -> SystemCase.of(system).stream());
    }

    @Test
    void systemsAreListedByName() {
        assertThat(systems()).extracting(MigrationSystem::name).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void itsNameIsOneThatUsersCanType(MigrationSystem system) {
        assertThat(system.name()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @MethodSource("systems")
    void itIsHeldAgainstTheRealTool(MigrationSystem system) {
        assertThat(SystemCase.of(system))
                .isNotEmpty()
                .allSatisfy(recorded ->
                        assertThat(recorded.folder().resolve("provenance.txt")).isNotEmptyFile());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void itIsNotUsedInAnEmptyTree(MigrationSystem system) {
        assertThat(system.detect(InMemoryTree.empty())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itFindsWhereItIsUsed(SystemCase recorded) {
        assertThat(layouts(recorded)).hasSize(1);
        assertThat(layouts(recorded))
                .extracting(Layout::project)
                .isEqualTo(layouts(recorded).stream().map(Layout::project).toList())
                .allSatisfy(project -> {
                    assertThat(project.system()).isEqualTo(recorded.system());
                    assertThat(project.folders()).isNotEmpty();
                    assertThat(project.databaseAhead()).matches("(?s)[^A-Z].*[^.]");
                });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsVersionTableCanBeSelected(SystemCase recorded) {
        assertThat(layouts(recorded)).extracting(Layout::versionTable).allSatisfy(table -> {
            assertThat(table.name()).isNotBlank();
            assertThat(table.required()).isNotEmpty().containsAll(table.orderBy());
            assertThat(recorded.columns()).containsAll(table.required());
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsNotThereHasNoHistory(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            Map<String, String> outside = recorded.tree().files().stream()
                    .filter(file -> layout.project().folders().stream().noneMatch(file::isUnder))
                    .collect(Collectors.toMap(RepoPath::value, file -> "x"));

            assertThat(layout.history(InMemoryTree.empty()).migrations()).isEmpty();
            assertThat(layout.history(InMemoryTree.of(outside)))
                    .isEqualTo(History.empty(layout.history(recorded.tree()).ordering()));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsMigrationsStandInItsFolders(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            History history = layout.history(recorded.tree());
            assertThat(history.migrations()).isNotEmpty().allSatisfy(migration -> {
                RepoPath path = migration.at().path();
                assertThat(layout.project().folders()).anyMatch(path::isUnder);
            });
            if (history.migrations().stream()
                    .noneMatch(
                            migration -> history.holdsSeveralIn(migration.at().path()))) {
                assertThat(history.migrations())
                        .allSatisfy(migration -> assertThat(
                                        recorded.tree().contentId(migration.at().path()))
                                .contains(migration.content()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itSaysTheSameOfTheSameFiles(SystemCase recorded) {
        RememberingTree remembering = new RememberingTree(recorded.tree());
        for (Layout layout : layouts(recorded)) {
            History history = layout.history(recorded.tree());

            assertThat(layout.history(recorded.tree())).isEqualTo(history);
            assertThat(layout.history(remembering)).isEqualTo(history);
            int derivations = remembering.derivations();
            assertThat(layout.history(remembering)).isEqualTo(history);
            assertThat(remembering.derivations()).isEqualTo(derivations);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itKnowsWhatTheToolApplied(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            History history = layout.history(recorded.tree());
            Applied.Known applied = layout.applied("versions", recorded.rows(), history);

            assertThat(ids(applied, Evidence.RECORDED)).containsExactlyInAnyOrderElementsOf(recorded.recorded());
            assertThat(ids(applied, Evidence.IMPLIED)).containsExactlyInAnyOrderElementsOf(recorded.implied());
            assertThat(applied.migrations()).extracting(AppliedMigration::id).doesNotHaveDuplicates();
            assertThat(applied.reach()).isEqualTo(Applied.Reach.WHOLE);
            assertThat(applied.table()).isEqualTo("versions");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsImpliedStandsBeforeTheRowThatImpliesIt(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            List<AppliedMigration> applied = layout.applied(
                            "versions", recorded.rows(), layout.history(recorded.tree()))
                    .migrations();

            for (int i = 0; i < applied.size(); i++) {
                AppliedMigration implied = applied.get(i);
                assertThat(applied.subList(0, i))
                        .noneMatch(earlier -> implied.evidence() == Evidence.IMPLIED
                                && earlier.evidence() == Evidence.RECORDED
                                && earlier.at().equals(implied.at()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withoutARowNothingIsApplied(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            assertThat(layout.applied("versions", List.of(), layout.history(recorded.tree())))
                    .isEqualTo(new Applied.Known("versions", List.of(), Applied.Reach.WHOLE));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRowWithoutAFileIsStillApplied(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            History nothing = layout.history(InMemoryTree.empty());

            assertThat(ids(layout.applied("versions", recorded.rows(), nothing), Evidence.RECORDED))
                    .containsExactlyInAnyOrderElementsOf(recorded.recorded());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void noRowIsTooBad(SystemCase recorded) {
        Random random = new Random(20_260_104);
        for (Layout layout : layouts(recorded)) {
            History history = layout.history(recorded.tree());
            for (int i = 0; i < 50; i++) {
                Map<String, String> values = new HashMap<>();
                for (String column : layout.versionTable().required()) {
                    if (random.nextInt(4) > 0) {
                        values.put(column, oddText(random));
                    }
                }
                Applied.Known applied = layout.applied("versions", List.of(Row.of(values)), history);

                assertThat(applied.migrations())
                        .extracting(AppliedMigration::id)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** What a hook relies on when it leaves without looking. */
    @ParameterizedTest
    @MethodSource("cases")
    void onlyFilesThatItNamesOrLooksIntoDecideWhereItIsUsed(SystemCase recorded) {
        MigrationSystem system = systems().stream()
                .filter(one -> one.name().equals(recorded.system()))
                .findFirst()
                .orElseThrow();
        InMemoryTree tree = recorded.tree();
        Grounds grounds = Grounds.of(Map.of(Source.HEAD, tree), List.of(system)).orElseThrow();
        List<Project> projects = projects(system, tree);
        Set<String> places = new TreeSet<>();
        for (RepoPath file : tree.files()) {
            String folder =
                    file.parent().map(parent -> parent.child("x").value()).orElse("x");
            places.addAll(List.of(file.value(), file.value() + "~", "x-" + file.value(), "x/" + file.value()));
            places.addAll(List.of(file.name(), folder, folder + "/" + file.name(), folder + ".sql", folder + ".py"));
        }
        for (String place : places) {
            RepoPath file = new RepoPath(place);
            boolean isThere = tree.contentId(file).isPresent();
            InMemoryTree changed = isThere ? tree.without(place) : tree.with(place, "x");

            if (!grounds.matters(file)) {
                assertThat(projects(system, changed)).as(place).isEqualTo(projects);
            }
        }
        assertThat(projects).allSatisfy(project -> assertThat(project.folders()).allMatch(grounds::matters));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compiledFilesAreNeverMigrations(SystemCase recorded) {
        for (Layout layout : layouts(recorded)) {
            InMemoryTree tree = recorded.tree();
            for (Migration migration : layout.history(tree).migrations()) {
                RepoPath path = migration.at().path();
                String name = path.name().replaceFirst("\\.[^.]*$", "") + "0.pyc";
                for (String file : List.of(name, "__pycache__/" + name, ".DS_Store")) {
                    tree = tree.with(
                            path.parent()
                                    .orElseThrow()
                                    .resolve(file)
                                    .orElseThrow()
                                    .value(),
                            "x");
                }
            }

            // A tool that runs them has nobody who could read them: then they are unread files.
            assertThat(layout.history(tree).withUnread(List.of()))
                    .isEqualTo(layout.history(recorded.tree()).withUnread(List.of()));
        }
    }

    private static List<Project> projects(MigrationSystem system, InMemoryTree tree) {
        return system.detect(tree).stream().map(Layout::project).toList();
    }

    @ParameterizedTest
    @MethodSource("systems")
    void noFileIsTooBad(MigrationSystem system) {
        Random random = new Random(20_260_105);
        for (SystemCase recorded : SystemCase.of(system)) {
            List<RepoPath> files = List.copyOf(recorded.tree().files());
            for (int i = 0; i < 60; i++) {
                InMemoryTree damaged = recorded.tree();
                for (int many = random.nextInt(1, 4); many > 0; many--) {
                    damaged = damaged(damaged, files.get(random.nextInt(files.size())), random);
                }
                readEverything(system.detect(damaged), damaged, recorded.rows());
                readEverything(layouts(recorded), damaged, recorded.rows());
            }
        }
    }

    /** Reads all there is; whatever is in the files, no file may make two migrations of one id in one place. */
    private static void readEverything(List<Layout> layouts, InMemoryTree tree, List<Row> rows) {
        for (Layout layout : layouts) {
            History history = layout.history(tree);
            assertThat(history.migrations())
                    .extracting(migration -> Map.entry(migration.id(), migration.at()))
                    .doesNotHaveDuplicates();
            assertThat(layout.versionTable().required()).isNotEmpty();
            assertThat(layout.applied("versions", rows, history).migrations())
                    .extracting(AppliedMigration::id)
                    .doesNotHaveDuplicates();
            for (Migration migration : history.migrations()) {
                assertThat(layout.checksum(migration, tree)).isEqualTo(layout.checksum(migration, tree));
            }
        }
    }

    private static InMemoryTree damaged(InMemoryTree tree, RepoPath file, Random random) {
        if (!(tree.text(file).orElseThrow() instanceof FileText.Decoded decoded)) {
            return tree;
        }
        StringBuilder text = new StringBuilder(decoded.text());
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(6)) {
            case 0 -> tree.withUnreadable(file.value(), "not UTF-8");
            case 1 -> tree.with(file.value(), "");
            case 2 -> tree.with(file.value(), text.substring(at));
            case 3 -> tree.with(file.value(), text.substring(0, at));
            case 4 -> tree.with(file.value(), oddText(random));
            default -> tree.with(file.value(), text.insert(at, oddText(random)).toString());
        };
    }

    private static String oddText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.append(ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length())));
        }
        return text.toString();
    }

    private static List<String> ids(Applied.Known applied, Evidence evidence) {
        return applied.migrations().stream()
                .filter(migration -> migration.evidence() == evidence)
                .map(AppliedMigration::id)
                .map(MigrationId::value)
                .toList();
    }

    private static List<Layout> layouts(SystemCase recorded) {
        return systems().stream()
                .filter(system -> system.name().equals(recorded.system()))
                .flatMap(system -> system.detect(recorded.tree()).stream())
                .toList();
    }
}
