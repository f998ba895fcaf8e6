package dev.migtrue.gather.database.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.gather.database.catalogue.ClickHouseStatement.Column;
import dev.migtrue.gather.database.catalogue.ClickHouseStatement.Constraint;
import dev.migtrue.gather.database.catalogue.ClickHouseStatement.Index;
import dev.migtrue.gather.database.catalogue.ClickHouseStatement.Projection;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClickHouseStatementTest {

    @Test
    void aTableHasWhatItsStatementSays() {
        String text =
                "CREATE TABLE events (`at` DateTime DEFAULT now(), `a, b` String COMMENT 'it\\'s, ( TTL ' TTL at + toIntervalDay(3),"
                        + " `kind` Enum8('x' = 1, 'y' = 2), INDEX by_kind kind TYPE bloom_filter(0.01) GRANULARITY 4,"
                        + " CONSTRAINT known CHECK kind IN ('x', 'y'), PROJECTION latest (SELECT kind, max(at) GROUP BY kind))"
                        + " ENGINE = MergeTree ORDER BY (at, kind) TTL at + toIntervalYear(1) SETTINGS index_granularity = 8192";

        assertThat(new ClickHouseStatement(text).members())
                .containsExactly(
                        new Column("at", Optional.empty()),
                        new Column("a, b", Optional.of("at + toIntervalDay(3)")),
                        new Column("kind", Optional.empty()),
                        new Index("by_kind", "kind TYPE bloom_filter(0.01) GRANULARITY 4"),
                        new Constraint("known", "CHECK kind IN ('x', 'y')"),
                        new Projection("latest", "(SELECT kind, max(at) GROUP BY kind)"));
    }

    @Test
    void whatIsNoStatementHasNothing() {
        assertThat(new ClickHouseStatement("").members()).isEmpty();
        assertThat(new ClickHouseStatement("CREATE TABLE cut (`a` UInt8, `b").members())
                .isEmpty();
    }
}
