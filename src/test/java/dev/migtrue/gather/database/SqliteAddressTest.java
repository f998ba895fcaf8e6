package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteAddressTest {

    private static final Path FOLDER = Path.of("/project/app");

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
}
