package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.RepoPath;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Folders below {@code versions}, which Alembic looks into only where a program tells it to. */
class FolderFamiliesTest {

    private static final String PROGRAM = "context.script.version_locations = [folder()]\n";

    @Test
    void foldersWhoseMigrationsNameEachOtherAreOneHistory() {
        assertThat(folders(Map.of(
                        "m/versions/1.py", revision("start", "None"),
                        "m/versions/2025/2.py", revision("grow", "'start'"),
                        "m/versions/2026/3.py", revision("contract", "None") + "depends_on = 'grow'\n",
                        "m/versions/2024/0.py", revision("other", "None"))))
                .containsExactly(List.of("m/versions", "m/versions/2025", "m/versions/2026"));
    }

    @Test
    void foldersThatShareNothingAreHistoriesOfTheirOwnWhereNoMigrationLiesAboveThem() {
        assertThat(folders(Map.of(
                        "m/versions/__init__.py", "",
                        "m/versions/one/1.py", revision("a1", "None"),
                        "m/versions/two/1.py", revision("b1", "None"),
                        "m/versions/two/deep/1.py", revision("b2", "'b1'"),
                        "m/versions/words/1.py", "x = 1\n")))
                .containsExactly(List.of("m/versions/one"), List.of("m/versions/two", "m/versions/two/deep"));
    }

    @Test
    void soTheyAreWhereTheProgramNamesFolders() {
        Map<String, String> files = Map.of(
                "m/versions/1.py", revision("a1", "None"),
                "m/versions/old/1.py", revision("b1", "None"));

        assertThat(folders(files)).containsExactly(List.of("m/versions"));
        assertThat(folders(InMemoryTree.of(files).with("m/env.py", PROGRAM)))
                .containsExactlyInAnyOrder(List.of("m/versions"), List.of("m/versions/old"));
    }

    @Test
    void aLabelIsANameTooAndANamesakeNearbyIsMeant() {
        assertThat(folders(Map.of(
                        "m/versions/one/1.py", revision("a1", "None") + "branch_labels = 'main'\n",
                        "m/versions/one/2.py", revision("a2", "'same'"),
                        "m/versions/one/3.py", revision("same", "None"),
                        "m/versions/two/1.py", revision("same", "None"),
                        "m/versions/two/2.py", revision("b2", "'same'"),
                        "m/versions/three/1.py", revision("c1", "None") + "depends_on = 'main'\n")))
                .containsExactly(List.of("m/versions/one", "m/versions/three"), List.of("m/versions/two"));
    }

    @Test
    void settingsThatNameFoldersAreTakenAtTheirWord() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "alembic.ini",
                "[alembic]\nscript_location = m\nversion_locations = m/versions/one\n",
                "m/env.py",
                PROGRAM,
                "m/versions/one/1.py",
                revision("a1", "None"),
                "m/versions/two/1.py",
                revision("a2", "'a1'")));

        assertThat(detected(tree)).containsExactly(List.of("m/versions/one"));
    }

    private static List<List<String>> folders(Map<String, String> files) {
        return folders(InMemoryTree.of(files));
    }

    private static List<List<String>> folders(InMemoryTree tree) {
        return detected(tree.with("alembic.ini", "[alembic]\nscript_location = m\n"));
    }

    private static List<List<String>> detected(InMemoryTree tree) {
        return new AlembicSystem()
                .detect(tree).stream()
                        .map(layout -> layout.project().folders().stream()
                                .map(RepoPath::value)
                                .toList())
                        .toList();
    }

    private static String revision(String id, String parents) {
        return "revision = '" + id + "'\ndown_revision = " + parents + "\n";
    }
}
