package dev.migtrue.system.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.model.FileSpan;
import dev.migtrue.model.MalformedFile;
import dev.migtrue.model.RepoPath;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearMissTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "V9_one_underscore.sql, '__' must stand between version and description, V9__one_underscore.sql",
                "V1.2-dash.sql, '__' must stand between version and description, V1.2__dash.sql",
                "B9_all.sql, '__' must stand between version and description, B9__all.sql",
                "v10__lowercase.sql, \"it must begin with 'V', in this case\", V10__lowercase.sql",
                "r__views.sql, \"it must begin with 'R', in this case\", R__views.sql",
                "U3_orders.sql, \"what undoes a migration is named 'U', version, '__', description\", U3__orders.sql",
                "R1__views.sql, a repeatable migration has no version, R__views.sql",
                "R_views.sql, '__' must follow 'R', R__views.sql",
                "V3__orders.sql.txt, its name does not end in '.sql', V3__orders.sql",
                "V3__orders.slq, its name does not end in '.sql', V3__orders.sql"
            })
    void isToldWithTheNameThatWasMeant(String name, String why, String meant) {
        assertThat(miss(name))
                .contains(new MalformedFile(
                        FileSpan.of(new RepoPath("db/" + name)),
                        "flyway ignores '" + name + "': " + why,
                        "rename it to '" + meant + "'"));
        assertThat(Naming.DEFAULT.parse(meant)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "V__no_version.sql, there is no version before '__'",
                "V1.2a__x.sql, '1.2a' is not a version",
                "V_1__x.sql, '_1' is not a version",
                "V1-2__x.sql, '1-2' is not a version"
            })
    void isToldWhereOnlyTheAuthorKnowsTheVersion(String name, String why) {
        assertThat(miss(name)).map(MalformedFile::problem).contains("flyway ignores '" + name + "': " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__x.sql",
                "V1__x.SQL",
                "V1.sql",
                "V2_3.sql",
                "R__x.sql",
                "B1__x.sql",
                "U1__x.sql",
                "V1__x.sh",
                "V1__X.java",
                "V1__x.sql.conf",
                "V1__x.sql.bak",
                "V1__x.sql.disabled",
                "README.sql",
                "Readme.txt",
                "schema.sql",
                "data.sql",
                "seed_users.sql",
                "beforeMigrate.sql",
                "afterMigrateError.sql",
                "createSchema.sql",
                "afterEachMigrate__log.sql",
                "V_CUSTOMER.sql",
                "views.sql",
                "1.0.0.1__drop.sql",
                "2024-backup.sql",
                "RELEASE_NOTES.txt",
                "v1.sql",
                "vendor_list.sql",
                "Rollback.sql"
            })
    void otherNamesAreLeftAlone(String name) {
        assertThat(miss(name)).isEmpty();
    }

    @Test
    void goesByTheConfiguredNames() {
        Settings naming = Settings.of(Map.of(
                "sqlmigrationprefix", "",
                "repeatablesqlmigrationprefix", "Rep",
                "sqlmigrationseparator", "--",
                "sqlmigrationsuffixes", ".ddl,.sql"));

        assertThat(NearMiss.of(new RepoPath("20240101--x.ddl"), naming)).isEmpty();
        assertThat(NearMiss.of(new RepoPath("20240101_x.ddl"), naming))
                .map(MalformedFile::help)
                .contains("rename it to '20240101--x.ddl'");
        assertThat(NearMiss.of(new RepoPath("rep--x.sql"), naming))
                .map(MalformedFile::help)
                .contains("rename it to 'Rep--x.sql'");
    }

    private static Optional<MalformedFile> miss(String name) {
        return NearMiss.of(new RepoPath("db/" + name), Settings.DEFAULT);
    }
}
