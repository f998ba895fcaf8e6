package dev.migtrue.language.schema;

/**
 * What kind of server a schema was read from.
 *
 * @param product as its makers call it; no blank in it
 * @param major the number that changes when how it prints things may change: of PostgreSQL 15.14, 15
 */
public record ServerVersion(String product, int major) {

    @Override
    public String toString() {
        return product + " " + major;
    }
}
