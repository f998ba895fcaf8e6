package dev.migtrue.facts;

import dev.migtrue.model.FileSpan;

/**
 * A relationship between two mapped classes that names another one as its other side, which is not there.
 *
 * @param name of the attribute in the class {@code model}
 * @param other the class that it leads to
 * @param missing the attribute that the other class does not have as the other side
 * @param otherAt where the other class stands
 */
public record BrokenRelationship(
        FileSpan at, String model, String name, String other, String missing, FileSpan otherAt, Instead instead) {

    /** What the other class has under that name. */
    public enum Instead {
        NOTHING,
        COLUMN,
        /** A relationship to a third class. */
        OTHER_RELATIONSHIP
    }
}
