package dev.migtrue.system.keyed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.History;
import dev.migtrue.model.Manifest;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityFrameworkTest {

    private static final String FOLDER = "Shop/Migrations/";

    @Test
    void theAttributeSaysTheIdWhateverTheFileIsCalled() {
        assertThat(ids(history(Map.of(
                        "20250201100000_Orders.cs", type("Orders"),
                        "20250201100000_Orders.Designer.cs", attributed("20250102100000_Orders", "Orders"),
                        "20250115100000_Users.cs", attributed("20250115100000_users", "Users")))))
                .containsExactly("20250102100000_Orders", "20250115100000_users");
    }

    @Test
    void aClassWithoutTheAttributeIsNotSeen() {
        History history = history(Map.of(
                "20250101100000_Users.cs", type("Users"),
                "20250101100000_Users.Designer.cs", attributed("20250101100000_Users", "Users"),
                "20250201100000_Orders.cs", type("Orders")));

        assertThat(history.manifest().unlisted())
                .extracting(Manifest.Unlisted::file)
                .containsExactly(new RepoPath(FOLDER + "20250201100000_Orders.cs"));
        assertThat(ids(history)).containsExactly("20250101100000_Users", "20250201100000_Orders");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20250201100000_Orders.Designer.cs  | [Migration(ORDERS)] partial class Orders { }                         | 20250201100000_Orders
                    Others.cs                          | [Migration("20250102100000_Orders")] partial class Orders { }        | 20250102100000_Orders
                    Others.cs                          | [DbContext(typeof(Shop)), Migration("2_Orders")] class Orders { }    | 2_Orders
                    20250201100000_Orders.Designer.cs  | abstract partial class Orders { }                                    | 20250201100000_Orders
                    """)
    void whereTheAttributeMayStandNothingIsTold(String name, String text, String id) {
        History history = history(Map.of(
                "20250301100000_Users.cs",
                attributed("20250301100000_Users", "Users"),
                "20250201100000_Orders.cs",
                type("Orders"),
                name,
                text));

        assertThat(history.manifest().unlisted()).isEmpty();
        assertThat(ids(history)).contains(id);
    }

    @Test
    void whereNoFileOfAFolderHasTheAttributeNothingIsTold() {
        assertThat(history(Map.of("20250101100000_A.cs", type("A"), "20250201100000_B.cs", type("B")))
                        .manifest()
                        .unlisted())
                .isEmpty();
    }

    @Test
    void anAttributeInACommentIsNone() {
        assertThat(ids(history(Map.of(
                        "20250101100000_A.cs", "// [Migration(\"1_A\")]\n" + attributed("20250101100000_a", "A")))))
                .containsExactly("20250101100000_a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    NpgsqlModelBuilderExtensions.UseIdentityByDefaultColumns(modelBuilder);                             | POSTGRESQL
                    MySqlModelBuilderExtensions.AutoIncrementColumns(modelBuilder); b.HasAnnotation("SqlServer:Identity", 1); | MYSQL
                    SqlServerModelBuilderExtensions.UseIdentityColumns(modelBuilder);                                   | SQL_SERVER
                    b.HasAnnotation("Sqlite:Autoincrement", true).HasAnnotation("SqlServer:Clustered", false);          | SQLITE
                    modelBuilder.HasAnnotation("Npgsql:ValueGenerationStrategy", 1);                                    | POSTGRESQL
                    """)
    void theSnapshotSaysTheKindOfDatabase(String text, String dialect) {
        assertThat(dialect(Map.of("20250101100000_A.cs", type("A"), "ShopModelSnapshot.cs", text)))
                .isEqualTo(dialect);
    }

    @Test
    void migrationsForSeveralKindsDoNotSayWhichItIs() {
        assertThat(
                        dialect(
                                Map.of(
                                        "20250101100000_A.cs",
                                        type("A")
                                                + ".Annotation(\"SqlServer:Identity\", \"1, 1\").Annotation(\"Sqlite:Autoincrement\", true)")))
                .isEqualTo("none");
    }

    @Test
    void foldersForDifferentKindsOfDatabasesAreProjectsOfTheirOwn() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "Shop/Shop.csproj",
                "",
                "Shop/Migrations/Pg/20250101100000_A.cs",
                type("A"),
                "Shop/Migrations/Pg/ShopModelSnapshot.cs",
                "NpgsqlModelBuilderExtensions.X(modelBuilder);",
                "Shop/Migrations/Lite/20250101100000_A.cs",
                type("A") + "\"Sqlite:Autoincrement\"",
                "Shop/Audit/20250101100001_B.cs",
                type("B"),
                "Shop/Audit/AuditModelSnapshot.cs",
                "NpgsqlModelBuilderExtensions.X(modelBuilder);"));

        assertThat(ModelledLayouts.in(tree, "efcore"))
                .extracting(layout -> layout.project().root() + " "
                        + layout.project().folders() + " "
                        + layout.dialect(tree).map(Enum::name).orElse("none"))
                .containsExactly(
                        "Shop/Audit [Shop/Audit, Shop/Migrations/Pg] POSTGRESQL",
                        "Shop/Migrations/Lite [Shop/Migrations/Lite] SQLITE");
    }

    private static String type(String name) {
        return "partial class " + name
                + " : Migration { protected override void Up(MigrationBuilder migrationBuilder) { } }";
    }

    private static String attributed(String id, String name) {
        return "[DbContext(typeof(Shop))]\n[Migration(\"" + id + "\")]\n" + type(name);
    }

    private static InMemoryTree tree(Map<String, String> files) {
        Map<String, String> placed = new HashMap<>();
        files.forEach((name, text) -> placed.put(FOLDER + name, text));
        return InMemoryTree.of(placed);
    }

    private static History history(Map<String, String> files) {
        InMemoryTree tree = tree(files);
        return layout(tree).history(tree);
    }

    private static String dialect(Map<String, String> files) {
        InMemoryTree tree = tree(files);
        return layout(tree).dialect(tree).map(Enum::name).orElse("none");
    }

    private static Layout layout(InMemoryTree tree) {
        return ModelledLayouts.in(tree, "efcore").getFirst();
    }

    private static List<String> ids(History history) {
        return history.migrations().stream()
                .map(migration -> migration.id().value())
                .toList();
    }
}
