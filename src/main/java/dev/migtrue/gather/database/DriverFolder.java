package dev.migtrue.gather.database;

import dev.migtrue.model.Applied.Obstacle;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder with the drivers that a user brings along. The environment names it and never the configuration: a project
 * that was just cloned must not be able to name code that runs. A driver is loaded when a database needs it, once, and
 * sees the Java platform and its own jar; of migtrue's it sees the silent logging only.
 */
public final class DriverFolder {

    /** The environment variable that names it. */
    public static final String VARIABLE = "MIGTRUE_DRIVERS";

    private final Optional<Path> folder;
    private final Map<Vendor, Driver> loaded = new ConcurrentHashMap<>();
    private final Map<Vendor, Logger> silenced = new ConcurrentHashMap<>();

    private DriverFolder(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The one that the environment names, if it does; {@code start} is what a relative path is relative to. */
    public static DriverFolder of(Map<String, String> environment, Path start) {
        return new DriverFolder(Optional.ofNullable(environment.get(VARIABLE))
                .filter(path -> !path.isBlank())
                .map(start::resolve));
    }

    /** Nobody brings any driver along. */
    static DriverFolder none() {
        return new DriverFolder(Optional.empty());
    }

    /** The driver for one kind of database; {@link NotReadException} says what to get and where to put it. */
    Driver driver(Vendor vendor) throws NotReadException {
        Optional<Driver> known = Optional.ofNullable(loaded.get(vendor));
        if (known.isPresent()) {
            return known.get();
        }
        Path jar = jar(vendor);
        // What goes wrong is told once, by us; a logger that nobody holds would forget that it is to be silent.
        Logger logger = Logger.getLogger(vendor.driver().replaceFirst("\\.\\w+$", ""));
        logger.setLevel(Level.OFF);
        silenced.put(vendor, logger);
        Driver driver = load(vendor, jar);
        loaded.put(vendor, driver);
        return driver;
    }

    private Path jar(Vendor vendor) throws NotReadException {
        Path named =
                folder.orElseThrow(() -> refusal("the driver for " + vendor.title() + " is not part of migtrue: put "
                        + vendor.wanted() + " into a folder and name it in the environment variable " + VARIABLE));
        List<Path> jars = jars(vendor, named);
        if (jars.size() > 1) {
            throw refusal("there are several drivers for " + vendor.title() + " in " + shown(named) + ", keep one: "
                    + jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.joining(", ")));
        }
        return jars.stream()
                .findFirst()
                .orElseThrow(() -> refusal("there is no driver for " + vendor.title() + " in " + shown(named) + ": put "
                        + vendor.wanted() + " there"));
    }

    private static List<Path> jars(Vendor vendor, Path folder) throws NotReadException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> vendor.isJar(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (NotDirectoryException e) {
            throw refusal(shown(folder) + " is not a folder");
        } catch (IOException e) {
            throw refusal(shown(folder) + (Files.exists(folder) ? " cannot be read" : " does not exist"));
        }
    }

    private static Driver load(Vendor vendor, Path jar) throws NotReadException {
        // Closing the loader would take away the classes that the driver needs later on.
        URLClassLoader classes =
                new URLClassLoader("driver of " + vendor.title(), new URL[] {url(jar)}, new PlatformAndLogging());
        try {
            return classes.loadClass(vendor.driver())
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw refusal("the driver for " + vendor.title() + " cannot be loaded from " + jar + ": "
                    + e.getClass().getSimpleName() + "; it should be " + vendor.wanted());
        }
    }

    /** A driver that logs through SLF4J would need another jar to do so, and would write to the terminal. */
    private static final class PlatformAndLogging extends ClassLoader {

        PlatformAndLogging() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith("org.slf4j.")) {
                throw new ClassNotFoundException(name);
            }
            return Class.forName(name, false, DriverFolder.class.getClassLoader());
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file without URL: " + jar, e);
        }
    }

    private static String shown(Path folder) {
        return "the folder of " + VARIABLE + " (" + folder + ")";
    }

    private static NotReadException refusal(String reason) {
        return new NotReadException(Obstacle.REFUSED, reason);
    }
}
