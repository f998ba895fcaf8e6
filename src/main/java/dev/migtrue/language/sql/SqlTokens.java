package dev.migtrue.language.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A script as its words, signs, quoted texts and comments, white space between them left out. Two scripts with the same
 * tokens do the same in every
 * dialect: what dialects read differently is not read at all.
 */
public final class SqlTokens {

    /** Where the end of a line means something, or a quote may mean nothing. */
    private static final Pattern BY_LINE = Pattern.compile(
            "(?im)^[ \\t]*(?:(?:go|delimiter|rem|remark|prompt)\\b|/[ \\t]*$|--[ \\t]*liquibase[ \\t]+formatted)");

    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");
    private static final Pattern PLAIN_BRACKET = Pattern.compile("\\[\\w*]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String BLANK = " \t\n\r\f";

    /** What ends every token but one that is open; it is no part of the script. */
    private static final String STOP = "\n;";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private record Token(String text, Sort sort, int end) {}

    private enum Sort {
        COMMENT,
        QUOTE,
        WORD,
        SIGN
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

    /** H2 knows the quotes of most others; where they do not agree is found out token by token. */
    private void read() throws Doubtful {
        // Not to every database does a lone \r end a line, and with it a comment.
        if (BY_LINE.matcher(text).find() || LONE_RETURN.matcher(text).find()) {
            throw new Doubtful();
        }
        String stopped = text + STOP;
        Lexer lexer = new Lexer(stopped, new Place(0, stopped.length()), Dialect.H2);
        while (lexer.at() < text.length()) {
            int start = lexer.at();
            TokenKind kind = lexer.next();
            if (lexer.at() == stopped.length()) {
                throw new Doubtful();
            }
            read(kind, start, Math.min(lexer.at(), text.length()));
        }
    }

    private void read(TokenKind kind, int start, int end) throws Doubtful {
        String token = text.substring(start, end);
        switch (kind) {
            case BLANK -> onlyIf(token.chars().allMatch(c -> BLANK.indexOf(c) >= 0));
            case COMMENT, CODE_MARK, COMMAND, DATA -> comment(token, end);
            case STRING, NAME -> quoted(token, start, end);
            case WORD, NUMBER -> add(token, Sort.WORD, start, end);
            case SIGN, MARK -> sign(token, start, end);
        }
    }

    private static void onlyIf(boolean isSure) throws Doubtful {
        if (!isSure) {
            throw new Doubtful();
        }
    }

    /**
     * A comment within a comment ends both or only itself; and what begins with {@code /*!} or {@code /*+} is read by
     * the database.
     */
    private void comment(String token, int end) throws Doubtful {
        if (token.startsWith("--")) {
            // To MySQL, two dashes and no blank are two minus signs: a comment to all are only those that no expression
            // can be before.
            boolean isSpaced = token.length() == 2 || BLANK.indexOf(token.charAt(2)) >= 0;
            onlyIf(isSpaced
                    || lastThatRuns().map(last -> last.text().equals(";")).orElse(true));
        } else {
            onlyIf(token.indexOf("/*", 2) < 0 && !token.startsWith("/*M!"));
        }
        boolean isRead = token.startsWith("/*!") || token.startsWith("/*+");
        String evened = isRead ? token : BLANKS.matcher(token.strip()).replaceAll(" ");
        tokens.add(new Token(evened, isRead ? Sort.SIGN : Sort.COMMENT, end));
    }

    private Optional<Token> lastThatRuns() {
        return tokens.reversed().stream()
                .filter(token -> token.sort() != Sort.COMMENT)
                .findFirst();
    }

    private void quoted(String token, int start, int end) throws Doubtful {
        boolean isDollar = token.startsWith("$");
        onlyIf(isDollar || !hasEscape(token));
        Optional<Token> last = lastThatRuns();
        boolean isAttached = last.filter(before -> before.end() == start).isPresent();
        // What Oracle takes for the beginning of another sort of string.
        onlyIf(!isAttached
                || last.filter(before -> before.text().matches("(?i)n?q")).isEmpty());
        // Strings that stand on lines of their own are one, on the same line they are not.
        boolean isPlain = !isAttached && "'\"`".indexOf(token.charAt(0)) >= 0;
        onlyIf(!isPlain || last.filter(before -> before.sort() == Sort.QUOTE).isEmpty());
        add(token, isDollar ? Sort.WORD : Sort.QUOTE, start, end);
    }

    /** Whether a quote in it would not count where a backslash takes its meaning away. */
    private static boolean hasEscape(String token) {
        int slashes = 0;
        for (int at = 0; at < token.length(); at++) {
            char c = token.charAt(at);
            if (slashes % 2 == 1 && (c == '\'' || c == '"' || c == '`')) {
                return true;
            }
            slashes = c == '\\' ? slashes + 1 : 0;
        }
        return false;
    }

    private void sign(String token, int start, int end) throws Doubtful {
        onlyIf(token.chars().noneMatch(c -> c == '#' || c == '\\' || Character.isISOControl(c)));
        onlyIf(!token.equals("[")
                || PLAIN_BRACKET.matcher(text).region(start, text.length()).lookingAt());
        tokens.add(new Token(token, Sort.SIGN, end));
    }

    /** Adds a word or a quoted text; what touches the one before it is a part of it. */
    private void add(String token, Sort sort, int start, int end) {
        boolean isPart = !tokens.isEmpty()
                && tokens.getLast().end() == start
                && (tokens.getLast().sort() == Sort.WORD || tokens.getLast().sort() == Sort.QUOTE);
        String whole = isPart ? tokens.removeLast().text() + token : token;
        tokens.add(new Token(whole, sort, end));
    }
}
