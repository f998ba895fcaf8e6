package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolerTest {

    @ParameterizedTest
    @CsvSource({
        "ep-cool-sun-123-pooler.eu-central-1.aws.neon.tech, 5432, Neon",
        "aws-0-eu-central-1.pooler.supabase.com, 6543, by the transaction",
        "aws-0-eu-central-1.pooler.supabase.com, 5432, role.project",
        "db.example, 6432, PgBouncer",
    })
    void itIsToldByItsAddress(String host, int port, String word) {
        assertThat(Pooler.hint(List.of(new HostPort("other", 5432), new HostPort(host, port))))
                .hasValueSatisfying(hint -> assertThat(hint).contains(word));
    }

    @ParameterizedTest
    @CsvSource({"ep-cool-sun-123.eu-central-1.aws.neon.tech, 5432", "db.ref.supabase.co, 5432", "my-pooler, 6543"})
    void aServerIsNone(String host, int port) {
        assertThat(Pooler.hint(List.of(new HostPort(host, port)))).isEmpty();
    }

    @Test
    void noHostsNoPooler() {
        assertThat(Pooler.hint(List.of())).isEmpty();
    }
}
