package dev.migtrue.facts;

import dev.migtrue.model.FileSpan;

/**
 * A relationship between two mapped classes that names another one as its other side, which is not there.
 *
 * @param name of the attribute in the class {@code model}
 * @param other the class that it leads to
 * @param missing the attribute that the other class does not have
 * @param otherAt where the other class stands
 * @param hasOther whether the other class has something else of that name
 */
public record DanglingRelationship(
        FileSpan at, String model, String name, String other, String missing, FileSpan otherAt, boolean hasOther) {}
