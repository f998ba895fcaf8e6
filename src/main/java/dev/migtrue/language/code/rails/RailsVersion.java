package dev.migtrue.language.code.rails;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of Rails that a migration was written for, whose ways it keeps: {@code ActiveRecord::Migration[7.0]}. */
record RailsVersion(int major, int minor) {

    private static final Pattern WRITTEN = Pattern.compile("\\bMigration\\[(\\d{1,3})\\.(\\d{1,3})\\]");

    /** Those that name none are older than all that do. */
    static RailsVersion of(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.find()
                ? new RailsVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)))
                : new RailsVersion(4, 2);
    }

    boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }
}
