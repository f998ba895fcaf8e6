package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.database.MariaDbAddress.Tls;
import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbAddressTest {

    private static final Path FOLDER = Path.of("/project/app");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://u:p@db.example/shop                   | mysql://db.example:3306/shop",
                "mysql2://u:p@db.example/shop                  | mysql://db.example:3306/shop",
                "mariadb://u:p@db.example:3307/shop            | mariadb://db.example:3307/shop",
                "mysql+pymysql://u:p@db.example/shop?charset=utf8mb4 | mysql://db.example:3306/shop",
                "mariadb+mariadbconnector://u:p@db.example/shop | mariadb://db.example:3306/shop",
                "jdbc:mysql://db.example/shop?user=u&password=p@ss | mysql://db.example:3306/shop",
                "jdbc:mariadb://a,b:3307/shop?user=u           | mariadb://a:3306,b:3307/shop",
                "jdbc:mariadb:replication://a,b/shop           | mariadb://a:3306,b:3306/shop",
                "jdbc:mysql:loadbalance://a,b/shop             | mysql://a:3306,b:3306/shop",
                "mysql://u@[::1]:3307/shop                     | mysql://[::1]:3307/shop",
                "mysql://u:p%40ss@db.example/my%20shop         | mysql://db.example:3306/my shop",
                "mysql://db.example                            | mysql://db.example:3306",
            })
    void itIsNamedByHostsAndDatabase(String address, String target) {
        assertThat(DatabaseAddress.parse(address, FOLDER).target()).isEqualTo(target);
    }

    @Test
    void userAndPasswordStandBeforeTheHostOrInTheQuery() {
        MariaDbAddress before = parse("mysql://j%C3%B6rg:p%2Fa%3As+@a/shop");
        MariaDbAddress within = parse("jdbc:mariadb://a/shop?user=j%C3%B6rg&password=p/a:s%2B");

        assertThat(before.user()).contains("jörg").isEqualTo(within.user());
        assertThat(before.password().map(Secret::value)).contains("p/a:s+");
        assertThat(within.password().map(Secret::value)).contains("p/a:s+");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql://a/b, PREFERRED",
        "mysql://a/b?ssl-mode=REQUIRED, REQUIRED",
        "mysql://a/b?ssl_mode=disabled, DISABLED",
        "jdbc:mysql://a/b?sslMode=VERIFY_IDENTITY, VERIFIED_HOST",
        "jdbc:mysql://a/b?sslMode=VERIFY_CA, VERIFIED_AUTHORITY",
        "jdbc:mysql://a/b?useSSL=false, DISABLED",
        "jdbc:mysql://a/b?requireSSL=true, REQUIRED",
        "jdbc:mysql://a/b?verifyServerCertificate=true, VERIFIED_AUTHORITY",
        "jdbc:mariadb://a/b?sslMode=trust, REQUIRED",
        "jdbc:mariadb://a/b?sslMode=verify-full&serverSslCert=/ca.pem, VERIFIED_HOST",
        "mysql+pymysql://a/b?ssl_ca=/ca.pem, VERIFIED_AUTHORITY",
        "mysql+pymysql://a/b?ssl_ca=/ca.pem&ssl_check_hostname=true, VERIFIED_HOST",
        "mysql://a/b?sslMode=require&sslca=/ca.pem, VERIFIED_AUTHORITY",
    })
    void transportSecurityIsNeverLessThanWhatTheAddressAsksFor(String address, Tls tls) {
        assertThat(parse(address).tls()).isEqualTo(tls);
    }

    @Test
    void timeoutsAreInMillisecondsForJdbcAndInSecondsForOthers() {
        assertThat(parse("jdbc:mysql://a/b?connectTimeout=1500").connectTimeout())
                .contains(Duration.ofMillis(1500));
        assertThat(parse("mysql+pymysql://a/b?connect_timeout=7").connectTimeout())
                .contains(Duration.ofSeconds(7));
        assertThat(parse("mysql://a/b?connect_timeout=0").connectTimeout()).isEmpty();
    }

    @Test
    void settingsThatRunStatementsOrLoadClassesArePassedOver() {
        assertThat(parse("jdbc:mariadb://a/b?allowLocalInfile=true&initSql=drop+table+t&sessionVariables=x=1"
                        + "&allowMultiQueries=true&socketFactory=x.Y&credentialType=ENV&createDatabaseIfNotExist=true"))
                .isEqualTo(parse("jdbc:mariadb://a/b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://a/b?unix_socket=/run/mysqld.sock", "mysql://%2Frun%2Fmysqld.sock/b"})
    void aUnixSocketIsRefused(String address) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("Unix sockets");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://u:s3cret@host:port/db",
                "mysql://u:s3/cret@host/db",
                "mysql://u:s3cret@host/db?ssl-mode=s3cret",
                "mysql://u:s3cret@host/db?connect_timeout=s3cret",
                "mysql:u:s3cret@host/db",
                "jdbc:mysql://address=(host=h)(password=s3cret)/db",
            })
    void aMalformedAddressIsQuotedNowhere(String address) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("malformed database address: ")
                .message()
                .doesNotContain("s3", "cret");
    }

    private static MariaDbAddress parse(String address) {
        return (MariaDbAddress) DatabaseAddress.parse(address, FOLDER);
    }
}
