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

class VendorAddressTest {

    private static final Path FOLDER = Path.of("/project/app");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlserver://db.example;databaseName=shop;user=u;password=p | sqlserver://db.example:1433/shop",
                "jdbc:sqlserver://db.example:1434;database=shop      | sqlserver://db.example:1434/shop",
                "jdbc:sqlserver://db.example\\dev:1434;database=shop | sqlserver://db.example:1434/shop",
                "jdbc:sqlserver://db.example:1434\\dev;database=shop | sqlserver://db.example:1434/shop",
                "jdbc:sqlserver://;serverName=::1                    | sqlserver://[::1]:1433",
                "jdbc:sqlserver://[::1]:1434/;encrypt=false          | sqlserver://[::1]:1434",
                "sqlserver://db.example:1433;database=shop;user=u;password=p@ss | sqlserver://db.example:1433/shop",
                "sqlserver://u:p@db.example?database=shop            | sqlserver://db.example:1433/shop",
                "sqlserver://u:p@db.example:1434/dev?database=shop   | sqlserver://db.example:1434/shop",
                "sqlserver://u:p@db.example/shop                     | sqlserver://db.example:1433/shop",
                "mssql://u:p@db.example/shop                         | sqlserver://db.example:1433/shop",
                "mssql+pymssql://u:p@db.example:1434/shop            | sqlserver://db.example:1434/shop",
                "mssql+pyodbc://u:p%3Bw@db.example/shop?driver=ODBC+Driver+18+for+SQL+Server | sqlserver://db.example:1433/shop",
                "mssql+pyodbc:///?odbc_connect=DRIVER%3D%7BODBC+Driver+18%7D%3BSERVER%3Dtcp%3Adb.example%2C1434%3BDATABASE%3Dshop%3BUID%3Du%3BPWD%3D%7Bp%3Bw%7D | sqlserver://db.example:1434/shop",
                "mssql+pyodbc:///?odbc_connect=SERVER%3D.%3BDATABASE%3Dshop | sqlserver://localhost:1433/shop",
                "jdbc:oracle:thin:@//db.example:1522/shop.example    | oracle://db.example:1522/shop.example",
                "jdbc:oracle:thin:u/p@//db.example/shop              | oracle://db.example:1521/shop",
                "jdbc:oracle:thin:@db.example:1521:ORCL              | oracle://db.example:1521/ORCL",
                "jdbc:oracle:thin:@db.example:1521/shop:dedicated    | oracle://db.example:1521/shop",
                "jdbc:oracle:thin:@tcps://db.example:2484/shop?x=y   | oracle://db.example:2484/shop",
                "jdbc:oracle:thin:@[::1]:1521:ORCL                   | oracle://[::1]:1521/ORCL",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db.example)(PORT=1523))(CONNECT_DATA=(SERVICE_NAME=shop))) | oracle://db.example:1523/shop",
                "oracle+oracledb://u:p@db.example:1521/?service_name=shop | oracle://db.example:1521/shop",
                "oracle+cx_oracle://u:p@db.example/ORCL              | oracle://db.example:1521/ORCL",
                "oracle://u:p@db.example:1521/shop                   | oracle://db.example:1521/shop",
                "jdbc:clickhouse://db.example/shop?user=u&password=p | clickhouse://db.example:8123/shop",
                "jdbc:ch://db.example:8443/shop                      | clickhouse://db.example:8443/shop",
                "jdbc:ch:https://db.example                          | clickhouse://db.example:8443",
                "jdbc:clickhouse://a,b:8124/shop                     | clickhouse://a:8123,b:8124/shop",
                "clickhouse://u:p@db.example:9000/shop               | clickhouse://db.example:8123/shop",
                "clickhouse://db.example:9440/shop                   | clickhouse://db.example:8443/shop",
                "clickhouse://db.example:9000?username=u&password=p&database=shop&x-multi-statement=true | clickhouse://db.example:8123/shop",
                "clickhouse+native://u:p@db.example/shop?secure=true | clickhouse://db.example:8443/shop",
                "clickhousedb://u:p@db.example:8124/shop             | clickhouse://db.example:8124/shop",
                "clickhousedb+connect://u:p@[::1]/shop               | clickhouse://[::1]:8123/shop",
            })
    void itIsNamedByHostsAndDatabase(String address, String target) {
        assertThat(parse(address)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlserver://h;user=u;password={p;}}w@}",
                "sqlserver://h:1433;user=u;password={p;}}w@}",
                "mssql+pymssql://u:p%3B%7Dw%40@h/b",
                "mssql+pyodbc:///?odbc_connect=SERVER%3Dh%3BUID%3Du%3BPWD%3D%7Bp%3B%7D%7Dw%40%7D",
                "jdbc:oracle:thin:u/p;}w@@//h/s",
                "jdbc:oracle:thin:u/\"p;}w@\"@//h/s",
                "jdbc:oracle:thin:@//h/s?user=u&password=p;}w%40",
                "oracle+oracledb://u:p%3B%7Dw%40@h/?service_name=s",
                "jdbc:clickhouse://h?user=u&password=p;}w@",
                "clickhouse://u:p%3B%7Dw%40@h/b",
                "clickhouse://h?username=u&password=p%3B%7Dw%40",
            })
    void userAndPasswordAreReadWhereverTheyStand(String address) {
        VendorAddress parsed = parse(address);

        assertThat(parsed.user()).contains("u");
        assertThat(parsed.password().map(Secret::value)).contains("p;}w@");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlserver://h, true, ",
        "jdbc:sqlserver://h;encrypt=false, false, ",
        "jdbc:sqlserver://h;encrypt=strict, strict, ",
        "jdbc:sqlserver://h;encrypt=Optional;TrustServerCertificate=yes, false, true",
        "mssql+pyodbc://u:p@h/b?Encrypt=yes&TrustServerCertificate=no, true, false",
        "sqlserver://u:p@h?database=b&encrypt=disable, false, ",
    })
    void sqlServerIsSpokenToInSecretUnlessTheAddressSaysOtherwise(String address, String encrypt, String trust) {
        assertThat(parse(address).settings())
                .containsEntry("encrypt", encrypt)
                .satisfies(settings ->
                        assertThat(settings.get("trustServerCertificate")).isEqualTo(trust));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:oracle:thin:@//h/s      | (PROTOCOL=tcp)  | (SERVICE_NAME=s)",
                "jdbc:oracle:thin:@tcps://h/s | (PROTOCOL=tcps) | (SERVICE_NAME=s)",
                "jdbc:oracle:thin:@h:1521:s   | (PROTOCOL=tcp)  | (SID=s)",
                "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=tcps)(HOST=h)(PORT=1))(CONNECT_DATA=(SID=s))) | (PROTOCOL=tcps) | (SID=s)",
                "oracle+oracledb://h/s        | (PROTOCOL=tcp)  | (SID=s)",
                "oracle+oracledb://h/?service_name=s&protocol=tcps | (PROTOCOL=tcps) | (SERVICE_NAME=s)",
                "oracle://h/s?SSL=true        | (PROTOCOL=tcps) | (SERVICE_NAME=s)",
                "clickhouse://h               | jdbc:clickhouse:http:// | //{host}:{port}",
                "clickhouse://h:9440          | jdbc:clickhouse:https:// | //{host}:{port}",
                "jdbc:ch://h?ssl=true         | jdbc:clickhouse:https:// | //{host}:{port}",
                "clickhouse://h:8443?secure=0 | jdbc:clickhouse:http:// | //{host}:{port}",
            })
    void theDriverIsToldHowToSpeakAndWhatToOpen(String address, String how, String what) {
        assertThat(parse(address).driverUrl()).contains(how, what);
    }

    @Test
    void settingsThatRunProgramsOrLoadClassesArePassedOver() {
        assertThat(parse("jdbc:sqlserver://h;socketFactoryClass=x.Y;trustManagerClass=x.Y;accessTokenCallbackClass=x.Y;"
                        + "keyStoreAuthentication=x;trustStore=/x;jaasConfigurationName=x;useFmtOnly=true"))
                .isEqualTo(parse("jdbc:sqlserver://h"));
        assertThat(parse("jdbc:oracle:thin:@//h/s?TNS_ADMIN=/x&oracle.jdbc.provider.password=x"))
                .isEqualTo(parse("jdbc:oracle:thin:@//h/s"));
        assertThat(parse("jdbc:ch://h?custom_http_params=readonly=0&clickhouse_setting_readonly=0&type_mappings=x&"
                        + "jdbc_json_parser_factory=x.Y"))
                .isEqualTo(parse("jdbc:ch://h"));
    }

    @Test
    void aTimeoutForTheLoginIsInSecondsAndNeverForEver() {
        assertThat(parse("jdbc:sqlserver://h;loginTimeout=7").connectTimeout()).contains(Duration.ofSeconds(7));
        assertThat(parse("jdbc:sqlserver://h;loginTimeout=0").connectTimeout()).isEmpty();
    }

    @Test
    void anotherDatabaseOfTheServerIsReachedTheSameWay() {
        assertThat(parse("jdbc:sqlserver://h;database=a;user=u").beside("b"))
                .contains(parse("jdbc:sqlserver://h;database=b;user=u"));
        assertThat(parse("oracle://h/s").beside("b")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:sqlserver://h\\dev;database=b | an instance of SQL Server is not looked up by its name; name its port too",
                "sqlserver://u:p@h/dev?database=b   | an instance of SQL Server is not looked up by its name; name its port too",
                "jdbc:sqlserver://h;integratedSecurity=true | SQL Server is logged in to with user and password only",
                "jdbc:sqlserver://h;authentication=ActiveDirectoryInteractive | SQL Server is logged in to with user and password only",
                "mssql+pyodbc://h/b?Trusted_Connection=yes | SQL Server is logged in to with user and password only",
                "jdbc:oracle:oci:@shop | of Oracle's JDBC addresses those of the thin driver are read, as in jdbc:oracle:thin:@//host:1521/service",
            })
    void whatCannotBeReadIsSaid(String address, String message) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlserver://host;password=s3;cret",
                "jdbc:sqlserver://host;password={s3cret",
                "jdbc:sqlserver://host;password={s3}cret;x=y",
                "jdbc:sqlserver://u:s3cret@host",
                "jdbc:sqlserver:host;password=s3cret",
                "jdbc:sqlserver://host:s3cret;x=y",
                "jdbc:sqlserver://host;encrypt=s3cret",
                "jdbc:sqlserver://host;loginTimeout=s3cret",
                "sqlserver://u:s3;cret@host/b",
                "mssql://u:s3/cret@host/b",
                "jdbc:oracle:thin:u/s3cret@shop",
                "jdbc:oracle:thin:@host:1521:s3 cret",
                "jdbc:oracle:thin:@//host/s)(s3cret",
                "jdbc:oracle:thin:@(DESCRIPTION=(HOST=a)(HOST=s3cret)(SID=s))",
                "jdbc:oracle:thin:@(DESCRIPTION=(HOST=s3cret))",
                "oracle://u:s3cret@host",
                "oracle+oracledb://u:s3/cret@host/s",
                "clickhouse://u:s3cret@host:port/b",
                "clickhouse://u:s3/cret@host/b",
                "clickhouse://host?secure=s3cret",
                "jdbc:ch:s3cret",
            })
    void aMalformedAddressIsQuotedNowhere(String address) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(UsageException.class)
                .hasNoCause()
                .hasMessageStartingWith("malformed database address: ")
                .message()
                .doesNotContain("s3", "cret");
    }

    @Test
    void whatPrintsHoldsNoSecret() {
        Map<String, String> addresses = Map.of(
                "jdbc:sqlserver://h;user=us3r;password=s3cret", "sqlserver://h:1433",
                "jdbc:oracle:thin:us3r/s3cret@//h/s", "oracle://h:1521/s",
                "clickhouse://us3r:s3cret@h/b", "clickhouse://h:8123/b");

        addresses.forEach((address, printed) -> assertThat(parse(address)).hasToString(printed));
    }

    private static VendorAddress parse(String address) {
        return (VendorAddress) DatabaseAddress.parse(address, FOLDER);
    }
}
