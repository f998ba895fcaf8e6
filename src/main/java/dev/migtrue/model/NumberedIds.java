package dev.migtrue.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ids that begin with a prefix and then a number from {@code first} to {@code last}, both included.
 *
 * @param prefix what stands before the number; may be empty
 */
public record NumberedIds(String prefix, long first, long last) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(?!\\d)");

    public boolean contains(MigrationId id) {
        if (!id.value().startsWith(prefix)) {
            return false;
        }
        Matcher number =
                NUMBER.matcher(id.value()).region(prefix.length(), id.value().length());
        if (!number.lookingAt()) {
            return false;
        }
        long value = Long.parseLong(number.group());
        return first <= value && value <= last;
    }
}
