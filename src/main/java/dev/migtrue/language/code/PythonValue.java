package dev.migtrue.language.code;

import java.util.List;

/** What an expression says by its text alone: a string, a sequence of values, and the calls and names in it, which stay what they are. */
public sealed interface PythonValue {

    /** A string. */
    record Text(String value) implements PythonValue {}

    /** A tuple or list. */
    record Sequence(List<PythonValue> elements) implements PythonValue {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** Another name, as written: {@code settings.AUTH_USER_MODEL}. */
    record Name(String dotted) implements PythonValue {}

    /**
     * A call that gives nothing by keyword.
     *
     * @param function what is called, as written
     */
    record Call(String function, List<PythonValue> arguments) implements PythonValue {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** The value that stands for none: {@code None}. */
    record None() implements PythonValue {}

    /** {@code True} or {@code False}. */
    record Truth(boolean isTrue) implements PythonValue {}

    /** A value that only running the program gives; {@code why} completes "it is …". */
    record Computed(String why) implements PythonValue {}
}
