package dev.migtrue.language.sql.rerun;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What a statement does to the rows of one table. */
sealed interface Effect {

    Pattern LITERAL = Pattern.compile("(?is)update .* set \\S+ ?= ?('[^']*'|[\\d.]+|true|false)( where .*|)");
    Pattern NOTHING = Pattern.compile("= ?NULL|NULLIF|DEFAULT");

    /** Whether it does nothing when it is done once more. */
    boolean isSettling();

    boolean needsRows();

    /** Whether it would do something again behind another one. */
    boolean isDisturbedBy(Effect later);

    /** What two that are equal have in common. */
    String wording();

    /** Whether a row that was there may be another one behind it, or gone. */
    boolean mayTouch(Map<String, String> row);

    /** Rows that are written out: {@code values} by column. */
    record Insert(String text, List<Map<String, String>> values, boolean isSettling) implements Effect {
        public Insert {
            values = WrittenRows.of(values);
        }

        /** Without the rows that a delete takes; all of them where it cannot be told which. */
        Insert without(Delete delete) {
            boolean isKnown = !delete.values().isEmpty()
                    && values.stream()
                            .allMatch(row -> KnownRows.literal(row.getOrDefault(delete.column(), ""))
                                    .isPresent());
            return isKnown
                    ? new Insert(
                            text,
                            values.stream()
                                    .filter(row -> !delete.values().contains(row.getOrDefault(delete.column(), "")))
                                    .toList(),
                            isSettling)
                    : this;
        }

        @Override
        public String wording() {
            return text;
        }

        @Override
        public boolean mayTouch(Map<String, String> row) {
            return false;
        }

        @Override
        public boolean needsRows() {
            return false;
        }

        @Override
        public boolean isDisturbedBy(Effect later) {
            return later instanceof Delete || (later instanceof Update update && update.mayTouchKeys());
        }
    }

    /**
     * Rows go.
     *
     * @param isAll whether no row is left
     * @param column that decides which ones; empty where something else does
     * @param values of that column, as SQL writes them, with which they go; none where something else decides
     */
    record Delete(String text, boolean isAll, String column, Set<String> values) implements Effect {
        public Delete {
            values = Set.copyOf(values);
        }

        @Override
        public boolean isSettling() {
            return true;
        }

        @Override
        public String wording() {
            return text;
        }

        @Override
        public boolean mayTouch(Map<String, String> row) {
            return values.isEmpty() || values.contains(row.getOrDefault(column, ""));
        }

        @Override
        public boolean needsRows() {
            return true;
        }

        @Override
        public boolean isDisturbedBy(Effect later) {
            return switch (later) {
                case Insert insert -> mayMeet(insert);
                case Delete delete -> false;
                default -> true;
            };
        }

        private boolean mayMeet(Insert insert) {
            if (values.isEmpty() && !insert.values().isEmpty()) {
                return insert.values().stream().anyMatch(row -> Filter.holds(text, row) != Answer.NO);
            }
            return values.isEmpty()
                    || insert.values().isEmpty()
                    || insert.values().stream()
                            .map(row -> Optional.ofNullable(row.get(column)))
                            .anyMatch(value -> value.isEmpty() || values.contains(value.get()));
        }

        /** Whether no row of an insert is left by it. */
        boolean covers(Insert insert) {
            if (values.isEmpty() && !insert.values().isEmpty()) {
                return insert.values().stream().allMatch(row -> Filter.holds(text, row) == Answer.YES);
            }
            return !values.isEmpty()
                    && !insert.values().isEmpty()
                    && insert.values().stream().allMatch(row -> values.contains(row.getOrDefault(column, "")));
        }
    }

    /** Some values of one column become others. */
    record Exchange(String column, Map<String, String> values) implements Effect {
        public Exchange {
            values = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        boolean isOfSameColumn(Exchange other) {
            return column.equals(other.column);
        }

        Exchange then(Exchange next) {
            Map<String, String> all = new TreeMap<>(next.values);
            values.forEach((from, to) -> all.put(from, next.values.getOrDefault(to, to)));
            return new Exchange(column, all);
        }

        @Override
        public boolean isSettling() {
            return values.values().stream()
                    .noneMatch(to -> values.containsKey(to) && !Objects.equals(values.get(to), to));
        }

        @Override
        public String wording() {
            return column;
        }

        @Override
        public boolean mayTouch(Map<String, String> row) {
            return row.containsKey(column);
        }

        @Override
        public boolean needsRows() {
            return true;
        }

        @Override
        public boolean isDisturbedBy(Effect later) {
            return switch (later) {
                case Delete delete -> false;
                case Update update -> update.writes().contains(column) && mayBring(update);
                case Exchange exchange ->
                    exchange.column.equals(column)
                            && exchange.values.values().stream().anyMatch(values::containsKey);
                default -> true;
            };
        }

        /** Whether an update may give the values that are exchanged for others. */
        private boolean mayBring(Update update) {
            boolean isLiteral = LITERAL.matcher(update.text()).matches();
            return !isLiteral || values.keySet().stream().anyMatch(update.text()::contains);
        }
    }

    /** Columns get values that are made from others: {@code reads} are those, the condition's included. */
    record Update(
            String text,
            Set<String> reads,
            Set<String> writes,
            boolean isSettling,
            boolean mayTouchKeys,
            boolean isFilling)
            implements Effect {

        Update(String text, Set<String> reads, Set<String> writes, boolean isSettling, boolean mayTouchKeys) {
            this(text, reads, writes, isSettling, mayTouchKeys, false);
        }

        /** One that gives values only where there are none. */
        Update filling() {
            return new Update(text, reads, writes, isSettling, mayTouchKeys, true);
        }

        private boolean mayTakeAway() {
            return NOTHING.matcher(text.toUpperCase(Locale.ROOT)).find();
        }

        public Update {
            reads = Set.copyOf(reads);
            writes = Set.copyOf(writes);
        }

        /** Whether it is the same statement, whichever keys its table has by now. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Update update
                    && text.equals(update.text)
                    && reads.equals(update.reads)
                    && writes.equals(update.writes)
                    && isSettling == update.isSettling;
        }

        @Override
        public int hashCode() {
            return Objects.hash(text, reads, writes, isSettling);
        }

        @Override
        public String wording() {
            return text;
        }

        @Override
        public boolean mayTouch(Map<String, String> row) {
            return mayTouchKeys;
        }

        @Override
        public boolean needsRows() {
            return true;
        }

        @Override
        public boolean isDisturbedBy(Effect later) {
            return switch (later) {
                case Delete delete -> false;
                case Update update ->
                    (!isFilling || update.mayTakeAway() || !writes.containsAll(update.writes))
                            && update.writes.stream()
                                    .anyMatch(column -> reads.contains(column) || writes.contains(column));
                case Exchange exchange -> reads.contains(exchange.column) || writes.contains(exchange.column);
                default -> true;
            };
        }
    }

    /** Rows that a query gives; {@code text} says which, with those that it reads. */
    record Fill(String text, boolean isSettling) implements Effect {
        @Override
        public String wording() {
            return text;
        }

        @Override
        public boolean mayTouch(Map<String, String> row) {
            return false;
        }

        @Override
        public boolean needsRows() {
            return false;
        }

        @Override
        public boolean isDisturbedBy(Effect later) {
            return !(later instanceof Fill);
        }
    }
}
