package dev.migtrue.gather.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreachableMemoryTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final VersionTable TABLE = new VersionTable(Optional.empty(), "t", List.of(), List.of(), List.of());

    private final Path folder;
    private final Asked far = new Asked("postgresql://far:5432/db", Obstacle.UNREACHABLE);
    private final Asked near = new Asked("postgresql://near:5432/db", Obstacle.REFUSED);

    UnreachableMemoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aDatabaseThatCouldNotBeReachedIsLeftAloneForHalfAMinute() {
        assertThat(reason(far, NOON)).isEqualTo("no route");
        assertThat(reason(far, NOON.plusSeconds(12))).isEqualTo("no route (tried 12 s ago)");
        assertThat(reason(far, NOON.plusSeconds(29))).isEqualTo("no route (tried 29 s ago)");
        assertThat(far.times()).isEqualTo(1);

        assertThat(reason(far, NOON.plusSeconds(30))).isEqualTo("no route");
        assertThat(far.times()).isEqualTo(2);
    }

    @Test
    void oneThatAnsweredNoIsAskedEachTime() {
        reason(far, NOON);
        reason(near, NOON);
        reason(near, NOON);

        assertThat(near.times()).isEqualTo(2);
    }

    @Test
    void aClockThatWasPutBackIsNotWaitedFor() {
        reason(far, NOON);
        reason(far, NOON.minus(Duration.ofHours(1)));

        assertThat(far.times()).isEqualTo(2);
    }

    @Test
    void whatIsInTheFileCannotDoHarm() throws IOException {
        Path file = Files.createDirectories(folder.resolve("migtrue")).resolve("unreachable");
        Files.write(file, new byte[] {(byte) 0xff, 0, '\n', '\t', '1', '\t', '\n'});

        assertThat(reason(far, NOON)).isEqualTo("no route");

        Files.delete(file);
        Files.createDirectory(file);

        assertThat(reason(far, NOON)).isEqualTo("no route");
        assertThat(far.times()).isEqualTo(2);
    }

    private String reason(Database database, Instant now) {
        return UnreachableMemory.inGit(folder, () -> now).around(database).read(TABLE)
                        instanceof TableRead.NotRead unread
                ? unread.reason()
                : "read";
    }

    /** A database that cannot be read, and counts how often it is tried. */
    private static final class Asked implements Database {

        private final String target;
        private final Obstacle obstacle;
        private int times;

        Asked(String target, Obstacle obstacle) {
            this.target = target;
            this.obstacle = obstacle;
        }

        int times() {
            return times;
        }

        @Override
        public DatabaseName name() {
            return DatabaseName.DEFAULT;
        }

        @Override
        public String target() {
            return target;
        }

        @Override
        public TableRead read(VersionTable table) {
            times++;
            return new TableRead.NotRead(obstacle, "no route");
        }
    }
}
