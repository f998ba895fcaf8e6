package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.List;

/** What a module-level name of a program holds once the module has run, as far as its text alone tells. */
public sealed interface Constant {

    /** The statement that gives it, from its first target to the end of its value. */
    Span span();

    /** A string. */
    record Text(String value, Span span) implements Constant {}

    /** A tuple or list of strings; may be empty. */
    record Texts(List<String> values, Span span) implements Constant {
        public Texts {
            values = List.copyOf(values);
        }
    }

    /** The value that stands for none: {@code None}. */
    record None(Span span) implements Constant {}

    /** A constant that is no string, named by {@code what}: {@code a number}. */
    record Other(String what, Span span) implements Constant {}

    /** A value that only running the program gives; {@code why} completes "it is …". */
    record Computed(String why, Span span) implements Constant {}
}
