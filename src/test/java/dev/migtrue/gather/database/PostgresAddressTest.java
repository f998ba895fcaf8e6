package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

    private static final Path FOLDER = Path.of("/project/app");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://u:p@db.example:6543/shop          | postgresql://db.example:6543/shop",
                "postgres://u:p@db.example/shop                 | postgresql://db.example:5432/shop",
                "POSTGRESQL://u:p@db.example/shop               | postgresql://db.example:5432/shop",
                "postgresql+psycopg2://u:p@db.example/shop      | postgresql://db.example:5432/shop",
                "postgresql+asyncpg://u:p@db.example/shop       | postgresql://db.example:5432/shop",
                "postgres+anything://u:p@db.example/shop        | postgresql://db.example:5432/shop",
                "jdbc:postgresql://db.example:6543/shop         | postgresql://db.example:6543/shop",
                "jdbc:postgresql://db.example/shop?user=u&password=p@ss | postgresql://db.example:5432/shop",
                "jdbc:postgresql:shop                           | postgresql://localhost:5432/shop",
                "postgresql:///shop                             | postgresql://localhost:5432/shop",
                "postgresql://u@/shop                           | postgresql://localhost:5432/shop",
                "postgresql://db.example                        | postgresql://db.example:5432",
                "postgresql://u:p@db.example/                   | postgresql://db.example:5432",
                "postgresql://u:p@db.example?sslmode=require    | postgresql://db.example:5432",
                "postgresql://u:p@[::1]:6543/shop               | postgresql://[::1]:6543/shop",
                "postgresql://u:p@[fe80::1%25eth0]/shop         | postgresql://[fe80::1%eth0]:5432/shop",
                "postgresql://u:p@a,b:6543/shop                 | postgresql://a:5432,b:6543/shop",
                "postgresql:///shop?host=a,b&port=1,2           | postgresql://a:1,b:2/shop",
                "postgresql:///shop?host=a,b&port=1             | postgresql://a:1,b:1/shop",
                "postgresql://a/shop?host=b&port=2              | postgresql://b:2/shop",
                "postgresql+psycopg2://u:p@/shop?host=a:1&host=b:2 | postgresql://a:1,b:2/shop",
                "postgresql+psycopg2://u:p@/shop?host=a:1&host=b | postgresql://a:1,b:5432/shop",
                "postgresql+asyncpg://u:p@/shop?host=a&host=b&port=1&port=2 | postgresql://a:1,b:2/shop",
                "postgresql:///shop?host=::1&port=1             | postgresql://[::1]:1/shop",
                "postgresql:///shop?hostaddr=192.0.2.1          | postgresql://192.0.2.1:5432/shop",
                "postgresql://a/shop?hostaddr=192.0.2.1         | postgresql://a:5432/shop",
                "postgresql://a/?dbname=shop                    | postgresql://a:5432/shop",
                "postgresql://u:p@a/my%20shop%2F1               | postgresql://a:5432/my shop/1",
                "postgresql://u:p@ss@a/shop                     | postgresql://a:5432/shop",
                "cockroachdb+psycopg2://u:p@a/shop              | postgresql://a:26257/shop",
                "jdbc:yugabytedb://a/shop?user=u                | postgresql://a:5433/shop",
            })
    void postgresIsNamedByHostsAndDatabase(String address, String target) {
        assertThat(DatabaseAddress.parse(address, FOLDER).target()).isEqualTo(target);
    }

    @Test
    void percentEncodingIsUndoneInUserAndPassword() {
        PostgresAddress address = postgres("postgresql://j%C3%B6rg%40corp:p%2Fa%3As%25s+@a/shop");

        assertThat(address.properties()).containsEntry("user", "jörg@corp");
        assertThat(address.driverProperties()).containsEntry("password", "p/a:s%s+");
    }

    @Test
    void aPercentSignThatEncodesNothingStandsForItself() {
        assertThat(postgres("postgresql://u:100%@a/shop").driverProperties()).containsEntry("password", "100%");
    }

    @Test
    void aPlusSignInAQueryIsABlankExceptForLibpq() {
        assertThat(postgres("postgresql://a/b?password=x+y").driverProperties()).containsEntry("password", "x+y");
        assertThat(postgres("jdbc:postgresql://a/b?password=x+y").driverProperties())
                .containsEntry("password", "x y");
        assertThat(postgres("postgresql+psycopg://a/b?password=x+y").driverProperties())
                .containsEntry("password", "x y");
    }

    @Test
    void libpqWordsBecomeThoseOfTheDriver() {
        PostgresAddress address =
                postgres("postgresql://a/b?sslmode=verify-full&sslrootcert=/ca.pem&application_name=ci"
                        + "&options=-c%20search_path%3Dx&target_session_attrs=read-write&channel_binding=require"
                        + "&keepalives=1&load_balance_hosts=random&gssencmode=disable&sslnegotiation=direct");

        assertThat(address.properties())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "sslmode", "verify-full",
                        "sslrootcert", "/ca.pem",
                        "ApplicationName", "ci",
                        "options", "-c search_path=x",
                        "targetServerType", "primary",
                        "channelBinding", "require",
                        "tcpKeepAlive", "true",
                        "loadBalanceHosts", "true",
                        "gssEncMode", "disable",
                        "sslNegotiation", "direct"));
    }

    @Test
    void theConnectTimeoutOfTheAddressIsTaken() {
        assertThat(postgres("postgresql://a/b?connect_timeout=7").connectTimeout())
                .contains(Duration.ofSeconds(7));
        assertThat(postgres("jdbc:postgresql://a/b?connectTimeout=7").connectTimeout())
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void aConnectTimeoutThatMeansForeverIsNotTaken() {
        assertThat(postgres("postgresql://a/b?connect_timeout=0").connectTimeout())
                .isEmpty();
        assertThat(postgres("postgresql://a/b?connect_timeout=-1").connectTimeout())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql+asyncpg://a/b?ssl=require, require",
        "postgresql+asyncpg://a/b?ssl=true, require",
        "postgresql+asyncpg://a/b?ssl=false, disable",
        "postgresql://a/b?sslmode=require, require",
        "postgresql://a/b?sslmode=require&sslrootcert=ca.pem, verify-ca",
        "postgresql://a/b?sslrootcert=system, verify-full",
    })
    void transportSecurityIsNeverLessThanWhatTheAddressAsksFor(String address, String mode) {
        assertThat(postgres(address).properties()).containsEntry("sslmode", mode);
    }

    @Test
    void aBareSslInJdbcDemandsAVerifiedServer() {
        assertThat(postgres("jdbc:postgresql://a/b?ssl").properties()).containsExactly(Map.entry("ssl", ""));
        assertThat(postgres("jdbc:postgresql://a/b?ssl=true").properties()).containsExactly(Map.entry("ssl", "true"));
    }

    @Test
    void settingsByWhichTheDriverLoadsClassesOrWritesFilesArePassedOver() {
        PostgresAddress address = postgres("jdbc:postgresql://a/b?socketFactory=x.Y&loggerFile=/tmp/x&sslfactory=x.Y"
                + "&authenticationPluginClassName=x.Y&sslpasswordcallback=x.Y"
                + "&pgbouncer=true&connection_limit=1&schema=s");

        assertThat(address.properties()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://%2Fvar%2Frun/db", "postgresql:///db?host=/var/run"})
    void aUnixSocketIsRefused(String address) {
        assertThatThrownBy(() -> DatabaseAddress.parse(address, FOLDER))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Unix sockets");
    }

    private static PostgresAddress postgres(String address) {
        return (PostgresAddress) DatabaseAddress.parse(address, FOLDER);
    }
}
