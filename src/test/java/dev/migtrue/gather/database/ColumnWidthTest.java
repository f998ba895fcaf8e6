package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many characters PostgreSQL's catalogue says that a column holds. */
class ColumnWidthTest {

    private static final VersionTable TABLE = new VersionTable(
                    Optional.empty(), "alembic_version", List.of("version_num"), List.of(), List.of("version_num"))
            .measuring("version_num");

    @AutoClose
    private final ServerDatabase server = PostgresServer.freshDatabase();

    @ParameterizedTest
    @CsvSource({"varchar(32), 32", "character varying(255), 255", "char(12), 12", "varchar, 0", "text, 0"})
    void itIsThatOfTheColumn(String type, int width) {
        server.execute("create table alembic_version (version_num " + type + " not null)");

        assertThat(width(TABLE)).isEqualTo(Optional.of(width).filter(characters -> characters > 0));
    }

    @Test
    void whatIsSpelledOtherwiseIsFoundAllTheSame() {
        server.execute("create table \"Alembic_Version\" (\"Version_Num\" varchar(7) not null)");

        assertThat(width(TABLE)).contains(7);
    }

    @Test
    void nothingIsMeasuredUnasked() {
        server.execute("create table alembic_version (version_num varchar(32) not null)");

        assertThat(width(new VersionTable(
                        Optional.empty(),
                        "alembic_version",
                        List.of("version_num"),
                        List.of(),
                        List.of("version_num"))))
                .isEmpty();
    }

    private Optional<Integer> width(VersionTable table) {
        Timeouts patient = new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(1));
        try (Database database = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(server.url(), Path.of("/nowhere")), patient)) {
            return database.read(table) instanceof TableRead.Rows rows ? rows.width() : Optional.of(-1);
        }
    }
}
