package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Tokens;
import java.util.ArrayList;
import java.util.List;

/** The parts of a list between commas, and what a query calls its columns. */
final class SelectList {

    private SelectList() {}

    /** The parts between the commas that stand in no parentheses of their own. */
    static List<Clause> parts(Clause clause) {
        Tokens tokens = clause.tokens();
        List<Clause> parts = new ArrayList<>();
        int depth = 0;
        int start = clause.from();
        for (int index = clause.from(); index < clause.to(); index++) {
            if (tokens.isSign(index, '(')) {
                depth++;
            } else if (tokens.isSign(index, ')')) {
                depth--;
            } else if (depth == 0 && tokens.isSign(index, ',')) {
                parts.add(new Clause(tokens, start, index));
                start = index + 1;
            }
        }
        parts.add(new Clause(tokens, start, clause.to()));
        return parts.stream().filter(part -> !part.words().isEmpty()).toList();
    }

    /** What stands in the parentheses around it. */
    static Clause inside(Clause clause) {
        Tokens tokens = clause.tokens();
        int from = clause.from();
        int to = clause.to();
        while (from < to && tokens.isSilent(from)) {
            from++;
        }
        while (to > from && tokens.isSilent(to - 1)) {
            to--;
        }
        boolean isInParentheses = to - from >= 2 && tokens.isSign(from, '(') && tokens.isSign(to - 1, ')');
        return isInParentheses ? new Clause(tokens, from + 1, to - 1) : clause;
    }

    /** Without its first token. */
    static Clause withoutFirst(Clause clause) {
        int from = clause.from();
        while (from < clause.to() && clause.tokens().isSilent(from)) {
            from++;
        }
        return new Clause(clause.tokens(), Math.min(from + 1, clause.to()), clause.to());
    }

    /** Whether the first parenthesis of it is closed by its last token. */
    static boolean isOnePair(Clause clause) {
        int depth = 0;
        List<String> words = clause.words();
        for (int index = 0; index < words.size(); index++) {
            if (words.get(index).equals("(")) {
                depth++;
            } else if (words.get(index).equals(")")) {
                depth--;
                if (depth == 0 && index < words.size() - 1) {
                    return false;
                }
            }
        }
        return depth == 0;
    }

    /** From {@code SELECT} to {@code FROM}, or as much as there is. */
    static Clause list(Clause query) {
        Tokens tokens = query.tokens();
        int start = query.from();
        int depth = 0;
        while (start < query.to() && !tokens.isWord(start, "SELECT")) {
            start++;
        }
        start = Math.min(start + 1, query.to());
        int end = start;
        while (end < query.to() && !(depth == 0 && ends(tokens, end))) {
            if (tokens.isSign(end, '(')) {
                depth++;
            } else if (tokens.isSign(end, ')')) {
                depth--;
            }
            end++;
        }
        return new Clause(tokens, start, end);
    }

    private static boolean ends(Tokens tokens, int at) {
        return tokens.isWord(at, "FROM")
                || tokens.isWord(at, "WHERE")
                || tokens.isWord(at, "UNION")
                || tokens.isWord(at, "WITH")
                || tokens.isSign(at, ';');
    }

    static boolean hasStar(Clause query) {
        return parts(list(query)).stream()
                .anyMatch(part -> part.words().getLast().equals("*"));
    }

    /** What the columns are called; {@code *} for all of its tables. */
    static List<String> names(Clause query, Dialect dialect) {
        return parts(list(query)).stream()
                .map(part -> part.words().getLast())
                .map(word -> word.startsWith("\"")
                        ? word.replace("\"", "")
                        : dialect.columns().plain(word))
                .toList();
    }
}
