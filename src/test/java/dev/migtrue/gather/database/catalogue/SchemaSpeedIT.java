package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.DatabaseAddress;
import dev.migtrue.gather.database.JdbiDatabase;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.Timeouts;
import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaDiff;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.testing.PostgresServer;
import dev.migtrue.testing.ServerDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A large schema is read and compared within half a second, and sooner than Liquibase does it: 500 tables, 5,000 columns, 2,000 indexes.
 * Measured is the processor time of our thread, as machines that run tests are busy; the wall's clock is printed beside it.
 */
class SchemaSpeedIT {

    private static final int TABLES = 500;
    private static final int ROUNDS = 7;
    private static final Duration LIMIT = Duration.ofMillis(500);

    private static final ServerDatabase RIGHT = PostgresServer.freshDatabase();
    private static final ServerDatabase LIVE = PostgresServer.freshDatabase();

    private record Time(Duration wall, Duration processor) {}

    private interface Work {
        void run() throws Exception;
    }

    @BeforeAll
    static void makeTables() {
        List.of(RIGHT, LIVE).forEach(database -> database.execute("""
                DO $$ BEGIN
                  FOR i IN 1..%d LOOP
                    EXECUTE format('CREATE TABLE t%%s (id bigint PRIMARY KEY, c1 int NOT NULL, c2 text DEFAULT ''x'', c3 date,'
                        ' c4 numeric(12,2), c5 boolean, c6 varchar(40), c7 timestamptz DEFAULT now(), c8 jsonb, c9 uuid)', i);
                    FOR j IN 1..4 LOOP
                      EXECUTE format('CREATE INDEX t%%s_%%s ON t%%s (c%%s, c%%s)', i, j, i, j, j + 1);
                    END LOOP;
                  END LOOP;
                END $$""".formatted(TABLES)));
        LIVE.execute("ALTER TABLE t250 ADD COLUMN nick text", "DROP INDEX t17_3");
    }

    @AfterAll
    static void close() {
        RIGHT.close();
        LIVE.close();
    }

    @Test
    void aLargeSchemaIsReadAndComparedInHalfASecondAndSoonerThanByLiquibase() throws Exception {
        Schema expected = read(RIGHT);

        List<Time> ours = measured(
                ROUNDS,
                () -> assertThat(Deviation.of(
                                SchemaDiff.between(expected, read(LIVE)).differences()))
                        .hasSize(2));
        // Once: it takes half a minute on a busy machine.
        List<Time> liquibase = measured(1, SchemaSpeedIT::compareWithLiquibase);

        System.out.printf(
                "catalogue and difference of %d tables: wall %s, processor %s; liquibase-core: wall %s, processor %s%n",
                TABLES,
                median(ours, Comparator.comparing(Time::wall)).wall(),
                median(ours, Comparator.comparing(Time::processor)).processor(),
                median(liquibase, Comparator.comparing(Time::wall)).wall(),
                median(liquibase, Comparator.comparing(Time::processor)).processor());
        assertThat(median(ours, Comparator.comparing(Time::processor)).processor())
                .isLessThan(LIMIT);
        assertThat(median(ours, Comparator.comparing(Time::wall)).wall())
                .isLessThan(median(liquibase, Comparator.comparing(Time::wall)).wall());
    }

    private static Schema read(ServerDatabase database) {
        try (JdbiDatabase live = new JdbiDatabase(
                DatabaseName.DEFAULT, DatabaseAddress.parse(database.url(), Path.of("")), Timeouts.DEFAULT)) {
            return ((SchemaRead.Read) live.readSchema()).schema();
        }
    }

    private static void compareWithLiquibase() throws Exception {
        try (Connection right = DriverManager.getConnection(RIGHT.jdbcUrl());
                Connection live = DriverManager.getConnection(LIVE.jdbcUrl())) {
            Database reference =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(right));
            Database target = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(live));
            assertThat(DiffGeneratorFactory.getInstance()
                            .compare(reference, target, CompareControl.STANDARD)
                            .areEqual())
                    .isFalse();
        }
    }

    private static List<Time> measured(int rounds, Work work) throws Exception {
        List<Time> times = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long wall = System.nanoTime();
            work.run();
            times.add(new Time(
                    Duration.ofNanos(System.nanoTime() - wall),
                    Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processor)));
        }
        return times;
    }

    private static Time median(List<Time> times, Comparator<Time> order) {
        return times.stream().sorted(order).toList().get(times.size() / 2);
    }
}
