package dev.migtrue.model;

/** A checksum as a migration tool stores it; values of different algorithms are never equal. */
public record Checksum(String algorithm, String value) {

    @Override
    public String toString() {
        return value;
    }
}
