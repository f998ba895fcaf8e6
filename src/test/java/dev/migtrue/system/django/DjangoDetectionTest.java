package dev.migtrue.system.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.RepoPath;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoDetectionTest {

    private static final String MANAGE = "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')\n";
    private static final String MIGRATION =
            "from django.db import migrations\nclass Migration(migrations.Migration):\n    dependencies = []\n";

    @Test
    void allAppsBelowOneProgramAreOneProject() {
        assertThat(found(Map.of(
                        "backend/manage.py", MANAGE,
                        "backend/shop/migrations/0001_initial.py", MIGRATION,
                        "backend/apps/stock/migrations/0001_initial.py", MIGRATION,
                        "frontend/migrations/0001.sql", "")))
                .containsExactly("backend: backend/apps/stock/migrations backend/shop/migrations");
    }

    @Test
    void eachProgramHasAProjectOfItsOwn() {
        assertThat(found(Map.of(
                        "a/manage.py", MANAGE,
                        "a/core/migrations/0001_initial.py", MIGRATION,
                        "b/manage.py", MANAGE,
                        "b/core/migrations/0001_initial.py", MIGRATION)))
                .containsExactly("a: a/core/migrations", "b: b/core/migrations");
    }

    @Test
    void anAppBesideTheProjectBelongsToTheOnlyOneThatInstallsIt() {
        Map<String, String> files = Map.of(
                "backend/manage.py", MANAGE,
                "backend/settings.py", "INSTALLED_APPS = ['shop', 'common.users']\n",
                "backend/shop/migrations/0001_initial.py", MIGRATION,
                "libs/common/users/migrations/0001_initial.py", MIGRATION,
                "libs/common/other/migrations/0001_initial.py", MIGRATION);

        assertThat(found(files))
                .containsExactly(
                        "backend: backend/shop/migrations libs/common/users/migrations",
                        "libs/common: libs/common/other/migrations");
    }

    @Test
    void anAppThatSeveralProjectsInstallIsReadOnce() {
        assertThat(found(Map.of(
                        "one/manage.py", MANAGE,
                        "one/settings.py", "INSTALLED_APPS = ['shop', 'common.users']\n",
                        "one/shop/migrations/0001_initial.py", MIGRATION,
                        "two/manage.py", MANAGE,
                        "two/settings.py", "INSTALLED_APPS = ['stock', 'common.users']\n",
                        "two/stock/migrations/0001_initial.py", MIGRATION,
                        "common/__init__.py", "",
                        "common/users/__init__.py", "",
                        "common/users/migrations/0001_initial.py", MIGRATION)))
                .containsExactly(".: common/users/migrations", "one: one/shop/migrations", "two: two/stock/migrations");
    }

    @Test
    void theAppsOfALibraryAreOneProjectWhereTheyAreImportedFrom() {
        assertThat(found(Map.of(
                        "src/lib/__init__.py", "",
                        "src/lib/pages/__init__.py", "",
                        "src/lib/pages/migrations/0001_initial.py", MIGRATION,
                        "src/lib/images/__init__.py", "",
                        "src/lib/images/migrations/0001_initial.py", MIGRATION)))
                .containsExactly("src: src/lib/images/migrations src/lib/pages/migrations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tests/migrations/0001_initial.py",
                "lib/tests/app/migrations/0001_initial.py",
                "lib/test/manage.py",
                "venv/lib/python3/site-packages/shop/migrations/0001_initial.py",
                "node_modules/x/migrations/0001_initial.py",
                ".env/x/migrations/0001_initial.py"
            })
    void whatTestsMakeUpAndOthersWroteIsNotOurs(String path) {
        assertThat(found(Map.of(
                        path,
                        path.endsWith("manage.py") ? MANAGE : MIGRATION,
                        "lib/test/app/migrations/0001_initial.py",
                        MIGRATION,
                        ".env/pyvenv.cfg",
                        "")))
                .isEmpty();
    }

    @Test
    void anAppThatIsCalledTestsIsOursWhenTheSettingsInstallIt() {
        assertThat(found(Map.of(
                        "manage.py", MANAGE,
                        "settings.py", "INSTALLED_APPS = ['laboratory.tests']\n",
                        "laboratory/tests/migrations/0001_initial.py", MIGRATION)))
                .containsExactly(".: laboratory/tests/migrations");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision = 'a1'\n",
                "from south.v2 import SchemaMigration\nclass Migration(SchemaMigration):\n    pass\n",
                "class Migration:\n    pass\n",
                "# django: class Migration\n"
            })
    void aFolderOfThatNameMayBeAnothers(String text) {
        assertThat(found(Map.of("manage.py", MANAGE, "app/migrations/0001_initial.py", text)))
                .isEmpty();
    }

    @Test
    void theLabelIsWhatTheConfigurationOfTheAppSays() {
        Map<String, String> files = Map.of(
                "manage.py",
                MANAGE,
                "conf/settings/base.py",
                """
                        LOCAL_APPS = [
                            "company.shop",  # "company.old",
                            'company.stock.configuration.Stock',
                        ]
                        INSTALLED_APPS = DJANGO_APPS + LOCAL_APPS
                        """,
                "company/shop/migrations/0001_initial.py",
                MIGRATION,
                "company/shop/apps.py",
                """
                        class ShopConfig(AppConfig):
                            name = "company.shop"
                            label = "store"
                        """,
                "company/stock/migrations/0001_initial.py",
                MIGRATION,
                "company/stock/configuration.py",
                """
                        class Stock(BaseConfig):
                            name = "company.stock"
                            label = "warehouse"
                        """,
                "company/ledger/models.py",
                "",
                "company/ledger/migrations/0001_initial.py",
                MIGRATION);

        assertThat(labels(files)).containsExactlyInAnyOrder("store", "warehouse", "ledger");
    }

    @Test
    void ofSeveralConfigurationsTheDefaultCounts() {
        assertThat(labels(Map.of(
                        "manage.py", MANAGE,
                        "shop/migrations/0001_initial.py", MIGRATION,
                        "shop/apps.py", """
                                class OtherConfig(AppConfig):
                                    name = "other"
                                    label = "a"
                                class Plain(AppConfig):
                                    name = "shop"
                                    label = "b"
                                class Chosen(AppConfig):
                                    name = "shop"
                                    label = "c"
                                    default = True
                                """)))
                .containsExactly("c");
    }

    @Test
    void whereTwoPackagesClaimALabelTheInstalledOneHasIt() {
        assertThat(found(Map.of(
                        "manage.py", MANAGE,
                        "settings.py", "INSTALLED_APPS = ['deep.down.shop']\n",
                        "shop/__init__.py", "",
                        "shop/migrations/0001_initial.py", MIGRATION,
                        "deep/down/shop/migrations/0001_initial.py", MIGRATION)))
                .containsExactly(".: deep/down/shop/migrations", "shop: shop/migrations");
    }

    @Test
    void anInstalledAppWithoutMigrationsIsOurs() {
        Map<String, String> files = Map.of(
                "manage.py", MANAGE,
                "settings.py", "INSTALLED_APPS = ['shop', 'stock', 'django.contrib.auth']\n",
                "shop/migrations/0001_initial.py", MIGRATION,
                "stock/__init__.py", "",
                "ledger/apps.py", "class LedgerConfig(AppConfig):\n    name = 'ledger'\n");

        assertThat(labels(files)).containsExactlyInAnyOrder("shop", "stock", "ledger");
        assertThat(found(files)).containsExactly(".: ledger/migrations shop/migrations stock/migrations");
    }

    @Test
    void whatARemovedAppLeftBehindIsNoApp() {
        Map<String, String> files = Map.of(
                "manage.py", MANAGE,
                "settings.py", "INSTALLED_APPS = ['shop']\n",
                "shop/migrations/0001_initial.py", MIGRATION,
                "stock/migrations/0002_rest.py", MIGRATION);

        assertThat(labels(files)).containsExactly("shop");

        Map<String, String> alive = new HashMap<>(files);
        alive.put("stock/models.py", "");
        assertThat(labels(alive)).containsExactlyInAnyOrder("shop", "stock");
    }

    @Test
    void migrationsLieWhereTheSettingsSay() {
        assertThat(found(Map.of(
                        "manage.py", MANAGE,
                        "settings.py", "MIGRATION_MODULES = {'shop': 'db.shop', 'none': None, 'gone': 'not.here'}\n",
                        "tests/test_settings.py", "MIGRATION_MODULES = {'stock': 'db.shop'}\n",
                        "stock/migrations/0001_initial.py", MIGRATION,
                        "db/shop/0001_initial.py", MIGRATION)))
                .containsExactly(".: db/shop stock/migrations");
    }

    private static List<String> found(Map<String, String> files) {
        return new DjangoSystem()
                .detect(InMemoryTree.of(files)).stream()
                        .map(Layout::project)
                        .map(project -> project.root() + ": "
                                + String.join(
                                        " ",
                                        project.folders().stream()
                                                .map(RepoPath::value)
                                                .toList()))
                        .toList();
    }

    private static Set<String> labels(Map<String, String> files) {
        return ((DjangoLayout) new DjangoSystem().detect(InMemoryTree.of(files)).getFirst()).labels();
    }
}
