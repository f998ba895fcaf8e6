package dev.migtrue.gather.database;

import java.sql.Types;
import java.util.Locale;

/** Values of a database as texts. */
public final class PrintedValue {

    private PrintedValue() {}

    /**
     * Each engine prints what is true or false in its own way: {@code t}, {@code TRUE}, {@code 1}.
     *
     * @param type of the column, by {@link Types}
     */
    public static String of(String value, int type) {
        if (type != Types.BOOLEAN && type != Types.BIT) {
            return value;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "t", "true", "1" -> "true";
            case "f", "false", "0" -> "false";
            default -> value;
        };
    }
}
