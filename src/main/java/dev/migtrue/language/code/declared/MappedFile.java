package dev.migtrue.language.code.declared;

import dev.migtrue.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one file says of SQLAlchemy's classes and of what leads from one to another.
 *
 * @param roots names that stand for a class from which nothing but mapping is inherited
 * @param attached names that something may be called in any class, made elsewhere: by a {@code backref}, or by an assignment from outside
 * @param isRead whether the whole text was understood
 */
public record MappedFile(List<MappedClass> classes, Set<String> roots, Set<String> attached, boolean isRead) {

    /**
     * A class.
     *
     * @param bases by the last part of their names
     * @param isTable whether it is mapped to a table for certain
     */
    public record MappedClass(
            String name, List<String> bases, boolean isTable, Map<String, Attribute> attributes, Span span) {
        public MappedClass {
            bases = List.copyOf(bases);
            attributes = Map.copyOf(attributes);
        }
    }

    /** What a class has under a name. */
    public sealed interface Attribute {

        /**
         * What leads to another class.
         *
         * @param target the name of that class; absent where the text does not tell
         * @param back the name that the other side is said to have
         */
        record Relation(Optional<String> target, Optional<String> back, Span span) implements Attribute {}

        record PlainColumn() implements Attribute {}

        record Other() implements Attribute {}
    }

    public MappedFile {
        classes = List.copyOf(classes);
        roots = Set.copyOf(roots);
        attached = Set.copyOf(attached);
    }
}
