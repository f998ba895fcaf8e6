package dev.migtrue.gather.database;

import java.nio.file.Path;
import java.util.Map;

/** The drivers that Maven lays into a folder for the tests, as a user would. */
final class BroughtDrivers {

    private BroughtDrivers() {}

    static DriverFolder folder() {
        return DriverFolder.of(
                Map.of(DriverFolder.VARIABLE, "target/drivers"), Path.of("").toAbsolutePath());
    }
}
