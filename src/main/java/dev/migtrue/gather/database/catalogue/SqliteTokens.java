package dev.migtrue.gather.database.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of SQL as SQLite keeps it, read from left to right. Tokens are what counts of it: without comments and blanks, words in lower case, as
 * SQLite tells no case apart, and names without the quotes that they do not need.
 */
final class SqliteTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "--[^\n]*|/\\*.*?(?:\\*/|$)|\\s+|(?<token>[xX]?'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`(?:[^`]|``)*`|\\[[^\\]]*\\]"
                    + "|[\\p{L}_][\\p{L}\\p{N}_$]*|\\.?\\d[\\d.]*(?:[eE][+-]?\\d+)?\\w*|\\|\\||->>?|[<>!=]=|<>|<<|>>|.)",
            Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_\"$].*", Pattern.DOTALL);

    private final List<String> tokens;
    private int at;

    SqliteTokens(List<String> tokens) {
        this.tokens = List.copyOf(tokens);
    }

    static SqliteTokens of(String sql) {
        List<String> tokens = new ArrayList<>();
        Matcher next = TOKEN.matcher(sql);
        while (next.find()) {
            Optional.ofNullable(next.group("token")).map(SqliteTokens::plain).ifPresent(tokens::add);
        }
        return new SqliteTokens(tokens);
    }

    private static String plain(String token) {
        return switch (token.charAt(0)) {
            case '\'' -> token;
            case '"', '`', '[' -> {
                String name = name(token);
                yield PLAIN.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
            }
            default -> token.toLowerCase(Locale.ROOT);
        };
    }

    /** A name without its quotes. */
    static String name(String token) {
        if (token.length() < 2) {
            return token;
        }
        String inner = token.substring(1, token.length() - 1);
        return switch (token.charAt(0)) {
            case '"' -> inner.replace("\"\"", "\"");
            case '`' -> inner.replace("``", "`");
            case '[' -> inner;
            case '\'' -> inner.replace("''", "'");
            default -> token;
        };
    }

    boolean isDone() {
        return at >= tokens.size();
    }

    /** The next token; empty at the end. */
    String peek() {
        return isDone() ? "" : tokens.get(at);
    }

    String next() {
        String token = peek();
        at++;
        return token;
    }

    /** Goes past these words, if they come next. */
    boolean skip(String... words) {
        boolean isNext = at + words.length <= tokens.size()
                && tokens.subList(at, at + words.length).equals(Arrays.asList(words));
        at += isNext ? words.length : 0;
        return isNext;
    }

    /** What stands before the next of some words that is in no parentheses, or before the end. */
    SqliteTokens until(Collection<String> words) {
        int start = at;
        while (!isDone() && !words.contains(peek())) {
            group();
        }
        return new SqliteTokens(tokens.subList(start, Math.min(at, tokens.size())));
    }

    /** What stands in the parentheses that come next, or the next token. */
    SqliteTokens group() {
        int start = at;
        if (!next().equals("(")) {
            return new SqliteTokens(tokens.subList(start, Math.min(at, tokens.size())));
        }
        int depth = 1;
        while (!isDone() && depth > 0) {
            String token = next();
            depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
        }
        return new SqliteTokens(tokens.subList(start + 1, Math.max(start + 1, at - 1)));
    }

    /** What was not read yet. */
    String rest() {
        return until(List.of()).toString();
    }

    /** The parts between commas that are in no parentheses. */
    List<SqliteTokens> split() {
        List<SqliteTokens> parts = new ArrayList<>();
        while (!isDone()) {
            parts.add(until(List.of(",")));
            skip(",");
        }
        return parts;
    }

    /** All of it, whatever was read; written the same way wherever it came from. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        String before = "(";
        for (String token : tokens) {
            boolean isTight = before.equals("(")
                    || before.equals(".")
                    || List.of(")", ",", ".", ";").contains(token)
                    || (token.equals("(") && WORD.matcher(before).matches());
            text.append(isTight ? "" : " ").append(token);
            before = token;
        }
        return text.toString();
    }
}
