package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import java.math.BigDecimal;
import java.util.List;

/** What comes of a number that is known. */
final class Amounts {

    private Amounts() {}

    /** Whether {@code column + 1} and the like is another number than the one that the condition asks for. */
    static boolean isMovedOn(String held, String column, Clause value) {
        List<String> words = value.words();
        boolean isPlain = words.size() == 3
                && Equalities.last(words.getFirst()).equals(column)
                && isNumber(held)
                && isNumber(words.getLast());
        if (!isPlain) {
            return false;
        }
        BigDecimal before = new BigDecimal(held);
        BigDecimal amount = new BigDecimal(words.getLast());
        return switch (words.get(1)) {
            case "+", "-" -> amount.signum() != 0;
            case "*" -> before.multiply(amount).compareTo(before) != 0;
            default -> false;
        };
    }

    static boolean isNumber(String text) {
        return text.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?");
    }
}
