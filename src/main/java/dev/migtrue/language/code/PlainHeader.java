package dev.migtrue.language.code;

import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The head of a module that is as plain as a template writes it: a docstring, imports and assignments of literals, down to the first
 * definition, below which no name asked for is mentioned. It is read here without a parser, which costs a hundredth; at the slightest
 * doubt it gives up, and {@link ModuleReader} reads the whole. A test holds the two equal.
 */
final class PlainHeader {

    /** Words that start statements with a body or with rules of their own; some are words only where Python wants them to be. */
    private static final Set<String> KEYWORDS =
            Set.of(("and as assert async await break class continue def del elif else except exec "
                            + "False finally for from global if import in is lambda match None nonlocal not or pass print raise return True try "
                            + "type while with yield")
                    .split(" "));

    private static final Pattern WILDCARD = Pattern.compile("import[\\s(]*\\*");

    private final SourceText source;
    private final Set<String> names;
    private final TextCursor cursor;
    private final SequencedMap<String, Constant> constants = new LinkedHashMap<>();
    private Optional<String> docstring = Optional.empty();

    private PlainHeader(SourceText source, Set<String> names) {
        this.source = source;
        this.names = names;
        this.cursor = new TextCursor(source.value());
    }

    /** What the head says of the names; absent when the text is not that plain. */
    static Optional<PythonModule> read(SourceText source, Set<String> names) {
        PlainHeader header = new PlainHeader(source, names);
        return header.readStatements()
                ? Optional.of(new PythonModule(header.docstring, header.constants, Optional.empty()))
                : Optional.empty();
    }

    private boolean readStatements() {
        cursor.skipBlankLines();
        boolean isPlain = !cursor.isAtQuote() || readDocstring();
        cursor.skipBlankLines();
        while (isPlain && !cursor.isAtEnd()) {
            if (cursor.isAtDefinition()) {
                return isSilent(cursor.rest());
            }
            isPlain = readStatement();
            cursor.skipBlankLines();
        }
        return isPlain;
    }

    private boolean readStatement() {
        int start = cursor.offset();
        String word = cursor.takeWord();
        if (names.contains(word)) {
            return readAssignment(start, word);
        }
        boolean isImport = word.equals("import") || word.equals("from");
        boolean isPrefix = cursor.isAtQuote();
        if (word.isEmpty() || isPrefix || (KEYWORDS.contains(word) && !isImport) || !cursor.skipStatement()) {
            return false;
        }
        String statement = cursor.since(start);
        return names.stream().noneMatch(statement::contains) && !(isImport && statement.contains("*"));
    }

    /** Whether a text that starts with a definition can set none of the names at module level, by itself or through an import. */
    private boolean isSilent(String rest) {
        return hasOnlyDefinitions(rest)
                || (names.stream().noneMatch(rest::contains)
                        && !WILDCARD.matcher(rest).find());
    }

    /** Whether each line that is not indented starts a definition of another name or a comment, or ends the head of a definition. */
    private boolean hasOnlyDefinitions(String rest) {
        int at = 0;
        while (at < rest.length()) {
            int newline = rest.indexOf('\n', at);
            int end = newline < 0 ? rest.length() : newline + 1;
            boolean isInnocent = switch (rest.charAt(at)) {
                case ' ', '\t', '\r', '\n', '#', ')' -> true;
                case '@', 'a', 'c', 'd' -> isOtherDefinition(rest.substring(at, end));
                default -> false;
            };
            if (!isInnocent) {
                return false;
            }
            at = end;
        }
        return true;
    }

    private boolean isOtherDefinition(String line) {
        return new TextCursor(line).isAtDefinition()
                && line.indexOf('\\') < 0
                && names.stream().noneMatch(line::contains);
    }

    private boolean readDocstring() {
        docstring = cursor.takeString();
        return docstring.isPresent() && cursor.endStatement();
    }

    private boolean readAssignment(int start, String name) {
        if (!cursor.skipAnnotation() || !cursor.take('=')) {
            return false;
        }
        cursor.skipSpaces();
        Optional<Constant> constant = readValue(start);
        constant.ifPresent(value -> constants.put(name, value));
        return constant.isPresent() && cursor.endStatement();
    }

    private Optional<Constant> readValue(int start) {
        if (cursor.isAtQuote()) {
            return cursor.takeString().map(text -> new Constant.Text(text, since(start)));
        }
        if (cursor.take('(')) {
            return readSequence(start, ')');
        }
        if (cursor.take('[')) {
            return readSequence(start, ']');
        }
        return cursor.takeWord().equals("None") ? Optional.of(new Constant.None(since(start))) : Optional.empty();
    }

    private Optional<Constant> readSequence(int start, char close) {
        List<String> texts = new ArrayList<>();
        boolean isTuple = true;
        cursor.skipInsideBrackets();
        while (!cursor.take(close)) {
            Optional<String> text = isTuple ? cursor.takeString() : Optional.empty();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
            cursor.skipInsideBrackets();
            isTuple = cursor.take(',');
            cursor.skipInsideBrackets();
        }
        // What makes a tuple is the comma, not the parentheses.
        return Optional.of(
                close == ')' && !isTuple && texts.size() == 1
                        ? new Constant.Text(texts.getFirst(), since(start))
                        : new Constant.Texts(texts, since(start)));
    }

    private Span since(int start) {
        return source.span(start, cursor.offset());
    }
}
