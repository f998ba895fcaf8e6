package dev.migtrue.language.sql;

import static dev.migtrue.language.sql.Habit.*;

import java.util.Locale;
import java.util.Set;

/**
 * A line that may be for the client.
 *
 * @param word what it begins with, in lower case: {@code go}, {@code \connect}, {@code delimiter}, {@code /} …
 * @param rest what follows on the line
 */
record ClientLine(String word, String rest) {

    private static final Set<String> SQLPLUS = Set.of(
            "prompt",
            "rem",
            "remark",
            "spool",
            "whenever",
            "exit",
            "quit",
            "define",
            "undefine",
            "show",
            "accept",
            "pause",
            "host",
            "column",
            "connect",
            "disconnect",
            "timing",
            "variable",
            "clear",
            "start");

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final Set<String> SET_IN_SQL = Set.of("role", "transaction", "constraint", "constraints");

    static ClientLine of(String line) {
        String plain = line.replace(BYTE_ORDER_MARK, "").strip();
        int end = 0;
        while (end < plain.length() && plain.charAt(end) > ' ') {
            end++;
        }
        return new ClientLine(
                plain.substring(0, end).toLowerCase(Locale.ROOT),
                plain.substring(end).strip());
    }

    /** Whether a line is for the client wherever it stands outside quotes. */
    boolean isAnywhere(Dialect dialect) {
        return switch (word) {
            case "go" -> dialect.has(GO_LINES) && isCount();
            case "/" -> dialect.has(SLASH_LINES) && rest.isEmpty();
            case "delimiter" -> dialect.has(DELIMITER_LINES) && !rest.isEmpty();
            case ":r", ":setvar", ":on", ":connect" -> dialect.has(GO_LINES);
            default -> false;
        };
    }

    private boolean isCount() {
        String count = rest.startsWith("--") ? "" : rest;
        return count.length() <= 9 && count.chars().allMatch(Character::isDigit);
    }

    /** Whether a line is for the client where no statement has begun. */
    boolean isBetweenStatements(Dialect dialect) {
        if (dialect.has(DOT_LINES)) {
            return word.length() > 1 && word.charAt(0) == '.' && Character.isLetter(word.charAt(1));
        }
        if (dialect.has(DELIMITER_LINES)) {
            return word.startsWith("\\") || word.equals("source");
        }
        if (!dialect.has(SQLPLUS_LINES)) {
            return false;
        }
        String plain = word.endsWith(";") ? word.substring(0, word.length() - 1) : word;
        return word.startsWith("@")
                || word.startsWith("!")
                || SQLPLUS.contains(plain)
                || (plain.equals("set") && !SET_IN_SQL.contains(of(rest).word()) && !rest.isEmpty());
    }

    /** Whether it ends the statement at hand. */
    boolean endsStatement() {
        return switch (word) {
            case "go", "/", "delimiter" -> true;
            default -> word.startsWith("\\g") || word.startsWith("\\crosstab") || word.startsWith("\\watch");
        };
    }
}
