package dev.migtrue.language.code;

import dev.migtrue.language.code.PlainToken.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The tokens of a Python text as plain as a template writes it, with those that stand for the end of a line and for blocks, each
 * where the grammar of the native parser has it: where the token or the comment before it ends.
 */
final class PlainTokens {

    private static final Set<String> KEYWORDS = Set.of(
            ("False await else import pass None break except in raise True class finally is return and continue for lambda try "
                            + "as def from nonlocal while assert del global not with async elif if or yield")
                    .split(" "));

    private static final String SIGNS_ALONE = "()[]{},:.;+-*/%@=<>|&^~";
    private static final Set<String> SIGNS_OF_TWO =
            Set.of("==", "!=", "<=", ">=", "->", "**", "//", "<<", ">>", "+=", "-=", "*=", "/=", "%=", "|=", "&=");

    private final String text;
    private final int limit;
    private final List<PlainToken> tokens = new ArrayList<>();
    private final Deque<Integer> blocks = new ArrayDeque<>();
    private int at;
    private int depth;
    private boolean isOpening;

    private PlainTokens(String text, int start, int limit) {
        this.text = text;
        this.at = start;
        this.limit = limit;
        blocks.push(0);
    }

    /** Those of a whole text. */
    static List<PlainToken> of(String text) {
        PlainTokens read = new PlainTokens(text, 0, text.length());
        read.lineStart();
        while (read.at < read.limit) {
            read.line();
        }
        read.add(Kind.END, "", text.length(), text.length());
        return read.tokens;
    }

    /** Those of an expression between brackets, which are not among them. */
    static List<PlainToken> within(String text, int start, int end) {
        PlainTokens read = new PlainTokens(text, start, end);
        read.depth = 1;
        read.skipSpaces();
        while (read.at < read.limit) {
            read.token();
            read.skipSpaces();
        }
        read.add(Kind.END, "", end, end);
        return read.tokens;
    }

    private void add(Kind kind, String written, int start, int end) {
        tokens.add(new PlainToken(kind, written, start, end));
    }

    private void unwritten(Kind kind) {
        int end = tokens.isEmpty() ? 0 : tokens.getLast().end();
        add(kind, "", end, end);
    }

    private static void check(boolean isPlain) {
        if (!isPlain) {
            throw new Doubt();
        }
    }

    /** A line with all that brackets hold together, and how far the next one is indented. */
    private void line() {
        skipSpaces();
        while (at < limit && !(depth == 0 && text.charAt(at) == '\n')) {
            if (depth > 0 && text.charAt(at) == '\n') {
                at = indexOfMore(at);
                // The native parser may take this for the end of the block, brackets or not.
                check(column() >= blocks.element());
            } else {
                token();
            }
            skipSpaces();
        }
        check(depth == 0);
        if (!isOpening) {
            unwritten(Kind.NEWLINE);
        }
        lineStart();
    }

    /** Comments and blank lines, up to the start of the next line that holds more. */
    private void lineStart() {
        int comments = at;
        int indentation = nextLine();
        int next = at;
        if (isOpening) {
            check(indentation > blocks.element());
            blocks.push(indentation);
            unwritten(Kind.INDENT);
            isOpening = false;
        }
        at = comments;
        while (at < next && (at = indexOfMore(at)) < next) {
            // A comment belongs to the block as far as which it is indented.
            dedent(Math.max(indentation, column()));
            comment();
        }
        at = next;
        dedent(indentation);
        check(indentation == blocks.element());
    }

    /** Moves to the first token of the next line that has one; answers how far it is indented. */
    private int nextLine() {
        at = indexOfMore(at);
        while (at < limit && text.charAt(at) == '#') {
            int end = text.indexOf('\n', at);
            at = indexOfMore(end < 0 ? limit : end);
        }
        return at == limit ? 0 : column();
    }

    private int column() {
        return at - 1 - text.lastIndexOf('\n', at - 1);
    }

    private int indexOfMore(int from) {
        int index = from;
        while (index < limit && (text.charAt(index) == ' ' || text.charAt(index) == '\n')) {
            index++;
        }
        return index;
    }

    private void dedent(int indentation) {
        while (indentation < blocks.element()) {
            blocks.pop();
            unwritten(Kind.DEDENT);
        }
    }

    private void comment() {
        int end = text.indexOf('\n', at);
        end = end < 0 ? limit : Math.min(end, limit);
        add(Kind.COMMENT, "", at, end);
        at = end;
    }

    private void skipSpaces() {
        while (at < limit && text.charAt(at) == ' ') {
            at++;
        }
    }

    private void token() {
        char next = text.charAt(at);
        if (next == '#') {
            comment();
        } else if (next == '"' || next == '\'') {
            string(at);
        } else if (isLetter(next)) {
            word();
        } else if (next == '\\') {
            goOn();
        } else if (isDigit(next)) {
            number();
        } else {
            sign(next);
        }
        isOpening = next == '#' ? isOpening : next == ':' && depth == 0;
    }

    /** The end of a line that goes on in the next: between two tokens, or it means something else. */
    private void goOn() {
        check(at + 1 < limit && text.charAt(at + 1) == '\n' && !tokens.isEmpty() && isWritten(tokens.getLast()));
        add(Kind.COMMENT, "\\", at, at + 2);
        at += 2;
        skipSpaces();
        check(at < limit && "\n#\\".indexOf(text.charAt(at)) < 0);
    }

    private static boolean isWritten(PlainToken token) {
        return token.kind() == Kind.STRING || !token.text().isEmpty();
    }

    private void word() {
        int start = at;
        while (at < limit && (isLetter(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        if (at < limit && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            string(start);
            return;
        }
        String word = text.substring(start, at);
        add(KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.NAME, word, start, at);
    }

    private void string(int start) {
        at = PlainString.end(text, start, at);
        check(at <= limit);
        // Before a string the native parser takes the end of a line that goes on for white space.
        while (!tokens.isEmpty() && tokens.getLast().text().equals("\\")) {
            tokens.removeLast();
        }
        add(Kind.STRING, "", start, at);
    }

    private void number() {
        int start = at;
        while (at < limit && (isDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            check(text.charAt(at) != '_' || (at + 1 < limit && isDigit(text.charAt(at + 1))));
            at++;
        }
        if (at < limit && text.charAt(at) == '.') {
            at++;
            while (at < limit && isDigit(text.charAt(at))) {
                at++;
            }
        }
        check(at == limit || !(isLetter(text.charAt(at)) || text.charAt(at) == '.'));
        add(Kind.NUMBER, text.substring(start, at), start, at);
    }

    private void sign(char next) {
        if (text.startsWith("...", at)) {
            add(Kind.SIGN, "...", at, at + 3);
            at += 3;
            return;
        }
        boolean isDouble = at + 1 < limit && SIGNS_OF_TWO.contains(text.substring(at, at + 2));
        int end = at + (isDouble ? 2 : 1);
        check(isDouble || SIGNS_ALONE.indexOf(next) >= 0);
        boolean isLonger =
                end < limit && text.charAt(end) == '=' && !(end - at == 1 && "()[]{},:.=".indexOf(next) >= 0);
        check(!isLonger && !(next == ':' && end < limit && text.charAt(end) == '=') && next != ';');
        depth += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
        check(depth >= 0
                && depth < PlainPython.DEEPEST
                && !(next == '.' && end < limit && (text.charAt(end) == '.' || isDigit(text.charAt(end)))));
        add(Kind.SIGN, text.substring(at, end), at, end);
        at = end;
    }

    static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || character == '_';
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
