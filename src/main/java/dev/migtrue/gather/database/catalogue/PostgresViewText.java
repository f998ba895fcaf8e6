package dev.migtrue.gather.database.catalogue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PostgreSQL prints of a view. Up to version 15 each column is printed with the table that it is of; from 16 on, those of a query of one table are
 * not, if nobody can mistake them. Here they never are. Of what is inside, all versions print the same.
 */
final class PostgresViewText {

    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|[\\p{L}_][\\p{L}\\p{N}_$]*|[\\p{N}.]+|::|\\s+|.");

    private static final Set<String> QUERY = Set.of("SELECT", "VALUES", "WITH");
    private static final Set<String> COMBINED = Set.of("UNION", "INTERSECT", "EXCEPT");
    private static final Set<String> AFTER_TABLES =
            Set.of("WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR");

    private static final Set<String> AFTER_ORDER =
            Set.of("", ",", "DESC", "NULLS", "USING", "LIMIT", "OFFSET", "FETCH", "FOR");

    private final List<String> tokens = new ArrayList<>();

    /** How many brackets each token is in. */
    private final List<Integer> depths = new ArrayList<>();

    /** The places of tokens that are in no query inside. */
    private final Set<Integer> outer = new HashSet<>();

    private PostgresViewText(String text) {
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        measure();
    }

    static String settled(String text) {
        return new PostgresViewText(text).text(text);
    }

    private void measure() {
        int depth = 0;
        int query = Integer.MAX_VALUE;
        for (int at = 0; at < tokens.size(); at++) {
            if (token(at).equals(")")) {
                depth--;
                query = depth < query ? Integer.MAX_VALUE : query;
            }
            depths.add(depth);
            if (query == Integer.MAX_VALUE) {
                outer.add(at);
            }
            if (token(at).equals("(")) {
                depth++;
                query = query == Integer.MAX_VALUE && QUERY.contains(token(next(at))) ? depth : query;
            }
        }
    }

    private String text(String unchanged) {
        List<Integer> froms = places("FROM").stream()
                .filter(at -> !token(previous(at)).equals("ROWS"))
                .toList();
        if (froms.size() != 1
                || COMBINED.stream().anyMatch(word -> !places(word).isEmpty())) {
            return unchanged;
        }
        int from = froms.getFirst();
        int end = from + 1;
        while (end < tokens.size() && !(depths.get(end) == 0 && AFTER_TABLES.contains(token(end)))) {
            end++;
        }
        String table = table(from + 1, end);
        return table.isEmpty() ? unchanged : without(table, from, end);
    }

    /** Where a keyword stands in no brackets. */
    private List<Integer> places(String word) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (depths.get(at) == 0 && token(at).equals(word)) {
                places.add(at);
            }
        }
        return places;
    }

    /** What the only table is called, as it is written; empty where there are several. */
    private String table(int from, int end) {
        String name = "";
        for (int at = from; at < end && !token(at).equals("TABLESAMPLE"); at++) {
            boolean isSeveral = depths.get(at) == 0 && token(at).equals(",");
            if (outer.contains(at) && (isSeveral || token(at).equals("JOIN"))) {
                return "";
            }
            name = depths.get(at) == 0 && isName(at) ? token(at) : name;
        }
        return name;
    }

    private String without(String table, int from, int end) {
        StringBuilder left = new StringBuilder();
        for (int at = 0; at < tokens.size(); at++) {
            boolean isTable = at >= from && at < end;
            if (!isTable && outer.contains(at) && isQualifier(at, table) && !isMistakable(at, from)) {
                at++;
            } else {
                left.append(token(at));
            }
        }
        return left.toString();
    }

    private boolean isQualifier(int at, String table) {
        return token(at).equals(table)
                && token(at + 1).equals(".")
                && isName(at + 2)
                && !token(at + 3).equals("(")
                && !Set.of(".", "::").contains(token(at - 1))
                && !token(previous(at)).equals("COLLATE");
    }

    /** Whether rows are in the order of a column that something else in the result is called like: all versions say which is meant. */
    private boolean isMistakable(int at, int from) {
        boolean isAllOfOrder = depths.get(at) == 0
                && Set.of(",", "BY").contains(token(previous(at)))
                && AFTER_ORDER.contains(token(next(at + 2)));
        return isAllOfOrder
                && places("ORDER").stream().anyMatch(order -> order < at)
                && places("AS").stream()
                        .anyMatch(as -> as < from && token(next(as)).equals(token(at + 2)));
    }

    /** Names are printed in lower case or quoted, keywords in upper case. */
    private boolean isName(int at) {
        String token = token(at);
        return !token.isEmpty()
                && (token.startsWith("\"")
                        || token.startsWith("_")
                        || (Character.isLetter(token.codePointAt(0)) && !Character.isUpperCase(token.codePointAt(0))));
    }

    private int next(int at) {
        return token(at + 1).isBlank() && at + 1 < tokens.size() ? at + 2 : at + 1;
    }

    private int previous(int at) {
        return token(at - 1).isBlank() ? at - 2 : at - 1;
    }

    /** Empty before the first and after the last. */
    private String token(int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at) : "";
    }
}
