package dev.migtrue.system.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.InMemoryTree;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the configuration of Advanced Alchemy says what its version table is called. */
class AdvancedAlchemyTest {

    private final InMemoryTree tree = InMemoryTree.of(Map.of(
            "app/db/migrations/env.py",
                    "import advanced_alchemy\ncontext.configure(version_table=config.version_table_name)\n",
            "app/db/migrations/script.py.mako", "",
            "app/db/migrations/versions/1.py", "revision = 'a1'\ndown_revision = None\n"));

    @Test
    void itIsTheOneThatAConfigurationNames() {
        String config =
                "x = SQLAlchemyAsyncConfig(alembic_config=AlembicAsyncConfig(version_table_name='ddl_version'))\n";

        assertThat(table(tree.with("app/config.py", config))).isEqualTo("ddl_version");
        assertThat(table(tree.with("app/config.py", config.replace("Async", "Sync"))
                        .with("app/other.py", config)))
                .isEqualTo("ddl_version");
    }

    @Test
    void elseItIsTheUsualOne() {
        String config = "AlembicAsyncConfig(version_table_name=settings.db.TABLE)\n";

        assertThat(table(tree)).isEqualTo("alembic_versions");
        assertThat(table(tree.with("app/config.py", config))).isEqualTo("alembic_versions");
        assertThat(table(tree.with("app/config.py", "other(version_table_name='x')\n")))
                .isEqualTo("alembic_versions");
        assertThat(table(tree.with("app/a.py", config.replace("settings.db.TABLE", "'a'"))
                        .with("app/b.py", config.replace("settings.db.TABLE", "'b'"))))
                .isEqualTo("alembic_versions");
    }

    @Test
    void aScriptThatNamesItsTableItselfIsTakenAtItsWord() {
        assertThat(table(tree.with(
                                "app/db/migrations/env.py",
                                "import advanced_alchemy\ncontext.configure(version_table='mine')\n")
                        .with("app/config.py", "AlembicAsyncConfig(version_table_name='ddl_version')\n")))
                .isEqualTo("mine");
    }

    private static String table(InMemoryTree tree) {
        return new AlembicSystem().detect(tree).getFirst().versionTable().name();
    }
}
