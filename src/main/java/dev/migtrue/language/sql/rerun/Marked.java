package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import java.util.List;

/** Values that are put before or behind others where they are not there yet. */
final class Marked {

    private Marked() {}

    /** {@code SET a = CONCAT('x-', a) WHERE a NOT LIKE 'x-%'}, and the same with {@code ||}. */
    static boolean isMarked(Clause where, String column, Clause value) {
        String pattern = pattern(where, column);
        if (pattern.isEmpty()) {
            return false;
        }
        List<String> words = value.words().stream()
                .filter(word -> !word.matches("(?i)concat|\\(|\\)|,|\\|\\|"))
                .toList();
        if (words.size() < 2) {
            return false;
        }
        boolean isBehind = pattern.startsWith("%") && words.getLast().startsWith("'");
        boolean isBefore = pattern.endsWith("%") && words.getFirst().startsWith("'");
        String plain = pattern.replace("%", "").replace("\\", "");
        return (isBefore && Equalities.content(words.getFirst()).startsWith(plain))
                || (isBehind && Equalities.content(words.getLast()).endsWith(plain));
    }

    private static String pattern(Clause where, String column) {
        List<String> words = where.words();
        for (int index = 0; index + 3 < words.size(); index++) {
            boolean isIt = Equalities.last(words.get(index)).equals(column)
                    && words.get(index + 1).equalsIgnoreCase("NOT")
                    && words.get(index + 2).equalsIgnoreCase("LIKE")
                    && words.get(index + 3).startsWith("'");
            if (isIt) {
                return Equalities.content(words.get(index + 3));
            }
        }
        return "";
    }
}
