package dev.migtrue.language.sql;

import static dev.migtrue.language.sql.Habit.*;

import dev.migtrue.language.sql.Statement.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a text apart, statement by statement. */
final class Splitter {

    private static final String MARK = ";";

    private final String text;
    private final int end;
    private final Dialect dialect;
    private final Lexer lexer;
    private final Tokens tokens;
    private final List<Piece> pieces = new ArrayList<>();
    private final boolean needsNoMarks;

    /** The first token that is in no piece yet. */
    private int pending;

    private Optional<Opened> opened = Optional.empty();
    private String delimiter = MARK;
    private boolean isInMessage;
    private boolean isLineStart;

    Splitter(String text, Place window, Dialect dialect) {
        this.text = text;
        this.end = window.end();
        this.dialect = dialect;
        this.lexer = new Lexer(text, window, dialect);
        this.tokens = new Tokens(text, window.start());
        this.needsNoMarks = dialect.has(GO_LINES);
        this.isLineStart = isLineStart(text, window.start());
    }

    private static boolean isLineStart(String text, int at) {
        int before = at - 1;
        while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
            before--;
        }
        return before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
    }

    Tokens tokens() {
        return tokens;
    }

    List<Piece> split() {
        while (!lexer.isAtEnd()) {
            step();
        }
        close(Ending.SCRIPT);
        gap();
        return pieces;
    }

    private void step() {
        char c = text.charAt(lexer.at());
        if (isLineStart && c > ' ' && isClientLine(c)) {
            return;
        }
        if (c == '-' && text.startsWith("--", lexer.at()) && isMarker()) {
            return;
        }
        if (c == '\\' && dialect.has(BACKSLASH_COMMANDS)) {
            clientLine(ClientLine.of(restOfLine()));
            return;
        }
        if (lexer.isAtDelimiter() && isDelimiterHere()) {
            mark();
            return;
        }
        TokenKind kind = lexer.next();
        tokens.add(kind, lexer.at());
        if (kind == TokenKind.BLANK) {
            isLineStart |= hasLineEnd(tokens.size() - 1);
        } else {
            isLineStart = false;
            if (!kind.isSilent()) {
                follow(kind, c);
            }
        }
    }

    private boolean hasLineEnd(int index) {
        for (int at = tokens.start(index); at < tokens.end(index); at++) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Beyond the window, too: only a whole line is one for the client. */
    private String restOfLine() {
        int to = lexer.at();
        while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
            to++;
        }
        return text.substring(lexer.at(), to);
    }

    /** Only what can begin such a line is looked at further. */
    private boolean isClientLine(char c) {
        boolean isPossible = switch (c) {
            case '/', ':' -> dialect.has(SLASH_LINES) || dialect.has(GO_LINES);
            case 's', 'S', '\\' -> dialect.has(DELIMITER_LINES) || dialect.has(SQLPLUS_LINES);
            case 'd', 'D' -> dialect.has(DELIMITER_LINES) || dialect.has(SQLPLUS_LINES);
            case 'g', 'G' -> dialect.has(GO_LINES);
            case '.' -> dialect.has(DOT_LINES);
            default -> dialect.has(SQLPLUS_LINES);
        };
        if (!isPossible) {
            return false;
        }
        ClientLine line = ClientLine.of(restOfLine());
        boolean isThere = line.isAnywhere(dialect) || (opened.isEmpty() && line.isBetweenStatements(dialect));
        if (isThere) {
            clientLine(line);
        }
        return isThere;
    }

    private void clientLine(ClientLine line) {
        boolean isInside = opened.isPresent() && !line.endsStatement();
        if (!isInside) {
            close(Ending.COMMAND);
            gap();
        }
        lexer.skip(Math.min(end, lexer.at() + restOfLine().length()));
        tokens.add(TokenKind.COMMAND, lexer.at());
        if (!isInside) {
            pieces.add(new Piece.Command(rest(), line.word(), line.rest()));
        }
        if (line.word().equals("delimiter")) {
            endStatementsWith(ClientLine.of(line.rest()).word().isEmpty() ? MARK : firstWord(line.rest()));
        }
        isLineStart = false;
    }

    private static String firstWord(String text) {
        int to = 0;
        while (to < text.length() && text.charAt(to) > ' ') {
            to++;
        }
        return text.substring(0, to);
    }

    private void endStatementsWith(String mark) {
        delimiter = mark;
        lexer.endStatementsWith(mark);
    }

    private boolean isMarker() {
        String comment = restOfLine();
        Optional<Marker> found = Marker.in(comment);
        found.ifPresent(marker -> {
            if (marker.endsStatement()) {
                close(Ending.MARKER);
                gap();
            }
            lexer.skip(Math.min(end, lexer.at() + comment.length()));
            tokens.add(TokenKind.COMMENT, lexer.at());
            if (marker.endsStatement()) {
                pieces.add(new Piece.Mark(rest(), marker));
                isInMessage = marker.beginsMessage();
                endStatementsWith(marker.delimiter().orElse(MARK));
            }
            isLineStart = false;
        });
        return found.isPresent();
    }

    /** A slash or word ends statements only where it is all of its line. */
    private boolean isDelimiterHere() {
        boolean isPlain = delimiter.equals("/") || Character.isLetter(delimiter.charAt(0));
        return !isPlain || (isLineStart && restOfLine().strip().equals(delimiter));
    }

    private void mark() {
        lexer.skip(lexer.at() + delimiter.length());
        boolean isEnd = opened.isEmpty() || !delimiter.equals(MARK) || isEndOfStatement(opened.get());
        tokens.add(isEnd ? TokenKind.MARK : TokenKind.SIGN, lexer.at());
        isLineStart = false;
        if (!isEnd) {
            opened.get().follow(TokenKind.SIGN, ';');
        } else if (opened.isPresent()) {
            boolean isCopy = dialect.has(COPY_DATA) && opened.get().awaitsRows();
            close(Ending.MARK);
            if (isCopy) {
                rows();
            }
        }
    }

    private boolean isEndOfStatement(Opened statement) {
        return !statement.isInside() && !(statement.isConditional() && isBeforeElse());
    }

    private boolean isBeforeElse() {
        int at = lexer.at();
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return text.regionMatches(true, at, "ELSE", 0, 4);
    }

    /** The rows end with a line of a backslash and a dot; without one, somebody else sends them. */
    private void rows() {
        int at = text.indexOf("\\.", lexer.at());
        while (at >= 0 && at + 2 <= end && !isAlone(at)) {
            at = text.indexOf("\\.", at + 1);
        }
        if (at >= 0 && at + 2 <= end) {
            lexer.skip(at + 2);
            tokens.add(TokenKind.DATA, lexer.at());
            pieces.add(new Piece.Data(rest()));
        }
    }

    private boolean isAlone(int at) {
        boolean isFirst = text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
        return isFirst && (at + 2 >= end || text.charAt(at + 2) == '\n' || text.charAt(at + 2) == '\r');
    }

    private void follow(TokenKind kind, char first) {
        int index = tokens.size() - 1;
        if (needsNoMarks && !isInMessage && opened.isPresent() && opened.get().isOverBefore(index)) {
            closeBefore(index, Ending.NEXT);
        }
        if (opened.isPresent()) {
            opened.get().follow(kind, first);
        } else {
            pieceUpTo(index);
            opened = Optional.of(new Opened(tokens, dialect));
        }
    }

    /** Ends the open statement, if there is one, after its last token that is not silent. */
    private void close(Ending ending) {
        closeBefore(tokens.size(), ending);
    }

    private void closeBefore(int index, Ending ending) {
        opened.ifPresent(statement -> {
            int to = index;
            while (tokens.isSilent(to - 1)) {
                to--;
            }
            pieces.add(new Statement(new Clause(tokens, statement.start(), to), dialect, ending));
            pending = to;
        });
        opened = Optional.empty();
    }

    private void gap() {
        pieceUpTo(tokens.size());
    }

    private void pieceUpTo(int index) {
        if (index > pending) {
            pieces.add(new Piece.Gap(new Clause(tokens, pending, index)));
            pending = index;
        }
    }

    private Clause rest() {
        Clause clause = new Clause(tokens, pending, tokens.size());
        pending = tokens.size();
        return clause;
    }
}
