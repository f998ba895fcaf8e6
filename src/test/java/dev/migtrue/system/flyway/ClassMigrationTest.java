package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.History;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.system.Layout;
import dev.migtrue.testing.InMemoryTree;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassMigrationTest {

    private static final String JAVA = "app/src/main/java/";
    private static final String SQL = "app/src/main/resources/db/migration/";
    private static final String BASE =
            "import org.flywaydb.core.api.migration.*;\nimport" + " org.flywaydb.core.api.MigrationVersion;\n";

    @Test
    void aFolderOfClassesAloneIsALayout() {
        InMemoryTree tree = InMemoryTree.empty()
                .with(
                        JAVA + "db/migration/V1__First.java",
                        BASE + "public class V1__First extends BaseJavaMigration {}")
                .with(JAVA + "db/migration/R__Views.kt", BASE + "class R__Views : BaseJavaMigration() {}")
                .with(JAVA + "db/migration/Columns.java", "class Columns {}");

        assertThat(Detected.in(tree)).containsOnlyKeys(JAVA + "db/migration");
        assertThat(ids(tree)).containsExactly("1", "R__Views");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app/src/main/java/com/acme/V1__First.java | public class V1__First extends Something {}",
                "app/src/test/java/db/migration/V1__First.java | class V1__First extends BaseJavaMigration {} // flywaydb",
                "db/migration/V1__First.java | class V1__First extends BaseJavaMigration {} // flywaydb",
                "app/target/classes/src/main/java/V1__First.java | class V1__First extends A {} // flywaydb",
                "app/src/main/java/db/migration/V1__First.java | abstract class V1__First extends A {} // flywaydb"
            })
    void aClassOfWhichItIsNotClearIsNone(String file) {
        String[] parts = file.split(" \\| ", 2);

        assertThat(Detected.in(InMemoryTree.empty().with(parts[0], parts[1]))).isEmpty();
    }

    @Test
    void classesInAnotherPackageBelongToTheOneSiteOfTheirModule() {
        InMemoryTree tree = InMemoryTree.empty()
                .with(SQL + "V1__a.sql", "select 1;")
                .with(JAVA + "com/acme/V2__Two.java", BASE + "class V2__Two extends BaseJavaMigration {}")
                .with("other/src/main/resources/db/migration/V1__o.sql", "select 1;");

        assertThat(Detected.in(tree))
                .containsOnlyKeys("app/src/main/resources/db/migration", "other/src/main/resources/db/migration")
                .containsEntry(
                        "app/src/main/resources/db/migration",
                        List.of(SQL + "V1__a.sql", JAVA + "com/acme/V2__Two.java"));
    }

    @Test
    void ofSeveralSitesNobodyKnowsWhoseTheClassesAre() {
        InMemoryTree tree = InMemoryTree.empty()
                .with("app/src/main/resources/billing/migration/V1__a.sql", "select 1;")
                .with("app/src/main/resources/stock/migration/V1__a.sql", "select 1;")
                .with(JAVA + "com/acme/V2__Two.java", BASE + "class V2__Two extends BaseJavaMigration {}");

        assertThat(Detected.in(tree))
                .containsOnlyKeys("app/src/main/resources/billing/migration", "app/src/main/resources/stock/migration");
        assertThat(Detected.in(tree).values())
                .allSatisfy(files -> assertThat(files).hasSize(1));
    }

    @Test
    void aConfigurationSaysWhoseTheyAre() {
        InMemoryTree tree = InMemoryTree.empty()
                .with("app/src/main/resources/billing/migration/V1__a.sql", "select 1;")
                .with("app/src/main/resources/stock/migration/V1__a.sql", "select 1;")
                .with(
                        "app/src/main/resources/application.properties",
                        "spring.flyway.locations=classpath:stock/migration,classpath:com/acme")
                .with(JAVA + "com/acme/V2__Two.java", BASE + "class V2__Two extends BaseJavaMigration {}");

        assertThat(Detected.in(tree).values())
                .contains(List.of("app/src/main/resources/stock/migration/V1__a.sql", JAVA + "com/acme/V2__Two.java"));
    }

    @Test
    void classesBelongToTheSitesOfTheirModuleThatOneConfigurationNames() {
        InMemoryTree tree = InMemoryTree.empty()
                .with("app/src/main/resources/billing/migration/V1__a.sql", "select 1;")
                .with("app/src/main/resources/stock/migration/V3__c.sql", "select 1;")
                .with(
                        "app/src/main/resources/application.properties",
                        "spring.flyway.locations=classpath:stock/migration,classpath:billing/migration")
                .with(JAVA + "com/acme/V2__Two.java", BASE + "class V2__Two extends BaseJavaMigration {}");

        assertThat(ids(tree)).containsExactly("1", "2", "3");
    }

    @Test
    void whatSomebodyBuiltOnFlywayMakesMigrationsToo() {
        String importing = "import com.acme.commons.flyway.ContextAwareMigration;\n\n";
        InMemoryTree tree = InMemoryTree.empty()
                .with(SQL + "V1__a.sql", "select 1;")
                .with(JAVA + "com/acme/V2__Two.java", importing + "class V2__Two implements ContextAwareMigration {}")
                .with(JAVA + "com/acme/V3__Three.java", "class V3__Three implements Flyway {}");

        assertThat(ids(tree)).containsExactly("1", "2", "3");
        assertThat(ids(tree.without(JAVA + "com/acme/V2__Two.java"))).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public MigrationVersion getVersion() { return MigrationVersion.fromVersion(\"2.1\"); } | 2.1",
                "public MigrationVersion getVersion() {~ // why~ return fromVersion(\"3\");~} | 3",
                "static final String AT = \"4\";~MigrationVersion getVersion() { return MigrationVersion.fromVersion(AT); } | 4",
                "override fun getVersion(): MigrationVersion = MigrationVersion.fromVersion(\"5_1\") | 5.1",
                "override fun getVersion(): MigrationVersion? { return MigrationVersion.fromVersion(\"6\") } | 6",
                "MigrationVersion getVersion() { MigrationVersion.fromVersion('7') } | unread",
                "public MigrationVersion getVersion() { return MigrationVersion.fromVersion(stamp()); } | unread",
                "public MigrationVersion getVersion() { return null; }~String getDescription() { return \"all views\"; } | R__all_views",
                "public String version() { return \"8\"; } | none"
            })
    void theVersionIsReadFromTheClass(String method, String expected) {
        String text = BASE + "class ImportMigration implements JavaMigration {\n" + method.replace('~', '\n') + "\n}";
        InMemoryTree tree = InMemoryTree.empty()
                .with(SQL + "V1__a.sql", "select 1;")
                .with(JAVA + "db/migration/ImportMigration.java", text);
        History history = new FlywaySystem().detect(tree).getFirst().history(tree);
        List<String> ids = history.migrations().stream()
                .map(migration -> migration.id().value())
                .filter(id -> !id.equals("1"))
                .toList();

        assertThat(ids).isEqualTo(expected.matches("none|unread") ? List.of() : List.of(expected));
        assertThat(history.unread()).hasSize(expected.equals("unread") ? 1 : 0);
    }

    @Test
    void whatTheClassSaysComesBeforeItsName() {
        String text = BASE + "class V2__Two extends BaseJavaMigration {\n"
                + " public MigrationVersion getVersion() { return MigrationVersion.fromVersion(\"9\"); }\n"
                + " public String getDescription() { return \"nine\"; }\n}";
        InMemoryTree tree = InMemoryTree.empty().with(JAVA + "db/migration/V2__Two.java", text);

        assertThat(new FlywaySystem().detect(tree).getFirst().history(tree).migrations())
                .singleElement()
                .satisfies(migration -> {
                    assertThat(migration.id().value()).isEqualTo("9");
                    assertThat(migration.description()).isEqualTo("nine");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public abstract class V2__Two extends BaseJavaMigration { }",
                "/** A class {@code extends}. */ public class V2__Two { void extend() {} }",
                "interface V2__Two extends JavaMigration {}",
                "data class V2__Two(val before: Int)",
                "public class V2__Two<T extends String> { static class Row extends Line {} }"
            })
    void whatFlywayCannotMakeIsNoMigration(String text) {
        assertThat(ids(withTwo(text))).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "public class V2__Two extends LongerColumns { }",
                "@Component(\"two\")\npublic final class V2__Two\n        implements JavaMigration {}",
                "private data class Row(val id: Int) {}\n\nclass V2__Two(private val repository: Rows) : BaseJavaMigration() {}",
                "class V2__Two : BaseJavaMigration()",
                "class Row { String brace = \"}\"; }\nclass V2__Two extends BaseJavaMigration {}",
                "not any language we know"
            })
    void whatMayBeAMigrationIsTakenForOne(String text) {
        assertThat(ids(withTwo(text))).containsExactly("1", "2");
    }

    @Test
    void everyClassThatDecidesIsNamedToTheHook() {
        Set<Pattern> telling = new FlywaySystem()
                .telling(InMemoryTree.empty()).stream()
                        .map(name -> Pattern.compile(name.replace(".", "\\.").replace("*", ".*")))
                        .collect(Collectors.toSet());

        assertThat(List.of(
                        JAVA + "com/acme/V2__Two.java",
                        JAVA + "db/migration/Import.kt",
                        JAVA + "com/flyway/Import.scala",
                        "pom.xml",
                        "app/build.gradle.kts"))
                .allMatch(path -> telling.stream()
                        .anyMatch(pattern -> pattern.matcher(path).matches()));
    }

    private static InMemoryTree withTwo(String text) {
        return InMemoryTree.empty().with(SQL + "V1__a.sql", "select 1;").with(JAVA + "db/migration/V2__Two.java", text);
    }

    private static List<String> ids(InMemoryTree tree) {
        Layout layout = new FlywaySystem().detect(tree).getFirst();
        assertThat(layout.project().folders()).doesNotContain(RepoPath.TOP);
        return layout.history(tree).migrations().stream()
                .map(Migration::id)
                .map(Object::toString)
                .toList();
    }
}
