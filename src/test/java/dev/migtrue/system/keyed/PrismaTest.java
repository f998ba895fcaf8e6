package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrismaTest {

    private static final List<String> SCHEMAS = List.of(
            "db/main.prisma", "db/other.prisma", "db/parts/users.prisma", "model/all.prisma", "model/a/b.prisma");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    package.json      | {"name": "x", "prisma": {"schema": "db/main.prisma", "seed": "tsx seed.ts"}}                   | db/main.prisma
                    package.json      | {"name": "x", "prisma": {"schema": "./db"}, "devDependencies": {"prisma": "^6.0.0"}}          | db/main.prisma, db/other.prisma, db/parts/users.prisma
                    prisma.config.ts  | export default defineConfig({ schema: 'db/main.prisma' })                                     | db/main.prisma
                    prisma.config.ts  | export default defineConfig({ schema: "model", migrations: { path: "db/migrations" } })       | model/all.prisma, model/a/b.prisma
                    prisma.config.ts  | export default { migrations: { seed: 'x' }, schema: "db/main.prisma", } satisfies PrismaConfig | db/main.prisma
                    db/prisma.config.ts | export default defineConfig({ schema: "../model/all.prisma", migrations: { path: "./migrations" } }) | model/all.prisma
                    """)
    void theSchemaLiesWhereTheConfigurationSays(String name, String text, String files) {
        assertThat(schemas(Map.of(name, text))).containsExactly(files.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    prisma.config.ts | export default defineConfig({ schema: path.join("model", "all.prisma"), migrations: { path: "db/migrations" } })
                    prisma.config.ts | export default defineConfig({ schema: "model/all.prisma", migrations: { path: folder } })
                    prisma.config.ts | export default defineConfig({ schema: "model/" + name, migrations: { path: "db/migrations" } })
                    prisma.config.ts | export default defineConfig({ schema: "model", migrations: { path: "model/migrations" } })
                    prisma.config.ts | // schema: "model/all.prisma", migrations: { path: "db/migrations" }
                    prisma.config.ts | const schema = "model"; export default { schema, migrations: { path: "db/migrations" } }
                    package.json     | {"prisma": {"schema": "model/all.prisma"}}
                    package.json     | {"devDependencies": {"prisma": "^6.0.0"}}
                    """)
    void elseItLiesBesideTheMigrations(String name, String text) {
        assertThat(schemas(Map.of(name, text))).containsExactly("db/main.prisma", "db/other.prisma");
    }

    @Test
    void aFolderWithoutItsFileStopsTheTool() {
        assertThat(malformed(Map.of("db/migrations/20250201100000_b/README.md", "gone")))
                .containsExactly("prisma stops at the folder '20250201100000_b': there is no migration.sql in it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/migrations/20250201100000_b/migration.ts",
                "db/migrations/20250201100000_b/migration.sql",
                "db/migrations/scripts/fill.sql",
                "db/migrations/README.md",
                "other/migrations/20250201100000_b/README.md"
            })
    void whatIsMeantForOthersStopsNothing(String path) {
        assertThat(malformed(Map.of(path, "select 1;\n"))).isEmpty();
    }

    private static InMemoryTree tree(Map<String, String> others) {
        Map<String, String> files = new HashMap<>(others);
        files.put("db/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
        files.put("db/migrations/20250101100000_a/migration.sql", "select 1;\n");
        SCHEMAS.forEach(schema -> files.put(schema, ""));
        return InMemoryTree.of(files);
    }

    private static Stream<String> schemas(Map<String, String> others) {
        InMemoryTree tree = tree(others);
        Layout layout = ModelledLayouts.in(tree, "prisma").getFirst();
        return SCHEMAS.stream()
                .filter(schema -> layout.models(tree).stream()
                        .anyMatch(source -> source.holds().test(new RepoPath(schema))));
    }

    private static List<String> malformed(Map<String, String> others) {
        InMemoryTree tree = tree(others);
        return ModelledLayouts.in(tree, "prisma").getFirst().history(tree).malformed().stream()
                .map(MalformedFile::problem)
                .toList();
    }
}
