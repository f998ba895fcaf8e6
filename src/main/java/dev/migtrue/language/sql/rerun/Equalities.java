package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which columns a condition holds to which values, where it is a row of these joined by {@code AND}. */
final class Equalities {

    private static final Set<String> SIGNS =
            Set.of("OR", "NOT", "<", ">", "<=", ">=", "<>", "!=", "LIKE", "BETWEEN", "(", "CASE", "IS");

    private static final Pattern IN = Pattern.compile("(?is)([\\w.\"`]+)\\s+IN\\s*\\(([^()]*)\\)");

    private Equalities() {}

    /** The values by column, the last part of its name in lower case. */
    static Map<String, String> of(Clause clause) {
        Map<String, String> equalities = new LinkedHashMap<>();
        for (List<String> term : terms(clause)) {
            int at = term.indexOf("=");
            if (at < 0) {
                at = term.indexOf("==");
            }
            if (at <= 0 || at == term.size() - 1) {
                continue;
            }
            String left = String.join("", term.subList(0, at));
            String right = String.join("", term.subList(at + 1, term.size()));
            if (isValue(left) && !isValue(right)) {
                equalities.put(last(right), left);
            } else {
                equalities.put(last(left), right);
            }
        }
        return equalities;
    }

    /** Whether nothing else is asked. */
    static boolean isAll(Clause clause) {
        return clause.words().stream().noneMatch(word -> SIGNS.contains(word.toUpperCase(Locale.ROOT)));
    }

    /** The values that one column may have, where nothing else is asked: {@code a = 1} or {@code a IN (1, 2)}. */
    static Map<String, Set<String>> choices(Clause clause) {
        Map<String, String> held = of(clause);
        if (isAll(clause) && held.size() == 1 && held.values().stream().allMatch(Equalities::isValue)) {
            return Map.of(held.keySet().iterator().next(), Set.copyOf(held.values()));
        }
        Matcher in = IN.matcher(clause.text().strip());
        if (!in.matches()) {
            return Map.of();
        }
        Set<String> values = new HashSet<>();
        for (String value : in.group(2).split(",", -1)) {
            values.add(value.strip());
        }
        return values.stream().allMatch(Equalities::isValue) ? Map.of(last(in.group(1)), values) : Map.of();
    }

    private static List<List<String>> terms(Clause clause) {
        List<List<String>> terms = new ArrayList<>();
        List<String> term = new ArrayList<>();
        for (String word : clause.words()) {
            if (word.equalsIgnoreCase("AND")) {
                terms.add(term);
                term = new ArrayList<>();
            } else {
                term.add(word);
            }
        }
        terms.add(term);
        return terms;
    }

    static boolean isValue(String text) {
        return text.matches("(?s)[-+]?\\d.*|[NEne]?'.*|(?i:true|false)");
    }

    static String last(String name) {
        String plain = name.replace("\"", "").replace("`", "");
        return plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The content of a string. */
    static String content(String value) {
        int start = value.indexOf('\'');
        int end = value.indexOf('\'', start + 1);
        return start >= 0 && end > start ? value.substring(start + 1, end) : value;
    }
}
