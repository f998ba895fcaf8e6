package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2AddressTest {

    private static final Path FOLDER = Path.of("/project/app");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:file:/srv/app               | h2:/srv/app            | /srv/app",
                "jdbc:h2:./data/app;MODE=MySQL       | h2:./data/app          | /project/app/./data/app",
                "jdbc:h2:app                         | h2:app                 | /project/app/app",
                "jdbc:h2:nio:~/app                   | h2:~/app               | ~/app",
                "h2:file:../app                      | h2:../app              | /project/app/../app",
            })
    void aFileIsNamedAsTheAddressHasIt(String address, String target, String path) {
        H2Address h2 = parse(address);

        assertThat(h2.target()).isEqualTo(target);
        assertThat(h2.place())
                .isInstanceOfSatisfying(
                        H2Address.Place.InFile.class,
                        file -> assertThat(file.path()).isEqualTo(path));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:tcp://db.example/~/app;USER=sa, h2:tcp://db.example:9092/~/app",
        "jdbc:h2:ssl://db.example:9093//srv/app, h2:ssl://db.example:9093//srv/app",
        "jdbc:h2:tcp://localhost/mem:app, h2:tcp://localhost:9092/mem:app",
    })
    void aServerIsNamedByHostAndPath(String address, String target) {
        assertThat(parse(address).target()).isEqualTo(target);
    }

    @Test
    void onlyUserPasswordSchemaAndCipherAreTaken() {
        H2Address address = parse(
                "jdbc:h2:./app;USER=sa;PASSWORD=x y;SCHEMA=shop;CIPHER=AES;MODE=MySQL;"
                        + "INIT=RUNSCRIPT FROM 'x.sql';TRACE_LEVEL_FILE=3;AUTO_SERVER=TRUE;ACCESS_MODE_DATA=rw;DB_CLOSE_DELAY=-1");

        assertThat(address.settings())
                .containsOnlyKeys("USER", "SCHEMA", "CIPHER")
                .containsEntry("USER", "sa");
        assertThat(address.password().map(Secret::value)).contains("x y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:app", "jdbc:h2:mem:", "jdbc:h2:", "h2:mem:app;DB_CLOSE_DELAY=-1"})
    void aDatabaseInMemoryIsRefused(String address) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(UsageException.class)
                .hasMessage("an H2 database in memory cannot be read from outside; name a file or a server,"
                        + " as in jdbc:h2:./app or jdbc:h2:tcp://localhost/./app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:./app;SCHEMA=s3 cret;PASSWORD=s3cret",
                "jdbc:h2:./app;CIPHER=AES 1",
                "jdbc:h2:zip:~/s3cret.zip!/app",
                "jdbc:h2:split:nio:~/app",
                "jdbc:h2:tcp://u:s3cret@localhost",
                "jdbc:h2:./s3\0cret",
            })
    void aMalformedAddressIsQuotedNowhere(String address) {
        assertThatThrownBy(() -> parse(address))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("malformed database address: ")
                .message()
                .doesNotContain("s3", "cret");
    }

    private static H2Address parse(String address) {
        return (H2Address) DatabaseAddress.parse(address, FOLDER);
    }
}
