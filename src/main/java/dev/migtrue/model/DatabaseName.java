package dev.migtrue.model;

/** What the user calls a database: {@code default}, {@code staging}. Never an address. */
public record DatabaseName(String value) {

    /** The database that is looked at when none was named. */
    public static final DatabaseName DEFAULT = new DatabaseName("default");

    @Override
    public String toString() {
        return value;
    }
}
