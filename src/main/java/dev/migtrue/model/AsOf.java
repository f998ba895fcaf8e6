package dev.migtrue.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The time at which something was looked at that is not looked at again now.
 *
 * @param age how long ago that is; zero where the clock that wrote the time down is ahead of ours
 */
public record AsOf(Instant time, Duration age) {

    public AsOf {
        age = age.isNegative() ? Duration.ZERO : age;
    }

    /** The largest whole unit that the age has: {@code 3 days}, {@code 1 hour}, {@code 0 minutes}. */
    public String ageInWords() {
        if (age.toDays() > 0) {
            return counted(age.toDays(), "day");
        }
        return age.toHours() > 0 ? counted(age.toHours(), "hour") : counted(age.toMinutes(), "minute");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
