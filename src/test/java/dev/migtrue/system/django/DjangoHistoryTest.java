package dev.migtrue.system.django;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.Applied;
import dev.migtrue.model.AppliedMigration;
import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.NumberedIds;
import dev.migtrue.model.Row;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DjangoHistoryTest {

    private static final InMemoryTree SHOP = InMemoryTree.of(Map.of(
            "manage.py",
            "import django",
            "settings.py",
            "INSTALLED_APPS = ['django.contrib.auth', 'shop', 'stock']\nAUTH_USER_MODEL = 'stock.Keeper'\n",
            "shop/__init__.py",
            "",
            "stock/__init__.py",
            "",
            "shop/migrations/__init__.py",
            "",
            "shop/migrations/0001_initial.py",
            migration("")));

    @Test
    void anIdIsAppAndNameAsDjangoWritesThem() {
        assertThat(history(SHOP).migrations()).singleElement().satisfies(migration -> {
            assertThat(migration.id()).isEqualTo(new MigrationId("shop.0001_initial"));
            assertThat(migration.description()).isEqualTo("initial");
            assertThat(migration.app()).contains("shop");
            assertThat(migration.at().path().value()).isEqualTo("shop/migrations/0001_initial.py");
            assertThat(migration.at().span().startLine()).isEqualTo(4);
        });
    }

    @Test
    void parentsAreOfTheSameAppAndDependenciesOfOthersThatAreHere() {
        InMemoryTree tree = SHOP.with("stock/migrations/0001_initial.py", migration(""))
                .with(
                        "shop/migrations/0002_items.py",
                        migration("dependencies = [('shop', '0001_initial'), ('stock', '0001_initial'),"
                                + " ('auth', '0009_x'), ('installed', '__first__'), ('installed', '__latest__')]"));

        Migration items = migration(history(tree), "shop.0002_items");

        assertThat(items.after()).containsExactly(new MigrationId("shop.0001_initial"));
        assertThat(items.dependsOn()).containsExactly(new MigrationId("stock.0001_initial"));
        assertThat(history(tree).unread()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('stock', '__first__')",
                "migrations.swappable_dependency(settings.AUTH_USER_MODEL)",
                "swappable_dependency('stock.Keeper')"
            })
    void theFirstMigrationOfAnAppIsTheOneThatFollowsNoneOfIt(String reference) {
        InMemoryTree tree = SHOP.with("stock/migrations/0001_b.py", migration("dependencies = [('stock', '0002_a'), ]"))
                .with("stock/migrations/0002_a.py", migration("dependencies = [('shop', '0001_initial')]"))
                .with("shop/migrations/0002_items.py", migration("dependencies = [" + reference + "]"));

        assertThat(migration(history(tree), "shop.0002_items").dependsOn())
                .containsExactly(new MigrationId("stock.0002_a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "migrations.swappable_dependency(settings.SHOP_ITEM_MODEL)",
                "migrations.swappable_dependency(get_model())",
                "('stock', '__first__')",
                "('shop', '__first__')"
            })
    void aFirstMigrationThatIsNotThereIsWaitedForByNobody(String reference) {
        History history =
                history(SHOP.with("shop/migrations/0002_items.py", migration("dependencies = [" + reference + "]")));

        assertThat(migration(history, "shop.0002_items").dependsOn()).isEmpty();
        assertThat(migration(history, "shop.0002_items").after()).isEmpty();
        assertThat(history.unread()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dependencies = [('shop', '__latest__')]              | whatever is the newest migration of app 'shop'
            dependencies = [('stock', '__latest__')]             | whatever is the newest migration of app 'stock'
            dependencies = [('shop', '0001_initial')] + more()   | its dependencies is known only when it runs
            dependencies = more()                                | its dependencies is known only when it runs
            dependencies = [('shop', NAME)]                      | its dependencies is known only when it runs
            replaces = REPLACED                                  | its replaces is known only when it runs
            run_before = [x for x in y]                          | its run_before is known only when it runs
            """)
    void whatTheTextDoesNotTellIsSaid(String body, String reason) {
        History history = history(SHOP.with("shop/migrations/0002_items.py", migration(body)));

        assertThat(history.unread()).singleElement().satisfies(file -> {
            assertThat(file.at().path().value()).isEqualTo("shop/migrations/0002_items.py");
            assertThat(file.reason()).contains(reason);
        });
        assertThat(history.migrations()).hasSize(2);
    }

    @Test
    void whatIsPlainBesideSomethingComputedCounts() {
        History history = history(SHOP.with(
                "shop/migrations/0002_items.py", migration("dependencies = [('shop', '0001_initial')] + more()")));

        assertThat(migration(history, "shop.0002_items").after()).containsExactly(new MigrationId("shop.0001_initial"));
    }

    @Test
    void whatMustRunBeforeAnotherIsAmongItsParents() {
        InMemoryTree tree = SHOP.with("shop/migrations/0002_items.py", migration("run_before = [('stock', '0001_a')]"))
                .with("shop/migrations/0003_more.py", migration("run_before = [('shop', '0002_items')]"))
                .with("shop/migrations/0004_none.py", migration("run_before = [('stock', '0009_gone'), ('x', 'y')]"))
                .with("stock/migrations/0001_a.py", migration(""));

        History history = history(tree);

        assertThat(migration(history, "stock.0001_a").dependsOn()).containsExactly(new MigrationId("shop.0002_items"));
        assertThat(migration(history, "shop.0002_items").after()).containsExactly(new MigrationId("shop.0003_more"));
        assertThat(migration(history, "shop.0004_none").dependsOn())
                .containsExactly(new MigrationId("stock.0009_gone"));
    }

    @Test
    void aSquashedMigrationStandsForWhatItNames() {
        History history = history(SHOP.with(
                "shop/migrations/0001_squashed_0007_x.py",
                migration("replaces = [('shop', '0001_initial'), ('shop', '0002_gone')]")));

        assertThat(migration(history, "shop.0001_squashed_0007_x").replaced().ids())
                .containsExactly(new MigrationId("shop.0001_initial"), new MigrationId("shop.0002_gone"));
        assertThat(migration(history, "shop.0001_squashed_0007_x").replaced().numbered())
                .isEmpty();
    }

    @Test
    void withoutTheListTheNameTellsWhatItStandsFor() {
        History history = history(SHOP.with("shop/migrations/0001_squashed_0012_x.py", migration("")));

        assertThat(migration(history, "shop.0001_squashed_0012_x").replaced().numbered())
                .contains(new NumberedIds("shop.", 1, 12));
        assertThat(new NumberedIds("shop.", 1, 12))
                .matches(range -> range.contains(new MigrationId("shop.0012_y")))
                .matches(range -> !range.contains(new MigrationId("shop.0013_y")))
                .matches(range -> !range.contains(new MigrationId("shop.y")))
                .matches(range -> !range.contains(new MigrationId("stock.0012_y")));
    }

    @Test
    void aFolderThatIsNoPackageIsToldAndItsMigrationsAreListed() {
        History history = history(SHOP.with("stock/migrations/0001_initial.py", migration("")));

        assertThat(history.unmarked()).extracting(folder -> folder.value()).containsExactly("stock/migrations");
        assertThat(history.migrations()).hasSize(2);
        assertThat(history(SHOP).unmarked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_helpers.py", "~0002.py", ".#0002_x.py", "__init__.py", "notes.txt", "sub/0002_x.py", ".py"})
    void whatDjangoDoesNotImportIsNothingToIt(String name) {
        History history = history(SHOP.with("shop/migrations/" + name, "class Migration: pass"));

        assertThat(history.files()).hasSize(1);
    }

    @Test
    void aModuleWithoutTheClassIsRefused() {
        assertThat(history(SHOP.with("shop/migrations/helpers.py", "def now(): pass\n"))
                        .malformed())
                .singleElement()
                .satisfies(file -> assertThat(file.problem())
                        .isEqualTo("django refuses every app for it: the file has no class Migration"));
    }

    @Test
    void aNameWithADotIsPassedOver() {
        assertThat(history(SHOP.with("shop/migrations/0002_v1.2.py", migration("")))
                        .malformed())
                .singleElement()
                .satisfies(file -> assertThat(file.problem())
                        .isEqualTo("django passes over '0002_v1.2.py': its name holds a dot"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from x import Migration\n",
                "from x import *\n",
                "Migration = make()\n",
                "if x:\n    class Migration(M):\n        dependencies = []\n"
            })
    void aClassThatOnlyRunningGivesIsUnknown(String text) {
        assertThat(history(SHOP.with("shop/migrations/0002_x.py", text)).unread())
                .singleElement()
                .satisfies(
                        file -> assertThat(file.reason()).isEqualTo("its class Migration is known only when it runs"));
    }

    @Test
    void rowsOfAppsFromElsewhereAreLeftOutAndRowsSaidTwiceCountOnce() {
        Applied.Known applied = layout(SHOP)
                .applied(
                        "django_migrations",
                        List.of(
                                row("auth", "0001_initial"),
                                row("shop", "0001_initial"),
                                row("shop", "0001_initial"),
                                row("stock", "0001_gone")),
                        history(SHOP));

        assertThat(applied.migrations())
                .extracting(migration -> migration.id().value())
                .containsExactly("shop.0001_initial", "stock.0001_gone");
        assertThat(applied.migrations()).extracting(AppliedMigration::appliedAt).containsOnly(Optional.of("today"));
        assertThat(applied.reach()).isEqualTo(Applied.Reach.WHOLE);
    }

    private static Row row(String app, String name) {
        return Row.of(Map.of("id", "1", "app", app, "name", name, "applied", "today"));
    }

    private static Migration migration(History history, String id) {
        return history.migrations().stream()
                .filter(migration -> migration.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Layout layout(InMemoryTree tree) {
        List<Layout> layouts = new DjangoSystem().detect(tree);
        assertThat(layouts).hasSize(1);
        return layouts.getFirst();
    }

    private static History history(InMemoryTree tree) {
        return layout(tree).history(tree);
    }

    private static String migration(String body) {
        return "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    " + body
                + "\n    operations = [\n        migrations.RunSQL('select 1'),\n    ]\n";
    }
}
