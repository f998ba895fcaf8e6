package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Project;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.VersionTable;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlembicDetectionTest {

    private static final String MIGRATION = "revision = 'a1'\ndown_revision = None\n";

    @ParameterizedTest
    @CsvSource({
        "alembic, alembic/versions",
        "./db//alembic/, db/alembic/versions",
        "%(here)s/alembic, alembic/versions",
        "%(here)s, versions",
        "db\\migrations, db/migrations/versions"
    })
    void theScriptLocationIsReadFromTheFolderOfTheFile(String location, String folder) {
        String ini = "[alembic]\nscript_location = " + location + "\n";

        assertThat(folders(Map.of("alembic.ini", ini))).containsExactly(List.of(folder));
        assertThat(folders(Map.of("backend/alembic.ini", ini))).containsExactly(List.of("backend/" + folder));
        assertThat(roots(Map.of("backend/alembic.ini", ini))).containsExactly("backend");
    }

    @Test
    void aLocationThatIsNotThereMayBeMeantFromTheTop() {
        String ini =
                "[alembic]\nscript_location = backend/alembic\nversion_locations = backend/alembic/versions, more\n";

        assertThat(folders(Map.of(
                        "backend/alembic.ini", ini, "backend/alembic/env.py", "", "backend/alembic/versions/a.py", "")))
                .containsExactly(List.of("backend/alembic/versions", "backend/more"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/srv/app/alembic",
                "C:\\app\\alembic",
                "../outside",
                "%(here)s/../../outside",
                "%(nowhere)s/alembic",
                "installed_package:migrations"
            })
    void aLocationOutsideTheRepositoryIsPassedOver(String location) {
        assertThat(folders(Map.of(
                        "app/alembic.ini",
                        "[alembic]\nscript_location = " + location.replace("../outside", "../../outside") + "\n")))
                .isEmpty();
        assertThat(folders(
                        Map.of("alembic.ini", "[alembic]\nscript_location = m\nversion_locations = /srv/a /srv/b\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "app.db:migrations:main, app/db/migrations/main",
        "app.db:migrations/main, src/app/db/migrations/main",
        "app:migrations, lib/python/app/migrations",
        "app:migrations, service/src/app/migrations"
    })
    void aPackageIsLookedForWherePythonWould(String location, String folder) {
        String ini = "[alembic]\nprepend_sys_path = . ../lib/python\nscript_location = " + location + "\n";

        assertThat(folders(Map.of("service/alembic.ini", ini, folder + "/env.py", "")))
                .containsExactly(List.of(folder + "/versions"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version_locations = a, b  c                                          | a b c
            version_locations = a:b~version_path_separator = os                  | a b
            version_locations = %(here)s/a:%(here)s/b~path_separator = os        | a b
            version_locations = a;b~path_separator = os                          | a b
            version_locations = a:b~path_separator = :                           | a b
            version_locations = a;b~version_path_separator = ;                   | a b
            version_locations = a b~path_separator = space                       | a b
            version_locations =~  a~  b c~path_separator = newline               | a 'b c'
            version_locations = a,b:c~path_separator = :~version_path_separator = space | a,b c
            version_locations = a a                                              | a
            version_locations = a /srv/b ../c                                    | a
            version_locations =                                                  | m/versions
            """)
    void versionLocationsAreSplitAsTheFileSays(String options, String folders) {
        String ini = "[alembic]\nscript_location = m\n" + options.replace('~', '\n') + "\n";

        assertThat(String.join(" ", folders(Map.of("alembic.ini", ini)).getFirst()))
                .isEqualTo(folders.replace("'", ""));
    }

    @Test
    void eachSectionThatNamesAScriptLocationIsAUse() {
        String ini = """
                [DEFAULT]
                base = %(here)s/db
                [alembic]
                script_location = %(base)s/main
                [reports]
                script_location = %(base)s/reports
                ; script_location = other
                [loggers]
                keys = root
                """;

        assertThat(folders(Map.of("alembic.ini", ini)))
                .containsExactly(List.of("db/main/versions"), List.of("db/reports/versions"));
    }

    @Test
    void sectionsThatShareScriptsAreToldApartByTheirFolders() {
        String ini = """
                [one]
                script_location = m
                version_locations = m/one
                [two]
                script_location = m
                version_locations = m/two
                [three]
                script_location = m
                version_locations = m/two
                """;

        assertThat(folders(Map.of("alembic.ini", ini, "m/env.py", "", "m/script.py.mako", "", "m/one/a.py", MIGRATION)))
                .containsExactly(List.of("m/one"), List.of("m/two"));
    }

    @Test
    void pyprojectMayHoldTheSettings() {
        String toml = """
                [project]
                name = "app"

                [tool.alembic]
                script_location = "%(here)s/m"
                version_locations = ["%(here)s/a", "b%%c", 1]
                """;

        assertThat(folders(Map.of("app/pyproject.toml", toml))).containsExactly(List.of("app/a", "app/b%c"));
        assertThat(roots(Map.of("app/pyproject.toml", toml))).containsExactly("app");
    }

    @Test
    void theIniGoesBeforePyproject() {
        String toml = "[tool.alembic]\nscript_location = 'm'\nversion_locations = ['a']\n";
        String ini = "[alembic]\nversion_locations = b\n[post_write_hooks]\n";

        assertThat(folders(Map.of("alembic.ini", ini, "pyproject.toml", toml))).containsExactly(List.of("b"));
        assertThat(folders(Map.of("alembic.ini", "[loggers]\nkeys = root\n", "pyproject.toml", toml)))
                .containsExactly(List.of("a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[tool.alembic]\n",
                "[tool.other]\nscript_location = 'm'",
                "tool = 'script_location'",
                "[tool]\nalembic = 'script_location'",
                "[tool.alembic]\nscript_location = 1",
                "[tool.alembic]\nscript_location = 'm"
            })
    void otherPyprojectsAreNoSettings(String toml) {
        assertThat(folders(Map.of("pyproject.toml", toml))).isEmpty();
    }

    @Test
    void flaskMigrateKeepsItsSettingsAmongTheScripts() {
        Map<String, String> files = Map.of(
                "migrations/alembic.ini", "[alembic]\n# template = %%s\n[loggers]\nkeys = root\n",
                "migrations/env.py", "from flask import current_app\n",
                "migrations/script.py.mako", "",
                "migrations/versions/a.py", MIGRATION);

        assertThat(folders(files)).containsExactly(List.of("migrations/versions"));
        assertThat(roots(files)).containsExactly("migrations");
    }

    @Test
    void scriptsWithoutSettingsAreAUseWhenTheyHaveMigrations() {
        Map<String, String> scripts = Map.of("app/db/env.py", "", "app/db/script.py.mako", "");

        assertThat(folders(scripts)).isEmpty();
        assertThat(folders(InMemoryTree.of(scripts).with("app/db/versions/a.py", MIGRATION)))
                .containsExactly(List.of("app/db/versions"));
        assertThat(folders(InMemoryTree.of(scripts)
                        .with("app/db/versions/a.py", MIGRATION)
                        .without("app/db/script.py.mako")))
                .isEmpty();
    }

    @Test
    void usesAreSortedByTheirRoots() {
        String ini = "[alembic]\nscript_location = m\n";

        assertThat(roots(Map.of(
                        "b/alembic.ini", ini, "a/alembic.ini", ini, "a/alembic_test.ini", ini, "a/setup.ini", ini)))
                .containsExactly("a", "b");
    }

    @Test
    void onlyTheWordTrueMakesAnIniRecursive() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "m/versions/a.py", MIGRATION, "m/versions/2024/b.py", MIGRATION, "m/versions/__pycache__/c.pyc", ""));
        String ini = "[alembic]\nscript_location = m\nrecursive_version_locations = ";
        String toml = "[tool.alembic]\nscript_location = 'm'\nrecursive_version_locations = ";

        assertThat(migrations(tree.with("alembic.ini", ini + "true"))).isEqualTo(2);
        assertThat(migrations(tree.with("alembic.ini", ini + "True"))).isEqualTo(1);
        assertThat(migrations(tree.with("pyproject.toml", toml + "true"))).isEqualTo(2);
        assertThat(migrations(tree.with("pyproject.toml", toml + "'true'"))).isEqualTo(1);
    }

    @Test
    void foldersThatOverlapAreReadOnce() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "alembic.ini",
                "[alembic]\nscript_location = m\nversion_locations = a a/b\nrecursive_version_locations = true\n",
                "a/1.py",
                MIGRATION,
                "a/b/2.py",
                MIGRATION));

        assertThat(migrations(tree)).isEqualTo(2);
    }

    @Test
    void theVersionTableIsAlembicsOwnUnlessTheScriptNamesAnother() {
        assertThat(versionTable("context.configure(connection=connection)\n"))
                .isEqualTo(table(Optional.empty(), "alembic_version"));
        assertThat(versionTable("""
                        def offline():
                            context.configure(url=url, version_table="app_version", version_table_schema='meta')
                        def online():
                            context.configure(version_table="app_version", connection=connection)
                        """)).isEqualTo(table(Optional.of("meta"), "app_version"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "context.configure(version_table=config.get_main_option('version_table'))",
                "context.configure(version_table=f'{name}_version')",
                "context.configure(version_table='a')\ncontext.configure(version_table='b')",
                "context.configure(version_table='a')\ncontext.configure(version_table=b)",
                "# context.configure(version_table='a')",
                "other(version_table='a')",
                "context.configure(version_table=None)"
            })
    void aVersionTableThatIsNotSpelledOutIsNotGuessed(String script) {
        assertThat(versionTable(script)).isEqualTo(table(Optional.empty(), "alembic_version"));
    }

    @Test
    void advancedAlchemyHasATableOfItsOwn() {
        String script =
                "from advanced_alchemy.alembic.commands import AlembicCommandConfig\ncontext.configure(connection=c, version_table=config.version_table_name)\n";

        assertThat(versionTable(script)).isEqualTo(table(Optional.empty(), "alembic_versions"));
        assertThat(versionTable(script.replace("config.version_table_name", "'mine'")))
                .isEqualTo(table(Optional.empty(), "mine"));
        assertThat(folders(Map.of(
                        "src/db/migrations/env.py", script,
                        "src/db/migrations/script.py.mako", "",
                        "src/db/migrations/versions/2024-01-01_a_1.py", MIGRATION)))
                .containsExactly(List.of("src/db/migrations/versions"));
    }

    @Test
    void severalDatabasesWithTheSameMigrationsAreOneHistory() {
        String migration = MIGRATION
                + "def upgrade(engine_name):\n    globals()['upgrade_%s' % engine_name]()\ndef upgrade_engine1():\n    pass\ndef upgrade_engine2():\n    pass\n";
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "alembic.ini",
                "[alembic]\nscript_location = m\ndatabases = engine1, engine2\n[engine1]\nsqlalchemy.url = a://\n[engine2]\nsqlalchemy.url = b://\n",
                "m/env.py",
                "context.configure(connection=c, upgrade_token='%s_upgrades' % name)\n",
                "m/versions/a.py",
                migration));

        assertThat(folders(tree)).containsExactly(List.of("m/versions"));
        assertThat(migrations(tree)).isEqualTo(1);
        assertThat(detect(tree).getFirst().versionTable()).isEqualTo(table(Optional.empty(), "alembic_version"));
    }

    @ParameterizedTest
    @CsvSource({
        "m/versions/b.pyc, true, 1",
        "m/versions/__pycache__/b.cpython-312.pyc, true, 1",
        "m/versions/a.pyc, true, 0",
        "m/versions/__pycache__/a.cpython-312.pyc, true, 0",
        "m/versions/__init__.pyc, true, 0",
        "m/versions/b.pyc, false, 0",
        "m/versions/b.pyc, True, 0"
    })
    void aCompiledFileWithoutSourceIsUnreadWhereAlembicRunsIt(String file, String sourceless, int unread) {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "alembic.ini",
                "[alembic]\nscript_location = m\nsourceless = " + sourceless + "\n",
                "m/versions/a.py",
                MIGRATION,
                file,
                "x"));

        assertThat(migrations(tree)).isEqualTo(1);
        assertThat(detect(tree).getFirst().history(tree).unread())
                .hasSize(unread)
                .allSatisfy(compiled -> assertThat(compiled.at().path()).isEqualTo(new RepoPath(file)));
    }

    private static VersionTable table(Optional<String> schema, String name) {
        return new VersionTable(schema, name, List.of("version_num"), List.of(), List.of("version_num"))
                .measuring("version_num");
    }

    private static VersionTable versionTable(String script) {
        return detect(InMemoryTree.of(Map.of("alembic.ini", "[alembic]\nscript_location = m\n", "m/env.py", script)))
                .getFirst()
                .versionTable();
    }

    private static int migrations(InMemoryTree tree) {
        return detect(tree).getFirst().history(tree).migrations().size();
    }

    private static List<List<String>> folders(Map<String, String> files) {
        return folders(InMemoryTree.of(files));
    }

    private static List<List<String>> folders(InMemoryTree tree) {
        return detect(tree).stream()
                .map(layout ->
                        layout.project().folders().stream().map(RepoPath::value).toList())
                .toList();
    }

    private static List<String> roots(Map<String, String> files) {
        return detect(InMemoryTree.of(files)).stream()
                .map(Layout::project)
                .map(Project::root)
                .map(RepoPath::toString)
                .toList();
    }

    private static List<Layout> detect(InMemoryTree tree) {
        return new AlembicSystem().detect(tree);
    }
}
