package dev.migtrue.language.sql.rerun;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a condition holds for a row of which the values are written out. */
final class Filter {

    private static final Pattern WORDS = Pattern.compile("[NEne]?'(?:[^']|'')*'|\\S+");

    private final List<String> words;

    private Filter(List<String> words) {
        this.words = words;
    }

    /** {@code condition} has its words apart. */
    static Answer holds(String condition, Map<String, String> row) {
        List<String> words =
                WORDS.matcher(condition).results().map(found -> found.group()).toList();
        return new Filter(words).any(row);
    }

    private Answer any(Map<String, String> row) {
        Answer answer = Answer.NO;
        for (List<String> part : cut(words, "OR")) {
            Answer all = all(cut(part, "AND"), row);
            if (all == Answer.YES) {
                return Answer.YES;
            }
            answer = all == Answer.NO ? answer : Answer.UNCLEAR;
        }
        return answer;
    }

    private static Answer all(List<List<String>> parts, Map<String, String> row) {
        Answer answer = Answer.YES;
        for (List<String> part : parts) {
            Answer one = one(part, row);
            if (one == Answer.NO) {
                return Answer.NO;
            }
            answer = one == Answer.YES ? answer : Answer.UNCLEAR;
        }
        return answer;
    }

    /** {@code BETWEEN 1 AND 2} stays in one part that nobody understands. */
    private static List<List<String>> cut(List<String> words, String sign) {
        List<List<String>> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int index = 0; index < words.size(); index++) {
            depth += words.get(index).equals("(") ? 1 : words.get(index).equals(")") ? -1 : 0;
            if (depth == 0 && words.get(index).equalsIgnoreCase(sign)) {
                parts.add(words.subList(start, index));
                start = index + 1;
            }
        }
        parts.add(words.subList(start, words.size()));
        return parts;
    }

    private static Answer one(List<String> part, Map<String, String> row) {
        if (part.size() < 3 || !row.containsKey(Equalities.last(part.getFirst()))) {
            return Answer.UNCLEAR;
        }
        String value = row.getOrDefault(Equalities.last(part.getFirst()), "");
        String sign = part.get(1).toUpperCase(Locale.ROOT);
        boolean isNull = value.equalsIgnoreCase("NULL");
        if (sign.equals("IS")) {
            boolean isNot = part.get(2).equalsIgnoreCase("NOT");
            return part.getLast().equalsIgnoreCase("NULL") ? Answer.of(isNull != isNot) : Answer.UNCLEAR;
        }
        if (isNull) {
            return Answer.NO;
        }
        if (!Equalities.isValue(value)) {
            return Answer.UNCLEAR;
        }
        if (sign.equals("IN")) {
            return in(part.subList(2, part.size()), value);
        }
        return part.size() == 3 && Equalities.isValue(part.get(2))
                ? compared(value, sign, part.get(2))
                : Answer.UNCLEAR;
    }

    private static Answer in(List<String> list, String value) {
        List<String> values = list.stream()
                .filter(word -> !word.equals("(") && !word.equals(")") && !word.equals(","))
                .toList();
        return values.stream().allMatch(Equalities::isValue) ? Answer.of(values.contains(value)) : Answer.UNCLEAR;
    }

    private static Answer compared(String value, String sign, String other) {
        boolean areNumbers = Amounts.isNumber(value) && Amounts.isNumber(other);
        if (!areNumbers) {
            return switch (sign) {
                case "=", "==" -> Answer.of(value.equals(other));
                case "<>", "!=" -> Answer.of(!value.equals(other));
                default -> Answer.UNCLEAR;
            };
        }
        int order = new BigDecimal(value).compareTo(new BigDecimal(other));
        return switch (sign) {
            case "=", "==" -> Answer.of(order == 0);
            case "<>", "!=" -> Answer.of(order != 0);
            case ">" -> Answer.of(order > 0);
            case "<" -> Answer.of(order < 0);
            case ">=" -> Answer.of(order >= 0);
            case "<=" -> Answer.of(order <= 0);
            default -> Answer.UNCLEAR;
        };
    }
}
