package dev.migtrue.attribution;

import dev.migtrue.model.Row;
import dev.migtrue.system.MigrationSystem;
import dev.migtrue.system.alembic.AlembicSystem;
import dev.migtrue.system.flyway.FlywaySystem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A migration tool with two migrations: one that is always there, and one that gets lost. */
enum Tool {
    /** Its ids stand in the files; the name of the lost one does not tell it. */
    ALEMBIC {
        @Override
        MigrationSystem system() {
            return new AlembicSystem();
        }

        @Override
        String folder() {
            return "backend/migrations/versions";
        }

        @Override
        Map<String, String> kept(String top) {
            return Map.of(
                    "alembic.ini",
                    "[alembic]\nscript_location = " + top + "/migrations\n",
                    top + "/migrations/versions/users.py",
                    "revision = \"a1b2c3d4e5f6\"\ndown_revision = None\n");
        }

        @Override
        String lostId() {
            return "b2c3d4e5f6a7";
        }

        @Override
        String lostName() {
            return "orders.py";
        }

        @Override
        String lostText() {
            return "revision = \"b2c3d4e5f6a7\"\ndown_revision = \"a1b2c3d4e5f6\"\n";
        }

        @Override
        String table() {
            return "alembic_version";
        }

        @Override
        List<Row> rows() {
            return List.of(Row.of(Map.of("version_num", lostId())));
        }
    },
    /** Its ids stand in the names of the files, and the version table knows checksums. */
    FLYWAY {
        @Override
        MigrationSystem system() {
            return new FlywaySystem();
        }

        @Override
        String folder() {
            return "backend/db/migration";
        }

        @Override
        Map<String, String> kept(String top) {
            return Map.of(top + "/db/migration/V1__users.sql", "create table users (id int);\n");
        }

        @Override
        String lostId() {
            return "2";
        }

        @Override
        String lostName() {
            return "V2__orders.sql";
        }

        @Override
        String lostText() {
            return "create table orders (id int);\n";
        }

        @Override
        String table() {
            return "flyway_schema_history";
        }

        @Override
        List<Row> rows() {
            return List.of(
                    row("1", "users", "create table users (id int);"),
                    row("2", "orders", "create table orders (id int);"));
        }

        private static Row row(String version, String description, String line) {
            CRC32 checksum = new CRC32();
            checksum.update(line.getBytes(StandardCharsets.UTF_8));
            return Row.of(Map.of(
                    "installed_rank",
                    version,
                    "script",
                    "V" + version + "__" + description + ".sql",
                    "version",
                    version,
                    "description",
                    description,
                    "type",
                    "SQL",
                    "success",
                    "1",
                    "checksum",
                    Integer.toString((int) checksum.getValue())));
        }
    };

    abstract MigrationSystem system();

    /** Where the migrations lie. */
    abstract String folder();

    /** The files that are always there, when the project lies in the folder {@code top}. */
    abstract Map<String, String> kept(String top);

    abstract String lostId();

    abstract String lostName();

    abstract String lostText();

    /** Where the lost file lies when it is there. */
    String lostPath() {
        return folder() + "/" + lostName();
    }

    abstract String table();

    abstract List<Row> rows();
}
