package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.SchemaFile;
import dev.migtrue.system.Layout;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.testing.InMemoryTree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DumpTest {

    private static final String RAILS = "class A < ActiveRecord::Migration[7.1]\nend\n";
    private static final String DBMATE = "-- migrate:up\nselect 1;\n-- migrate:down\n";

    private static final InMemoryTree APPLICATION = InMemoryTree.of(Map.of(
            "web/config/application.rb", "",
            "web/db/migrate/5_a.rb", RAILS,
            "web/db/migrate/10_b.rb", RAILS,
            "web/plugins/x/db/migrate/20_c.rb", RAILS));

    private static final InMemoryTree SCRIPTS =
            InMemoryTree.of(Map.of("db/migrations/05_a.sql", DBMATE, "db/migrations/10_b.sql", DBMATE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ActiveRecord::Schema[7.1].define(version: 12) do\nend",
                "ActiveRecord::Schema.define(version: 1_2) do\r\nend",
                "ActiveRecord::Schema.define(:version => 12) do\nend"
            })
    void theSchemaOfRailsNamesTheNewestMigration(String schema) {
        assertThat(told(APPLICATION.with("web/db/schema.rb", schema)))
                .contains("web/db/schema.rb: without file [12], unlisted []");
    }

    @Test
    void theFilesAfterTheNewestNamedAreNotInIt() {
        assertThat(told(APPLICATION.with("web/db/schema.rb", "ActiveRecord::Schema.define(version: 5) do\nend")))
                .contains("web/db/schema.rb: without file [], unlisted [10]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO \"schema_migrations\" (version) VALUES\n('11'),\n('5'),\n('3');",
                "insert into `schema_migrations` (`version`) values ('11'), ('5'), ('3');",
                "INSERT INTO public.schema_migrations (version) VALUES ('11'); x;\n"
                        + "INSERT INTO schema_migrations (version) VALUES ('5');"
            })
    void aStructureNamesEachMigration(String structure) {
        assertThat(told(APPLICATION.with("web/db/structure.sql", "create table a (id int);\n" + structure)))
                .contains("web/db/structure.sql: without file [11], unlisted [10]");
    }

    @Test
    void whatDbmateNamesIsAText() {
        assertThat(told(SCRIPTS.with(
                        "db/schema.sql", "INSERT INTO schema_migrations (version) VALUES ('05'), ('010'), ('2020');")))
                .contains("db/schema.sql: without file [2020], unlisted [10]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "create table schema_migrations (version text);",
                "INSERT INTO other (version) VALUES ('7');",
                "INSERT INTO schema_migrations (version) VALUES (?);"
            })
    void aSchemaThatNamesNothingIsNoManifest(String schema) {
        assertThat(told(SCRIPTS.with("db/schema.sql", schema))).isEmpty();
        assertThat(told(SCRIPTS.withUnreadable("db/schema.sql", "not UTF-8"))).isEmpty();
        assertThat(told(SCRIPTS)).isEmpty();
    }

    private static Optional<String> told(InMemoryTree tree) {
        for (MigrationSystem system : KeyedTools.ALL) {
            for (Layout layout : system.detect(tree)) {
                return layout.schemaFile(tree, layout.history(tree)).map(DumpTest::told);
            }
        }
        return Optional.empty();
    }

    private static String told(SchemaFile schemaFile) {
        return "%s: without file %s, unlisted %s"
                .formatted(
                        schemaFile.at().path(),
                        schemaFile.withoutFile(),
                        schemaFile.unlisted().stream()
                                .map(each -> each.id().value())
                                .toList());
    }
}
