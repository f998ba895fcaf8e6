package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.Ordering;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import dev.migtrue.system.Layout;
import dev.migtrue.system.SystemCase;
import dev.migtrue.testing.InMemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlembicHistoryTest {

    private static final String INI = "[alembic]\nscript_location = m\n";

    static Collection<SystemCase> cases() {
        return SystemCase.of(new AlembicSystem()).stream()
                .collect(Collectors.toMap(
                        SystemCase::folder, recorded -> recorded, (first, next) -> first, TreeMap::new))
                .values();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itHasTheHeadsThatAlembicLists(SystemCase recorded) throws IOException {
        History history = history(recorded.tree());
        Set<MigrationId> parents = history.migrations().stream()
                .flatMap(migration -> migration.after().stream())
                .collect(Collectors.toSet());

        assertThat(history.migrations())
                .filteredOn(migration -> !parents.contains(migration.id()))
                .extracting(migration -> migration.id().value())
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(recorded.folder().resolve("heads.txt")).stream()
                                .map(line -> line.split(" ", 2)[0])
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itHasTheParentsAndTitlesThatAlembicLists(SystemCase recorded) throws IOException {
        Pattern entry = Pattern.compile("(?<parents>.*?)(?: \\(.*?\\))? -> (?<id>\\S+)(?: \\(.*?\\))*, (?<title>.*)");
        List<String> listed = new ArrayList<>();
        Map<MigrationId, String> titles = new HashMap<>();
        for (String line : Files.readAllLines(recorded.folder().resolve("history.txt"))) {
            var matcher = entry.matcher(line);
            assertThat(matcher.matches()).as(line).isTrue();
            listed.add(matcher.group("id") + " after " + matcher.group("parents"));
            titles.put(new MigrationId(matcher.group("id")), matcher.group("title"));
        }
        History history = history(recorded.tree());

        // Alembic has no title for a file without a docstring; we take the words of its name.
        assertThat(history.migrations())
                .allSatisfy(migration -> assertThat(titles.get(migration.id())).isIn("", migration.description()));

        assertThat(history.migrations())
                .extracting(migration -> migration.id() + " after "
                        + (migration.after().isEmpty()
                                ? "<base>"
                                : migration.after().stream()
                                        .map(MigrationId::value)
                                        .collect(Collectors.joining(", "))))
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(history.malformed()).isEmpty();
        assertThat(history.unread()).isEmpty();
        assertThat(history.ordering()).isEqualTo(Ordering.GRAPH);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parentsAndDependenciesComeFirst(SystemCase recorded) {
        Set<MigrationId> before = new HashSet<>();
        for (Migration migration : history(recorded.tree()).migrations()) {
            assertThat(before).containsAll(migration.after()).containsAll(migration.dependsOn());
            before.add(migration.id());
        }
    }

    @Test
    void whereTheGraphLeavesAChoiceFilesDecide() {
        History history = history(Map.of(
                "m/versions/z.py", revision("root", "None"),
                "m/versions/c.py", revision("left", "'root'"),
                "m/versions/b.py", revision("right", "'root'"),
                "m/versions/a.py", revision("leaf", "'right'"),
                "m/versions/0.py", revision("lone", "None")));

        assertThat(ids(history)).containsExactly("lone", "root", "right", "leaf", "left");
    }

    @Test
    void aCycleIsListedOnce() {
        History history = history(Map.of(
                "m/versions/a.py", revision("a", "'c'"),
                "m/versions/b.py", revision("b", "'a'"),
                "m/versions/c.py", revision("c", "'b'"),
                "m/versions/d.py", revision("d", "'d'")));

        assertThat(ids(history)).containsExactly("a", "b", "c", "d");
    }

    @Test
    void oneIdInTwoFilesIsListedTwice() {
        History history = history(Map.of(
                "m/versions/b.py", revision("x", "None"),
                "m/versions/a.py", revision("x", "None"),
                "m/versions/c.py", revision("y", "'x'")));

        assertThat(history.migrations())
                .extracting(migration -> migration.at().path().name())
                .containsExactly("a.py", "b.py", "c.py");
    }

    @Test
    void whatItDependsOnIsToldFromItsParents() {
        History history = history(Map.of(
                "m/versions/a.py", revision("a1", "None") + "branch_labels = ('core', 'base')\n",
                "m/versions/b.py", revision("b1", "None") + "depends_on = 'core'\n",
                "m/versions/c.py", revision("c1", "'b1'") + "depends_on = ('a1', 'gone')\n"));

        assertThat(history.migrations())
                .extracting(Migration::dependsOn)
                .containsExactly(
                        List.of(),
                        List.of(new MigrationId("a1")),
                        List.of(new MigrationId("a1"), new MigrationId("gone")));
        assertThat(history.migrations())
                .extracting(Migration::after)
                .containsExactly(List.of(), List.of(), List.of(new MigrationId("b1")));
        assertThat(history.migrations().getFirst().labels()).containsExactly("core", "base");
    }

    @Test
    void aMigrationStandsWhereItsIdIsGiven() {
        Migration migration = history(
                        Map.of("m/versions/a.py", "'''Add users.'''\n\nrevision = 'a1'\ndown_revision = None\n"))
                .migrations()
                .getFirst();

        assertThat(migration.at()).isEqualTo(new FileSpan(new RepoPath("m/versions/a.py"), new Span(3, 1, 3, 16)));
    }

    @Test
    void itsDescriptionIsTheFirstLineOfItsDocstring() {
        assertThat(description("a1_slug.py", "\"\"\"\n  add users\n\nRevision ID: x\n\"\"\"\n"))
                .isEqualTo("add users");
    }

    @ParameterizedTest
    @CsvSource({"a1_add_the_users.py, add the users", "2024_01_add_user.py, 2024 01 add user", "a1.py, a1", "a1_.py, ''"
    })
    void withoutADocstringItsDescriptionIsMadeOfItsName(String file, String description) {
        assertThat(description(file, "")).isEqualTo(description);
        assertThat(description(file, "''' '''\n")).isEqualTo(description);
    }

    @ParameterizedTest
    @ValueSource(strings = {"__init__.py", "__init__old.py", ".#a.py", "a.pyc", "a.py~", "a.py.orig", "a.txt", "py"})
    void otherFilesAreNotLookedAt(String file) {
        assertThat(history(Map.of("m/versions/" + file, "no migration"))).isEqualTo(History.empty(Ordering.GRAPH));
    }

    private static String description(String file, String head) {
        return history(Map.of("m/versions/" + file, head + revision("a1", "None")))
                .migrations()
                .getFirst()
                .description();
    }

    private static String revision(String id, String parents) {
        return "revision = '" + id + "'\ndown_revision = " + parents + "\n";
    }

    private static List<String> ids(History history) {
        return history.migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }

    private static History history(Map<String, String> files) {
        return history(InMemoryTree.of(files).with("alembic.ini", INI));
    }

    private static History history(InMemoryTree tree) {
        return layout(tree).history(tree);
    }

    private static Layout layout(InMemoryTree tree) {
        return new AlembicSystem().detect(tree).getFirst();
    }
}
