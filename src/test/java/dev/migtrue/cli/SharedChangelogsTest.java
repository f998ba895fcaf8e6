package dev.migtrue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.testing.TestRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two changelogs that run the same files, and a third file that neither names. */
class SharedChangelogsTest {

    private static final String INCLUDING =
            "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"><include file=\"updates/liquibase-%s.xml\"/></databaseChangeLog>";
    private static final String CHANGES =
            "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"><changeSet id=\"%s\" author=\"a\"><dropTable tableName=\"t\"/></changeSet></databaseChangeLog>";

    @Test
    void whatIsSaidOfAFileThatSeveralShareIsSaidOnce(@TempDir Path folder) {
        TestRepository repository = TestRepository.in(folder)
                .write("src/main/resources/liquibase-install.xml", INCLUDING.formatted("1"))
                .write("src/main/resources/liquibase-upgrade.xml", INCLUDING.formatted("1"));
        for (String id : new String[] {"1", "2"}) {
            repository.write("src/main/resources/updates/liquibase-%s.xml".formatted(id), CHANGES.formatted(id));
        }
        repository.stage(".").commit("Add changes");

        JsonNode report = JsonMapper.shared()
                .readTree(CommandRun.in(
                                repository.workTree(), repository.environment(), "check", "--no-db", "--format", "json")
                        .output());

        assertThat(report.path("read").path("systems")).hasSizeGreaterThan(1);
        assertThat(report.path("findings"))
                .extracting(finding -> finding.path("rule").asString())
                .containsOnlyOnce("unregistered-migration");
    }
}
