package dev.migtrue.language.effect;

import dev.migtrue.language.sql.Dialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The value that a column has where nobody gives one. */
sealed interface Given {

    /** None, or {@code NULL}, which is the same. */
    record Nothing() implements Given {}

    record Amount(BigDecimal number) implements Given {}

    record Text(String text) implements Given {}

    record Truth(boolean is) implements Given {}

    /** The time at which the row is made, or a part of it: {@code timestamp}, {@code date} or {@code time}. */
    record Moment(String part) implements Given {}

    record Formula(Wording wording) implements Given {}

    Map<String, String> MOMENTS = Map.of(
            "now", "timestamp",
            "current_timestamp", "timestamp",
            "transaction_timestamp", "timestamp",
            "current_date", "date",
            "curdate", "date",
            "current_time", "time",
            "curtime", "time");

    static Given of(Optional<String> expression, Dialect dialect) {
        return expression.map(text -> read(Wording.of(text, dialect))).orElseGet(Nothing::new);
    }

    private static Given read(Wording wording) {
        List<Token> tokens = wording.tokens();
        if (tokens.isEmpty()) {
            return new Nothing();
        }
        Token first = tokens.getFirst();
        boolean isNegative = first.is("-");
        if (tokens.size() == 2 && (isNegative || first.is("+")) && isAmount(tokens.get(1))) {
            BigDecimal number = new BigDecimal(tokens.get(1).text());
            return new Amount(isNegative ? number.negate() : number);
        }
        return tokens.size() == 1 ? one(first, wording) : new Formula(wording);
    }

    private static Given one(Token token, Wording wording) {
        if (token.kind() == Token.Kind.STRING) {
            return new Text(token.text());
        }
        if (isAmount(token)) {
            return new Amount(new BigDecimal(token.text()));
        }
        return switch (token.text()) {
            case "null" -> new Nothing();
            case "true" -> new Truth(true);
            case "false" -> new Truth(false);
            default ->
                MOMENTS.containsKey(token.text())
                        ? new Moment(MOMENTS.getOrDefault(token.text(), ""))
                        : new Formula(wording);
        };
    }

    private static boolean isAmount(Token token) {
        return token.kind() == Token.Kind.NUMBER && !token.text().startsWith("b");
    }

    /** The number that it is, or that its text is. */
    default Optional<BigDecimal> asNumber() {
        return switch (this) {
            case Amount amount -> Optional.of(amount.number());
            case Truth truth -> Optional.of(truth.is() ? BigDecimal.ONE : BigDecimal.ZERO);
            case Text text ->
                text.text().matches("[-+]?\\d{1,30}(\\.\\d{1,30})?")
                        ? Optional.of(new BigDecimal(text.text()))
                        : Optional.empty();
            case Nothing none -> Optional.empty();
            case Moment moment -> Optional.empty();
            case Formula formula -> Optional.empty();
        };
    }
}
