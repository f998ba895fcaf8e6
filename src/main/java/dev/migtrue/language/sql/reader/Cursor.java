package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Folding;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A place between the tokens of a statement that moves on over what is taken. Blanks and comments it passes by. */
final class Cursor {

    private final Tokens tokens;
    private final Dialect dialect;
    private final int to;
    private int at;

    /** Where the last token ends that was passed. */
    private int passed;

    Cursor(Clause clause, Dialect dialect) {
        this.tokens = clause.tokens();
        this.dialect = dialect;
        this.to = clause.to();
        this.at = solid(clause.from());
        this.passed = clause.from();
    }

    private int solid(int from) {
        int index = from;
        while (index < to && tokens.isSilent(index)) {
            index++;
        }
        return index;
    }

    Dialect dialect() {
        return dialect;
    }

    Tokens tokens() {
        return tokens;
    }

    boolean isAtEnd() {
        return at >= to;
    }

    /** The index of the token that comes next. */
    int at() {
        return at;
    }

    /** Goes back, or on, to a token that {@link #at} has given. */
    void goTo(int index) {
        passed = index;
        at = index;
    }

    /** Passes one token; at the end there is none. */
    void next() {
        if (at < to) {
            passed = at + 1;
            at = solid(passed);
        }
    }

    /** What was passed since the token {@code start}. */
    Clause since(int start) {
        return new Clause(tokens, Math.min(start, to), Math.max(passed, Math.min(start, to)));
    }

    Place placeSince(int start) {
        return since(start).place();
    }

    /** All that is left. */
    Clause rest() {
        int start = at;
        while (!isAtEnd()) {
            next();
        }
        return since(start);
    }

    boolean isKind(TokenKind kind) {
        return at < to && tokens.kind(at) == kind;
    }

    boolean isWord() {
        return isKind(TokenKind.WORD);
    }

    /** Whether a word or a name between quotes comes next. */
    boolean isName() {
        return isKind(TokenKind.WORD) || isKind(TokenKind.NAME);
    }

    /** The word that comes next, in upper case; empty when none does. */
    String word() {
        return isWord() ? tokens.text(at).toUpperCase(Locale.ROOT) : "";
    }

    boolean isAt(String word) {
        return at < to && tokens.isWord(at, word);
    }

    boolean isAt(String first, String second) {
        if (!isAt(first)) {
            return false;
        }
        int index = solid(at + 1);
        return index < to && tokens.isWord(index, second);
    }

    boolean isAtAny(Set<String> words) {
        return isWord() && words.contains(word());
    }

    boolean isSign(char sign) {
        return at < to && tokens.isSign(at, sign);
    }

    /** Whether the token after the next one is this sign. */
    boolean isBefore(char sign) {
        int index = solid(at + 1);
        return index < to && tokens.isSign(index, sign);
    }

    boolean take(String word) {
        boolean isThere = isAt(word);
        if (isThere) {
            next();
        }
        return isThere;
    }

    /** Takes these words if all of them come next in this order. */
    boolean take(String first, String... others) {
        int start = at;
        int before = passed;
        boolean isThere = take(first);
        for (String word : others) {
            isThere = isThere && take(word);
        }
        if (!isThere) {
            at = start;
            passed = before;
        }
        return isThere;
    }

    boolean takeAny(Set<String> words) {
        boolean isThere = isAtAny(words);
        if (isThere) {
            next();
        }
        return isThere;
    }

    boolean takeSign(char sign) {
        boolean isThere = isSign(sign);
        if (isThere) {
            next();
        }
        return isThere;
    }

    /**
     * Passes the next token; or all of a pair of parentheses or brackets, or of a {@code CASE … END}, with what is in
     * it.
     */
    void skip() {
        if (isSign('(')) {
            skipPair('(', ')');
        } else if (isSign('[')) {
            skipPair('[', ']');
        } else if (isAt("CASE")) {
            skipCase();
        } else {
            next();
        }
    }

    private void skipCase() {
        next();
        while (!isAtEnd() && !isAt("END") && !isSign(')')) {
            skip();
        }
        take("END");
    }

    private void skipPair(char open, char close) {
        int depth = 0;
        int index = at;
        while (index < to) {
            if (tokens.isSign(index, open)) {
                depth++;
            } else if (tokens.isSign(index, close) && --depth == 0) {
                break;
            }
            index++;
        }
        passed = Math.min(index + 1, to);
        at = solid(passed);
    }

    /** What stands in the parentheses that come next, which are passed; empty when none do. */
    Clause inParentheses() {
        if (!isSign('(')) {
            return new Clause(tokens, at, at);
        }
        int start = at;
        skip();
        boolean isClosed = tokens.isSign(passed - 1, ')') && passed - 1 > start;
        return new Clause(tokens, start + 1, isClosed ? passed - 1 : passed);
    }

    /** Up to a comma or the closing parenthesis of this level, or one of {@code words}. */
    Clause upTo(Set<String> words) {
        int start = at;
        while (!isAtEnd() && !isSign(',') && !isSign(')') && !isAtAny(words)) {
            skip();
        }
        return since(start);
    }

    /** Up to one of {@code words} of this level, across commas. */
    Clause across(Set<String> words) {
        int start = at;
        while (!isAtEnd() && !isAtAny(words)) {
            skip();
        }
        return since(start);
    }

    /** Another one that stands here and moves on its own. */
    Cursor copy() {
        Cursor copy = new Cursor(new Clause(tokens, at, to), dialect);
        copy.passed = passed;
        return copy;
    }

    Cursor inside(Clause clause) {
        return new Cursor(clause, dialect);
    }

    /** The name of a table, a schema or the like, with what qualifies it. */
    Optional<Mention> name() {
        return name(dialect.names());
    }

    /** The name of a column, a constraint or the like. */
    Optional<Mention> column() {
        return name(dialect.columns());
    }

    private Optional<Mention> name(Folding folding) {
        return NameReader.read(this, folding);
    }

    /** Names of columns between parentheses, which are passed; empty when none come next. */
    List<Mention> columnsInParentheses() {
        Cursor inner = inside(inParentheses());
        List<Mention> columns = new ArrayList<>();
        while (!inner.isAtEnd()) {
            inner.column().ifPresent(columns::add);
            inner.upTo(Set.of());
            inner.next();
        }
        return columns;
    }

    /** Names with commas between them. */
    List<Mention> names() {
        List<Mention> names = new ArrayList<>();
        do {
            Optional<Mention> name = name();
            if (name.isEmpty()) {
                break;
            }
            names.add(name.get());
        } while (takeSign(','));
        return names;
    }
}
