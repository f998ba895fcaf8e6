package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

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
            })
    void postgresIsNamedByHostsAndDatabase(String address, String target) {
        assertThat(DatabaseAddress.parse(address, FOLDER).target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqlite:///app.db                       | sqlite:app.db          | /project/app/app.db",
                "sqlite:////srv/app.db                  | sqlite:/srv/app.db     | /srv/app.db",
                "sqlite+aiosqlite:///data/app.db        | sqlite:data/app.db     | /project/app/data/app.db",
                "sqlite+pysqlite:////srv/app.db?timeout=5 | sqlite:/srv/app.db   | /srv/app.db",
                "sqlite:app.db                          | sqlite:app.db          | /project/app/app.db",
                "sqlite:./app.db                        | sqlite:./app.db        | /project/app/./app.db",
                "sqlite:/srv/app.db                     | sqlite:/srv/app.db     | /srv/app.db",
                "jdbc:sqlite:app.db                     | sqlite:app.db          | /project/app/app.db",
                "jdbc:sqlite:/srv/app.db?busy_timeout=1 | sqlite:/srv/app.db     | /srv/app.db",
                "jdbc:sqlite:file:my%20app.db?mode=ro   | sqlite:my app.db       | /project/app/my app.db",
                "sqlite:///file:app.db?uri=true&mode=ro | sqlite:app.db          | /project/app/app.db",
                "jdbc:sqlite:file:///srv/app.db         | sqlite:/srv/app.db     | /srv/app.db",
                "sqlite:///100%25.db                    | sqlite:100%25.db       | /project/app/100%25.db",
                "sqlite:///~/app.db                     | sqlite:~/app.db        | /project/app/~/app.db",
            })
    void sqliteIsNamedByItsPathAndFoundFromTheFolder(String address, String target, Path file) {
        assertThat(DatabaseAddress.parse(address, FOLDER).target()).isEqualTo(target);
        assertThat(((SqliteAddress) DatabaseAddress.parse(address, FOLDER)).file())
                .isEqualTo(file);
    }

    @Test
    void blanksAroundAnAddressDoNotBelongToIt() {
        assertThat(DatabaseAddress.parse(" postgresql://a/shop\n", FOLDER).target())
                .isEqualTo("postgresql://a:5432/shop");
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
    @ValueSource(
            strings = {
                "postgresql://u:s3cret@host:99999/db",
                "postgresql://u:s3cret@host:port/db",
                "postgresql://u:1/s3cret@host/db",
                "postgresql://u:1?s3cret@host/db",
                "postgresql://u:s3cret@ho st/db",
                "postgresql://u:s3:cret:99/db",
                "postgresql://u:s3cret@[nonsense]/db",
                "postgresql://u:s3cret@host/db?port=1,2",
                "postgresql://u:s3cret@host/db?host=s3:cret:x",
                "postgresql://u:s3cret@host/db?sslmode=s3cret",
                "postgresql://u:s3cret@host/db?connect_timeout=s3cret",
                "postgresql://u:s3cret%00@host/db",
                "postgresql://u:s3\ncret@host/db",
                "postgresql:u:s3cret@host/db",
                "u:s3cret@host/db",
                "s3cret",
                "",
                "://s3cret",
                "sqlite://s3cret",
                "jdbc:sqlite::resource:s3cret",
            })
    void aMalformedAddressIsWrongUseAndQuotedNowhere(String address) {
        Throwable thrown = catchThrowable(() -> DatabaseAddress.parse(address, FOLDER));

        assertThat(thrown).isInstanceOf(UsageException.class).hasNoCause();
        assertThat(thrown.getMessage())
                .startsWith("malformed database address: ")
                .doesNotContain("s3", "cret", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite://",
                "sqlite:///",
                "sqlite:///:memory:",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=memory"
            })
    void aDatabaseInMemoryIsRefused(String address) {
        assertThatThrownBy(() -> DatabaseAddress.parse(address, FOLDER))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("in memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://%2Fvar%2Frun/db", "postgresql:///db?host=/var/run"})
    void aUnixSocketIsRefused(String address) {
        assertThatThrownBy(() -> DatabaseAddress.parse(address, FOLDER))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Unix sockets");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://u:s3cret@host/db, mysql",
        "mysql+pymysql://u:s3cret@host/db, mysql",
        "jdbc:mariadb://host/db?password=s3cret, mariadb",
        "jdbc:sqlserver://host;password=s3cret, sqlserver",
        "mongodb://u:s3cret@host, mongodb",
    })
    void anUnsupportedKindIsNamedWithThoseThatAreSupported(String address, String kind) {
        assertThatThrownBy(() -> DatabaseAddress.parse(address, FOLDER))
                .isInstanceOf(UsageException.class)
                .hasMessage(kind + " databases are not supported; supported are PostgreSQL and SQLite");
    }

    @Test
    void anyTextIsAnAddressOrWrongUse() {
        String[] pieces = {
            "postgresql",
            "sqlite",
            "jdbc:",
            "://",
            ":",
            "/",
            "@",
            "?",
            "&",
            "=",
            "%",
            "%4",
            "%41",
            "%00",
            "+",
            "[",
            "]",
            "::1",
            ",",
            "a",
            "7",
            "host",
            "port",
            "sslmode",
            "file:",
            "\\",
            "\u00e9",
            " ",
            "#",
            "\ud800"
        };
        Random random = new Random(20261120);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "postgresql://" : "");
            random.ints(random.nextInt(12), 0, pieces.length).forEach(index -> text.append(pieces[index]));

            assertThat(catchThrowable(() -> DatabaseAddress.parse(text.toString(), FOLDER)))
                    .as(text.toString())
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(UsageException.class));
        }
    }

    @Test
    void anAddressPrintsAsItsTarget() {
        List<String> printed = List.of(
                DatabaseAddress.parse("postgresql://us3r:s3cret@host/db?sslpassword=s3cret", FOLDER)
                        .toString(),
                DatabaseAddress.parse("sqlite:///app.db", FOLDER).toString());

        assertThat(printed).containsExactly("postgresql://host:5432/db", "sqlite:app.db");
    }

    private static PostgresAddress postgres(String address) {
        return (PostgresAddress) DatabaseAddress.parse(address, FOLDER);
    }
}
