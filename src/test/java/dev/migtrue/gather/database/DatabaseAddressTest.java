package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    private static final Path FOLDER = Path.of("/project/app");

    @Test
    void blanksAroundAnAddressDoNotBelongToIt() {
        assertThat(DatabaseAddress.parse(" postgresql://a/shop\n", FOLDER).target())
                .isEqualTo("postgresql://a:5432/shop");
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
    @CsvSource({
        "mongodb://u:s3cret@host, mongodb",
        "jdbc:snowflake://host?password=s3cret, snowflake",
    })
    void anUnsupportedKindIsNamedWithThoseThatAreSupported(String address, String kind) {
        assertThatThrownBy(() -> DatabaseAddress.parse(address, FOLDER))
                .isInstanceOf(UsageException.class)
                .hasMessage(kind + " databases are not supported; supported are PostgreSQL, MySQL, MariaDB, SQLite, H2,"
                        + " SQL Server, Oracle and ClickHouse");
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
            ";",
            "{",
            "}",
            "(",
            ")",
            "HOST",
            "\ud800"
        };
        String[] starts = {
            "",
            "postgresql://",
            "jdbc:sqlserver://",
            "mssql://",
            "jdbc:oracle:thin:",
            "oracle://",
            "jdbc:ch:",
            "clickhouse://"
        };
        Random random = new Random(20261120);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(starts[random.nextInt(starts.length)]);
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
}
