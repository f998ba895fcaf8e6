package dev.migtrue.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.facts.Facts;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.Applied;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.Source;
import dev.migtrue.system.flyway.FlywaySystem;
import dev.migtrue.testing.InMemoryDatabase;
import dev.migtrue.testing.InMemoryRepository;
import dev.migtrue.testing.InMemoryTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table that several projects of a repository could own. */
class VersionTableOwnerTest {

    private static final String EMPTY_FILE = "0";
    private static final String OTHER_FILE = "7";

    private final List<Row> rows = new ArrayList<>();

    @Test
    void isGivenToTheProjectThatHasMostOfItsRowsAsFiles() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "a/sql/V1__x.sql", "",
                "b/sql/V1__x.sql", "select 1;",
                "b/sql/V2__y.sql", "select 1;"));
        row("1", EMPTY_FILE);
        row("2", OTHER_FILE);

        assertThat(owners(tree)).containsExactly("b/sql");
    }

    @Test
    void isGivenToTheVendorWhoseChecksumsWereStored() {
        InMemoryTree tree = InMemoryTree.of(Map.of(
                "db/migration/h2/V1__x.sql", "select 1;",
                "db/migration/mysql/V1__x.sql", "select 2;",
                "db/migration/postgresql/V1__x.sql", "",
                "db/migration/sqlite/V1__x.sql", "select 3;"));
        row("1", EMPTY_FILE);

        assertThat(owners(tree)).containsExactly("db/migration/postgresql");
    }

    private void row(String version, String checksum) {
        rows.add(Row.of(Map.of("version", version, "type", "SQL", "success", "1", "checksum", checksum)));
    }

    /** The roots of the projects that the table was read for. */
    private List<String> owners(InMemoryTree tree) {
        InMemoryDatabase database = InMemoryDatabase.answering(new TableRead.Rows("flyway_schema_history", rows));
        try (InMemoryRepository repository = new InMemoryRepository(Map.of(Source.HEAD, tree))) {
            return new Surveyor(repository, List.of(database))
                    .survey(List.of(new FlywaySystem()), layout -> true).projects().stream()
                            .filter(facts -> isKnown(facts))
                            .map(facts -> facts.project().root().value())
                            .toList();
        }
    }

    private static boolean isKnown(Facts facts) {
        return facts.databases().get(DatabaseName.DEFAULT) instanceof Applied.Known;
    }
}
