package dev.migtrue.language.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The classes of a module that is as plain as a template writes it, read without a parser, which costs a hundredth. At the slightest doubt
 * it gives up, and {@link ClassReader} reads the whole. A test holds the two equal.
 */
final class PlainClasses {

    /** Statements whose body belongs to the class. */
    private static final Set<String> COMPOUND = Set.of(
            "if",
            "else",
            "elif",
            "for",
            "while",
            "with",
            "try",
            "except",
            "finally",
            "match",
            "case",
            "async",
            "global",
            "nonlocal",
            "del",
            "import",
            "from",
            "type",
            "exec");

    private final SourceText source;
    private final Set<String> names;
    private final TextCursor cursor;
    private final List<PythonClass> classes = new ArrayList<>();

    private PlainClasses(SourceText source, Set<String> names) {
        this.source = source;
        this.names = names;
        this.cursor = new TextCursor(source.value());
    }

    /** The classes; absent when the text is not that plain. */
    static Optional<List<PythonClass>> read(SourceText source, Set<String> names) {
        PlainClasses reader = new PlainClasses(source, names);
        return reader.readStatements() ? Optional.of(List.copyOf(reader.classes)) : Optional.empty();
    }

    private boolean readStatements() {
        boolean isPlain = true;
        cursor.skipBlankLines();
        while (isPlain && !cursor.isAtEnd()) {
            isPlain = readStatement();
            cursor.skipBlankLines();
        }
        return isPlain;
    }

    private boolean readStatement() {
        int start = cursor.offset();
        if (cursor.isAt('@') || cursor.isAt('\t')) {
            return false;
        }
        return cursor.takeWord().equals("class") ? readClass(start) : cursor.skipStatement();
    }

    private boolean readClass(int start) {
        cursor.skipSpaces();
        String name = cursor.takeWord();
        int end = cursor.offset();
        Optional<List<String>> bases = readBases();
        if (name.isEmpty() || bases.isEmpty() || !cursor.take(':') || !cursor.endStatement()) {
            return false;
        }
        SequencedMap<String, PythonValue> attributes = new LinkedHashMap<>();
        if (!readBody(attributes)) {
            return false;
        }
        classes.add(new PythonClass(name, bases.get(), attributes, source.span(start, end)));
        return true;
    }

    /** What stands in the parentheses after the name; absent when it is more than names. */
    private Optional<List<String>> readBases() {
        List<String> bases = new ArrayList<>();
        if (!cursor.take('(')) {
            return Optional.of(bases);
        }
        cursor.skipInsideBrackets();
        while (!cursor.take(')')) {
            String base = cursor.takeDotted();
            cursor.skipInsideBrackets();
            if (base.isEmpty() || !(cursor.take(',') || cursor.isAt(')'))) {
                return Optional.empty();
            }
            bases.add(base);
            cursor.skipInsideBrackets();
        }
        return Optional.of(bases);
    }

    /** Reads the statements of a class, down to the first that is not indented. */
    private boolean readBody(SequencedMap<String, PythonValue> attributes) {
        cursor.skipBlankLines();
        int indentation = cursor.indentation();
        boolean isPlain = indentation > 0;
        while (isPlain && !cursor.isAtEnd() && cursor.indentation() > 0) {
            int depth = cursor.indentation();
            cursor.skipSpaces();
            isPlain = depth > indentation ? cursor.skipStatement() : (depth == indentation && readMember(attributes));
            cursor.skipBlankLines();
        }
        return isPlain && !cursor.isAt('\t');
    }

    private boolean readMember(SequencedMap<String, PythonValue> attributes) {
        if (cursor.isAt('@')) {
            return cursor.skipStatement();
        }
        int start = cursor.offset();
        String word = cursor.takeWord();
        if (names.contains(word)) {
            return readAttribute(word, attributes);
        }
        if (COMPOUND.contains(word) || (word.isEmpty() && !cursor.isAtQuote()) || !cursor.skipStatement()) {
            return false;
        }
        boolean isDefinition = word.equals("def") || word.equals("class");
        return isDefinition ? !names.contains(definedName(cursor.since(start))) : setsNoOther(cursor.since(start));
    }

    private static String definedName(String definition) {
        TextCursor head = new TextCursor(definition);
        head.takeWord();
        head.skipSpaces();
        return head.takeWord();
    }

    /** Whether a statement sets none of the names besides what it starts with. */
    private boolean setsNoOther(String statement) {
        int end = 0;
        while (end < statement.length() && "([{'\"".indexOf(statement.charAt(end)) < 0) {
            end++;
        }
        String head = statement.substring(0, end);
        return names.stream().noneMatch(head::contains) && !statement.contains(":=");
    }

    private boolean readAttribute(String name, SequencedMap<String, PythonValue> attributes) {
        if (!cursor.skipAnnotation() || !cursor.take('=')) {
            return false;
        }
        cursor.skipSpaces();
        Optional<PythonValue> value = new PlainValue(cursor).read();
        value.ifPresent(given -> attributes.put(name, given));
        return value.isPresent() && cursor.endStatement();
    }
}
