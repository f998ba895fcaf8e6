package dev.migtrue.language.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script as its words, signs, quoted texts and comments, white space between them left out. Two scripts with the same tokens do the same in every
 * dialect: what dialects read differently is not read at all.
 */
public final class SqlTokens {

    /** Where the end of a line means something, or a quote may mean nothing. */
    private static final Pattern BY_LINE = Pattern.compile(
            "(?im)^[ \\t]*(?:(?:go|delimiter|rem|remark|prompt)\\b|/[ \\t]*$|--[ \\t]*liquibase[ \\t]+formatted)");

    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
    private static final Pattern PLAIN_BRACKET = Pattern.compile("\\[\\w*]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String SIGNS = "+-*/<>=~!%^&|?:";
    private static final String BLANK = " \t\n\r\f";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private record Token(String text, Sort sort) {}

    private enum Sort {
        COMMENT,
        QUOTE,
        OTHER
    }

    /** The text is such that dialects differ about where its parts begin and end. */
    private static final class Doubtful extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private SqlTokens(String text) {
        this.text = text;
    }

    /** The tokens of a script; absent where it is in doubt what they are. */
    public static Optional<SqlTokens> of(String script) {
        SqlTokens read = new SqlTokens(script);
        try {
            read.read();
            return Optional.of(read);
        } catch (Doubtful doubtful) {
            return Optional.empty();
        }
    }

    /** All of them; within comments white space is evened out. */
    public List<String> withComments() {
        return tokens.stream().map(Token::text).toList();
    }

    /** What runs. */
    public List<String> withoutComments() {
        return tokens.stream()
                .filter(token -> token.sort() != Sort.COMMENT)
                .map(Token::text)
                .toList();
    }

    private void read() throws Doubtful {
        // Not to every database does a lone \r end a line, and with it a comment.
        if (BY_LINE.matcher(text).find() || LONE_RETURN.matcher(text).find()) {
            throw new Doubtful();
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (BLANK.indexOf(c) >= 0) {
                at++;
            } else if (text.startsWith("--", at)) {
                lineComment();
            } else if (text.startsWith("/*", at)) {
                blockComment();
            } else if (c == '\'' || c == '"' || c == '`') {
                quoted(c, at);
            } else if (isOfWord(c)) {
                word();
            } else {
                sign(c);
            }
        }
    }

    /** To MySQL, two dashes and no blank are two minus signs: a comment to all are only those that no expression can be before. */
    private void lineComment() throws Doubtful {
        boolean isSpaced = at + 2 == text.length() || BLANK.indexOf(text.charAt(at + 2)) >= 0;
        boolean isBetweenStatements =
                lastThatRuns().map(token -> token.text().equals(";")).orElse(true);
        if (!isSpaced && !isBetweenStatements) {
            throw new Doubtful();
        }
        int end = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at);
        add(evened(end), Sort.COMMENT, end);
    }

    private Optional<Token> lastThatRuns() {
        return tokens.reversed().stream()
                .filter(token -> token.sort() != Sort.COMMENT)
                .findFirst();
    }

    /** A comment within a comment ends both or only itself; and what begins with {@code /*!} or {@code /*+} is read by the database. */
    private void blockComment() throws Doubtful {
        int end = end("*/", at + 2);
        if (text.substring(at + 2, end).contains("/*") || text.startsWith("/*M!", at)) {
            throw new Doubtful();
        }
        boolean isRead = text.startsWith("/*!", at) || text.startsWith("/*+", at);
        add(isRead ? text.substring(at, end) : evened(end), isRead ? Sort.OTHER : Sort.COMMENT, end);
    }

    /** A quoted text from the quote at {@code from}, with the word that stands right before it. */
    private void quoted(char quote, int start) throws Doubtful {
        int from = text.indexOf(quote, start);
        int end = from + 1;
        while (true) {
            end = end(String.valueOf(quote), end);
            if (isEscaped(end - 1, from)) {
                throw new Doubtful();
            }
            if (end >= text.length() || text.charAt(end) != quote) {
                break;
            }
            end++;
        }
        // Strings that stand on lines of their own are one, on the same line they are not.
        if (start == from
                && lastThatRuns().filter(token -> token.sort() == Sort.QUOTE).isPresent()) {
            throw new Doubtful();
        }
        add(text.substring(start, end), Sort.QUOTE, end);
    }

    /** Whether the quote at {@code quote} would not count where a backslash takes its meaning away. */
    private boolean isEscaped(int quote, int from) {
        int slashes = 0;
        while (quote - slashes - 1 > from && text.charAt(quote - slashes - 1) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    /** Braces are those of placeholders, which may be a part of a word. */
    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "_.$@{}".indexOf(c) >= 0;
    }

    private void word() throws Doubtful {
        Matcher dollar = DOLLAR_QUOTE.matcher(text).region(at, text.length());
        if (dollar.lookingAt()) {
            int close = end(dollar.group(), dollar.end());
            add(text.substring(at, close), Sort.OTHER, close);
            return;
        }
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        char next = end < text.length() ? text.charAt(end) : ' ';
        String word = text.substring(at, end);
        if (next == '\'' && (word.equalsIgnoreCase("q") || word.equalsIgnoreCase("nq"))) {
            throw new Doubtful();
        }
        if (next == '\'' || next == '"' || next == '`') {
            quoted(next, at);
        } else {
            add(word, Sort.OTHER, end);
        }
    }

    private void sign(char c) throws Doubtful {
        if ("#\\\uFEFF".indexOf(c) >= 0 || Character.isISOControl(c)) {
            throw new Doubtful();
        }
        if (c == '[') {
            Matcher bracket = PLAIN_BRACKET.matcher(text).region(at, text.length());
            if (!bracket.lookingAt()) {
                throw new Doubtful();
            }
            add(bracket.group(), Sort.OTHER, bracket.end());
            return;
        }
        int end = at + 1;
        while (SIGNS.indexOf(c) >= 0
                && end < text.length()
                && SIGNS.indexOf(text.charAt(end)) >= 0
                && !text.startsWith("--", end)
                && !text.startsWith("/*", end)) {
            end++;
        }
        add(text.substring(at, end), Sort.OTHER, end);
    }

    private int end(String mark, int from) throws Doubtful {
        int found = text.indexOf(mark, from);
        if (found < 0) {
            throw new Doubtful();
        }
        return found + mark.length();
    }

    private String evened(int end) {
        return BLANKS.matcher(text.substring(at, end).strip()).replaceAll(" ");
    }

    private void add(String token, Sort sort, int end) {
        tokens.add(new Token(token, sort));
        at = end;
    }
}
