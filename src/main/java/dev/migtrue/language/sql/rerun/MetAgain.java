package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Assignment;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which rows an {@code UPDATE} meets when it runs once more, as far as its condition says so. */
final class MetAgain {

    private MetAgain() {}

    /** Whether it takes some rows only, and others once these are changed. */
    static boolean isOfNext(Clause where, Set<String> writes) {
        List<String> words =
                where.words().stream().map(word -> Equalities.last(word)).toList();
        return ((words.contains("limit") || words.contains("fetch"))
                        && writes.stream().anyMatch(words::contains))
                || isOfExtreme(words, writes);
    }

    /** {@code n = (SELECT max(n) FROM t)} where n is written: another row has it the next time. */
    private static boolean isOfExtreme(List<String> words, Set<String> writes) {
        for (int index = 0; index + 2 < words.size(); index++) {
            boolean isExtreme =
                    words.get(index).equals("max") || words.get(index).equals("min");
            if (isExtreme
                    && words.get(index + 1).equals("(")
                    && writes.contains(words.get(index + 2))
                    && words.contains("select")) {
                return true;
            }
        }
        return false;
    }

    /** Whether no row that was changed is met again. */
    static boolean isMadeFalse(Clause where, Action.Update update) {
        String condition = where.toString().toLowerCase(Locale.ROOT);
        if (condition.contains(" or ")) {
            return false;
        }
        Map<String, String> held = Equalities.of(where);
        for (Assignment assignment : update.assignments()) {
            String column = lower(assignment.columns().getFirst());
            String value = String.join("", assignment.value().words());
            boolean isFilled = isAbsent(column, condition) && !value.equalsIgnoreCase("null");
            boolean isOther = Equalities.isValue(held.getOrDefault(column, ""))
                    && Equalities.isValue(value)
                    && !value.equals(held.get(column));
            boolean isMovedOn = Amounts.isMovedOn(held.getOrDefault(column, ""), column, assignment.value());
            if (isFilled || isOther || isMovedOn || Marked.isMarked(where, column, assignment.value())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a condition in lower case asks for rows without a value in a column. */
    private static boolean isAbsent(String column, String condition) {
        String wanted = column + " is null";
        for (int at = condition.indexOf(wanted); at >= 0; at = condition.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean isWhole = at == 0 || " .".indexOf(condition.charAt(at - 1)) >= 0;
            if (isWhole && (end == condition.length() || condition.charAt(end) == ' ')) {
                return true;
            }
        }
        return false;
    }

    private static String lower(Mention mention) {
        return mention.name().last().toLowerCase(Locale.ROOT);
    }
}
