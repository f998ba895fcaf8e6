package dev.migtrue.language.code;

import dev.migtrue.language.sql.Dialect;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * By which imports a program tells what kind of database it is written for.
 *
 * @param drivers what stands in a text that imports a driver of such a database; of several that do, the first counts
 */
public record DriverImports(SequencedMap<Dialect, Pattern> drivers) {

    public DriverImports {
        drivers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(drivers));
    }

    /**
     * The same for the four kinds of which drivers are known.
     *
     * @param frame what stands around the names of drivers: {@code import (?:%s)\\b}
     */
    public static DriverImports of(String frame, String sqlite, String postgres, String mariaDb, String mysql) {
        SequencedMap<Dialect, Pattern> drivers = new LinkedHashMap<>();
        drivers.put(Dialect.SQLITE, Pattern.compile(frame.formatted(sqlite)));
        drivers.put(Dialect.POSTGRESQL, Pattern.compile(frame.formatted(postgres)));
        drivers.put(Dialect.MARIADB, Pattern.compile(frame.formatted(mariaDb)));
        drivers.put(Dialect.MYSQL, Pattern.compile(frame.formatted(mysql)));
        return new DriverImports(drivers);
    }

    /** What kind of database a text is written for; absent where it imports no driver. */
    public Optional<Dialect> dialect(String text) {
        return drivers.entrySet().stream()
                .filter(driver -> driver.getValue().matcher(text).find())
                .map(driver -> driver.getKey())
                .findFirst();
    }
}
