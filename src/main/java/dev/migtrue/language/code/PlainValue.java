package dev.migtrue.language.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The value that stands at a cursor, if it is made of nothing but strings, names, calls, tuples and lists. Where it is not, the cursor's place means no more. */
record PlainValue(TextCursor cursor) {

    /** Deeper than people write. */
    private static final int DEEPEST = 20;

    private static final Set<String> KEYWORDS =
            Set.of("not", "lambda", "await", "yield", "if", "else", "and", "or", "in", "is", "for");

    Optional<PythonValue> read() {
        return read(DEEPEST);
    }

    private Optional<PythonValue> read(int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        if (cursor.isAtQuote()) {
            return cursor.takeString().map(PythonValue.Text::new);
        }
        if (cursor.take('[')) {
            return elements(']', depth).map(found -> new PythonValue.Sequence(found.values()));
        }
        if (cursor.take('(')) {
            // What makes a tuple is the comma, not the parentheses.
            return elements(')', depth)
                    .map(found -> found.values().size() == 1 && !found.endsWithComma()
                            ? found.values().getFirst()
                            : new PythonValue.Sequence(found.values()));
        }
        return word(depth);
    }

    private Optional<PythonValue> word(int depth) {
        String word = cursor.takeDotted();
        if (word.isEmpty() || KEYWORDS.contains(word) || Character.isDigit(word.charAt(0))) {
            return Optional.empty();
        }
        return switch (word) {
            case "None" -> Optional.of(new PythonValue.None());
            case "True" -> Optional.of(new PythonValue.Truth(true));
            case "False" -> Optional.of(new PythonValue.Truth(false));
            default ->
                cursor.take('(')
                        ? elements(')', depth).map(found -> new PythonValue.Call(word, found.values()))
                        : Optional.of(new PythonValue.Name(word));
        };
    }

    private record Elements(List<PythonValue> values, boolean endsWithComma) {}

    private Optional<Elements> elements(char close, int depth) {
        List<PythonValue> values = new ArrayList<>();
        boolean isExpected = true;
        cursor.skipInsideBrackets();
        while (!cursor.take(close)) {
            Optional<PythonValue> value = isExpected ? read(depth - 1) : Optional.empty();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
            cursor.skipInsideBrackets();
            isExpected = cursor.take(',');
            cursor.skipInsideBrackets();
        }
        return Optional.of(new Elements(values, isExpected));
    }
}
