package dev.migtrue.model;

/**
 * The git blob id of a file's content, in hexadecimal, or an id of a part of it. Two copies of a file have equal ids exactly when git holds them for the same
 * content, so that a checkout with other line endings does not look edited.
 */
public record ContentId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
