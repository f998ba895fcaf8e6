package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DriverFolderTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aVariableThatIsNotSetIsNamedWithTheJarToGet() {
        for (Map<String, String> environment : Stream.of(Map.<String, String>of(), Map.of("MIGTRUE_DRIVERS", " "))
                .toList()) {
            assertRefused(
                    DriverFolder.of(environment, folder),
                    "the driver for SQL Server is not part of migtrue: put mssql-jdbc-VERSION.jre11.jar"
                            + " (com.microsoft.sqlserver:mssql-jdbc) into a folder and name it in the environment"
                            + " variable MIGTRUE_DRIVERS");
        }
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertRefused(
                at("missing"), "the folder of MIGTRUE_DRIVERS (" + folder.resolve("missing") + ") does not exist");
        assertRefused(at("file"), "the folder of MIGTRUE_DRIVERS (" + file + ") is not a folder");
    }

    @Test
    void aFolderWithoutTheDriverIsTold() throws IOException {
        for (String other : new String[] {
            "ojdbc11-23.jar", "mssql-jdbc-13.6.2.jre11-sources.jar", "mssql-jdbc-13.jar.part", "mssql-jdbc_auth.jar"
        }) {
            Files.writeString(folder.resolve(other), "");
        }

        assertRefused(
                at("."),
                "there is no driver for SQL Server in the folder of MIGTRUE_DRIVERS (" + folder.resolve(".")
                        + "): put mssql-jdbc-VERSION.jre11.jar (com.microsoft.sqlserver:mssql-jdbc) there");
    }

    @Test
    void twoVersionsAreTooMany() throws IOException {
        Files.writeString(folder.resolve("mssql-jdbc-13.6.2.jre11.jar"), "");
        Files.writeString(folder.resolve("mssql-jdbc-12.2.0.jre8.jar"), "");

        assertRefused(
                at("."),
                "there are several drivers for SQL Server in the folder of MIGTRUE_DRIVERS (" + folder.resolve(".")
                        + "), keep one: mssql-jdbc-12.2.0.jre8.jar, mssql-jdbc-13.6.2.jre11.jar");
    }

    @Test
    void aJarWithoutTheDriverIsNotTakenForIt() throws IOException {
        Path jar = folder.resolve("mssql-jdbc-1.jar");
        new JarOutputStream(Files.newOutputStream(jar)).close();
        String reason = "the driver for SQL Server cannot be loaded from "
                + folder.resolve(".").resolve("mssql-jdbc-1.jar")
                + ": ClassNotFoundException; it should be mssql-jdbc-VERSION.jre11.jar"
                + " (com.microsoft.sqlserver:mssql-jdbc)";

        assertRefused(at("."), reason);
        Files.writeString(jar, "no archive at all");
        assertRefused(at("."), reason);
    }

    @ParameterizedTest
    @EnumSource
    void aDriverSeesThePlatformAndItselfOnly(Vendor vendor) throws NotReadException {
        Driver driver = BroughtDrivers.folder().driver(vendor);

        assertThat(driver.getClass().getName()).isEqualTo(vendor.driver());
        ClassLoader own = driver.getClass().getClassLoader();
        assertThat(own).isNotSameAs(getClass().getClassLoader());
        assertThat(own.getParent().getParent()).isSameAs(ClassLoader.getPlatformClassLoader());
        assertThatThrownBy(() -> own.loadClass(DriverFolder.class.getName()))
                .isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> own.loadClass("org.jdbi.v3.core.Jdbi")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> own.loadClass("org.h2.Driver")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void aDriverIsLoadedOnce() throws NotReadException {
        DriverFolder drivers = BroughtDrivers.folder();

        assertThat(drivers.driver(Vendor.SQL_SERVER)).isSameAs(drivers.driver(Vendor.SQL_SERVER));
    }

    @Test
    void aDriverDoesNotLogToTheTerminal() throws NotReadException {
        DriverFolder drivers = BroughtDrivers.folder();

        for (Vendor vendor : Vendor.values()) {
            Driver driver = drivers.driver(vendor);

            assertThat(Logger.getLogger(driver.getClass().getPackageName() + ".internal.Part")
                            .isLoggable(Level.SEVERE))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SQL_SERVER, mssql-jdbc-13.6.2.jre11.jar, true",
        "SQL_SERVER, mssql-jdbc-13.6.2.jre11-javadoc.jar, false",
        "ORACLE, ojdbc11.jar, true",
        "ORACLE, ojdbc17-23.26.3.0.0.jar, true",
        "ORACLE, ojdbc-rules.jar, false",
        "CLICKHOUSE, clickhouse-jdbc-0.9.8-all.jar, true",
        "CLICKHOUSE, clickhouse-jdbc-all-0.9.8.jar, true",
        "CLICKHOUSE, clickhouse-jdbc-0.9.8.jar, false",
    })
    void jarsAreToldByTheirNames(Vendor vendor, String name, boolean expected) {
        assertThat(vendor.isJar(name)).isEqualTo(expected);
    }

    private DriverFolder at(String path) {
        return DriverFolder.of(Map.of("MIGTRUE_DRIVERS", path), folder);
    }

    private static void assertRefused(DriverFolder drivers, String reason) {
        assertThatThrownBy(() -> drivers.driver(Vendor.SQL_SERVER))
                .isInstanceOfSatisfying(
                        NotReadException.class,
                        refusal -> assertThat(refusal.notRead())
                                .isEqualTo(new TableRead.NotRead(Obstacle.REFUSED, reason)));
    }
}
