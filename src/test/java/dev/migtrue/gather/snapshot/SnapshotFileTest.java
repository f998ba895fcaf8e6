package dev.migtrue.gather.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.snapshot.Recording.Question;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Row;
import dev.migtrue.model.UsageException;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

    private static final Instant TAKEN = Instant.parse("2026-03-01T10:00:00Z");

    private final SnapshotFile file;

    SnapshotFileTest(@TempDir Path folder) {
        file = new SnapshotFile(folder.resolve("kept/snapshot.json"), "snapshot.json");
    }

    @Test
    void whatWasAnsweredIsAnsweredAgain() {
        TableRead rows = new TableRead.Rows(
                "app.flyway \u2028\"x\"",
                List.of(
                        Row.of(Map.of("version", "1 \u00e9\ud83d\ude00")),
                        Row.of(Map.of("version", "", "success", "t"))),
                Optional.of(32));
        file.write(snapshot(rows));

        Database database = file.databases(TAKEN.plusSeconds(7300)).getFirst();

        assertThat(database.name()).isEqualTo(new DatabaseName("staging"));
        assertThat(database.target()).isEqualTo("postgresql://db:5432/app");
        assertThat(database.asOf().orElseThrow().ageInWords()).isEqualTo("2 hours");
        assertThat(database.read(table("flyway_schema_history"))).isEqualTo(rows);
        assertThat(database.read(table("goose_db_version"))).isEqualTo(new TableRead.NoTable());
        assertThat(database.read(table("other"))).isInstanceOf(TableRead.NotRead.class);
    }

    @Test
    void theSameAnswersHaveTheSameHashWheneverTheyAreGiven() throws IOException {
        Snapshot earlier = snapshot(new TableRead.NoTable());
        Snapshot later = new Snapshot(TAKEN.plusSeconds(60), earlier.databases());
        Snapshot other = snapshot(new TableRead.Rows("flyway_schema_history", List.of()));

        assertThat(hash(later)).isEqualTo(hash(earlier));
        assertThat(hash(other)).isNotEqualTo(hash(earlier));
    }

    @Test
    void anyCutOrChangedFileIsRefused() throws IOException {
        file.write(snapshot(new TableRead.Rows("t", List.of(Row.of(Map.of("version", "1"))), Optional.of(32))));
        String whole = Files.readString(file.path());

        for (int length = 0; length < whole.length() - 2; length += 7) {
            assertRefused(whole.substring(0, length));
        }
        assertRefused(whole.replace("\"version\" : \"1\"", "\"version\" : \"2\""));
        assertRefused(whole.replace("\"width\" : 32", "\"width\" : 99999999999"));
        assertRefused(whole.replace("\"width\" : 32", "\"width\" : \"32\""));
        assertRefused(whole.replace("\"staging\"", "\"production\""));
        assertRefused(whole.replace("\"snapshotVersion\" : 1", "\"snapshotVersion\" : 2"));
        assertRefused(whole.replace("2026-03-01", "yesterday"));
        assertRefused("[]");
        assertRefused("\u0000\uffff");
    }

    @Test
    void aFailedWriteLeavesTheOneBefore() throws IOException {
        file.write(snapshot(new TableRead.NoTable()));
        String before = Files.readString(file.path());
        TableRead unread = new TableRead.NotRead(dev.migtrue.model.Applied.Obstacle.REFUSED, "no");

        assertThatThrownBy(() -> file.write(snapshot(unread))).isInstanceOf(IllegalArgumentException.class);

        assertThat(Files.readString(file.path())).isEqualTo(before);
        try (var files = Files.list(file.path().resolveSibling(""))) {
            assertThat(files).containsExactly(file.path());
        }
    }

    private void assertRefused(String text) throws IOException {
        Files.writeString(file.path(), text);
        assertThatThrownBy(() -> file.databases(TAKEN))
                .as(text)
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("snapshot snapshot.json is damaged: ")
                .hasMessageNotContaining("\n");
    }

    private static String hash(Snapshot snapshot) throws IOException {
        return SnapshotText.hash(snapshot.databases());
    }

    private static Snapshot snapshot(TableRead flyway) {
        SequencedMap<Question, TableRead> tables = new LinkedHashMap<>();
        tables.put(Question.of(table("flyway_schema_history")), flyway);
        tables.put(Question.of(table("goose_db_version")), new TableRead.NoTable());
        return new Snapshot(
                TAKEN,
                List.of(new Recording(
                        new DatabaseName("staging"), "postgresql://db:5432/app", Optional.of("sha256:00"), tables)));
    }

    private static VersionTable table(String name) {
        return new VersionTable(Optional.of("app"), name, List.of("version"), List.of(), List.of());
    }
}
