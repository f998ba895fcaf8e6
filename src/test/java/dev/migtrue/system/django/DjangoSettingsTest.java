package dev.migtrue.system.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What settings change of what the files tell. */
class DjangoSettingsTest {

    private static final String MANAGE = "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'conf.django.live')\n";
    private static final String MIGRATION =
            "from django.db import migrations\nclass Migration(migrations.Migration):\n    dependencies = []\n";

    private final InMemoryTree tree = InMemoryTree.of(Map.of(
            "manage.py", MANAGE,
            "shop/migrations/__init__.py", "",
            "shop/migrations/0001_initial.py", MIGRATION,
            "stock/migrations/__init__.py", "",
            "stock/migrations/0001_initial.py", MIGRATION));

    @Test
    void anAppThatIsTurnedOffIsNotReadAndThatIsSaid() {
        Layout layout = layout(tree.with("settings.py", "MIGRATION_MODULES = {'stock': None}\n"));

        assertThat(ids(layout, tree)).containsExactly("shop.0001_initial");
        assertThat(layout.project().folders()).containsExactly(new RepoPath("shop/migrations"));
        assertThat(layout.project().recognisedBy()).endsWith("; MIGRATION_MODULES turns off the migrations of 'stock'");
        assertThat(layout.applied("t", List.of(row("stock", "0001_initial")), layout.history(tree)))
                .isEqualTo(new Applied.Known("t", List.of(), Applied.Reach.WHOLE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            settings.py         | if TESTING:~    MIGRATION_MODULES = {'stock': None}
            settings/ci.py      | MIGRATION_MODULES = {'stock': None}
            settings.py         | MIGRATION_MODULES = {'stock': None}~MIGRATION_MODULES['stock'] = 'stock.migrations'
            settings.py         | # MIGRATION_MODULES = {'stock': None}
            settings.py         | MIGRATION_MODULES = {'other': None}
            settings.py         | MIGRATION_MODULES = NoMigrations()
            """)
    void whatIsNotOffEverywhereIsRead(String file, String text) {
        assertThat(ids(layout(tree.with(file, text.replace('~', '\n') + "\n")), tree))
                .containsExactly("shop.0001_initial", "stock.0001_initial");
    }

    @Test
    void thatAnAppIsOffDoesNotMakeItsMigrationsOnesThatCanBeNamed() {
        InMemoryTree named = tree.with("settings.py", "MIGRATION_MODULES = {'stock': None}\n")
                .with("shop/migrations/0001_initial.py", MIGRATION.replace("[]", "[('stock', '0001_initial')]"));

        assertThat(layout(named).history(named).migrations())
                .flatExtracting(Migration::dependsOn)
                .containsExactly(new MigrationId("stock.0001_initial"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"__latest__", "__first__"})
    void ofAnAppThatIsOffDjangoTakesTheseForNothing(String name) {
        InMemoryTree named = tree.with("settings.py", "MIGRATION_MODULES = {'stock': None}\n")
                .with("shop/migrations/0001_initial.py", MIGRATION.replace("[]", "[('stock', '%s')]".formatted(name)));

        assertThat(layout(named).history(named).unread()).isEmpty();
        assertThat(layout(named).history(named).migrations())
                .allSatisfy(migration -> assertThat(migration.dependsOn()).isEmpty());
    }

    @Test
    void aProjectOfWhichAllMigrationsLieElsewhereIsFound() {
        InMemoryTree moved = InMemoryTree.of(Map.of(
                "manage.py", MANAGE,
                "shop/settings/base.dist.py", "if env('X'):\n    MIGRATION_MODULES = {'shop': 'shop.db_migrations'}\n",
                "shop/db_migrations/0001_initial.py", MIGRATION));

        assertThat(ids(layout(moved), moved)).containsExactly("shop.0001_initial");
    }

    @Test
    void settingsThatAProgramInsideHasAreNotThoseOfTheOneAbove() {
        InMemoryTree nested = InMemoryTree.of(Map.of(
                "manage.py", MANAGE,
                "inner/manage.py", MANAGE,
                "inner/settings.py", "MIGRATION_MODULES = {'shop': 'database'}\n",
                "inner/database/0001_initial.py", MIGRATION));

        assertThat(new DjangoSystem().detect(nested))
                .extracting(layout -> layout.project().root())
                .containsExactly(new RepoPath("inner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"conf/django/live.py", "conf/django/live/__init__.py", "src/conf/django/live.py"})
    void theSettingsThatTheProgramNamesAreReadWhereverTheyLie(String file) {
        InMemoryTree named =
                tree.with(file, "MIGRATION_MODULES = {'shop': 'database'}\n").with("database/0007_moved.py", MIGRATION);

        assertThat(ids(layout(named), named)).containsExactly("shop.0007_moved", "stock.0001_initial");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from .base import *             | conf/django/base.py
            from ..shared import (*)        | conf/shared.py
            from ..shared.all import *      | conf/shared/all/__init__.py
            from conf.shared import *       | conf/shared.py
            try:~    from .base import *    | conf/django/base.py
            from . import *                 | conf/django/__init__.py
            """)
    void whatTheseTakeAllOfIsReadToo(String statement, String file) {
        InMemoryTree split = tree.with("conf/django/live.py", statement.replace('~', '\n') + "\n")
                .with(file, "from .live import *\nMIGRATION_MODULES = {'shop': 'database'}\n")
                .with("database/0007_moved.py", MIGRATION);

        assertThat(ids(layout(split), split)).containsExactly("shop.0007_moved", "stock.0001_initial");
    }

    @Test
    void whatIsTakenForAPartOfTestsIsSaid() {
        InMemoryTree tests = tree.with("shop/tests/app/migrations/0001_initial.py", MIGRATION)
                .with("tests/other/migrations/0001_initial.py", MIGRATION);

        assertThat(layout(tests).project().recognisedBy())
                .endsWith(
                        "; left out as parts of tests: 'shop/tests/app/migrations' and 1 more, unless INSTALLED_APPS names them");
        assertThat(layout(tests.without("tests/other/migrations/0001_initial.py"))
                        .project()
                        .recognisedBy())
                .endsWith(
                        "; left out as parts of tests: 'shop/tests/app/migrations', unless INSTALLED_APPS names them");
        assertThat(layout(tree).project().recognisedBy()).doesNotContain("left out");
    }

    @Test
    void aCompiledFileWithoutSourceInThePlaceOfOneIsUnread() {
        InMemoryTree compiled = tree.with("shop/migrations/0002_price.pyc", "x")
                .with("shop/migrations/0001_initial.pyc", "x")
                .with("shop/migrations/_old.pyc", "x")
                .with("shop/migrations/__pycache__/0003_stock.cpython-312.pyc", "x");

        assertThat(layout(compiled).history(compiled).unread())
                .singleElement()
                .satisfies(
                        file -> assertThat(file.at().path()).isEqualTo(new RepoPath("shop/migrations/0002_price.pyc")));
    }

    @Test
    void aSquashOfSquashesIsAppliedWithAllThatItStandsFor() {
        InMemoryTree squashed = tree.with("shop/migrations/0002_a.py", squash("0001_initial"))
                .with("shop/migrations/0003_b.py", squash("0002_a"))
                .with("shop/migrations/0004_c.py", squash("0009_other"));
        Layout layout = layout(squashed);

        assertThat(layout.applied("t", List.of(row("shop", "0001_initial")), layout.history(squashed))
                        .migrations())
                .extracting(
                        AppliedMigration::evidence, migration -> migration.id().value())
                .extracting(Object::toString)
                .containsExactly(
                        "(IMPLIED, \"shop.0002_a\")",
                        "(IMPLIED, \"shop.0003_b\")",
                        "(RECORDED, \"shop.0001_initial\")");
    }

    private static String squash(String name) {
        return MIGRATION + "    replaces = [('shop', '" + name + "')]\n";
    }

    private static Row row(String app, String name) {
        return Row.of(Map.of("id", "1", "app", app, "name", name));
    }

    private static Layout layout(InMemoryTree tree) {
        return new DjangoSystem().detect(tree).getFirst();
    }

    private static List<String> ids(Layout layout, InMemoryTree tree) {
        return layout.history(tree).migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }
}
