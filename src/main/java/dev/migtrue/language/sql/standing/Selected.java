package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.TokenKind;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a query calls its columns. */
final class Selected {

    private static final Set<String> ENDS =
            Set.of("FROM", "WHERE", "UNION", "EXCEPT", "INTERSECT", "GROUP", "ORDER", "LIMIT", "WITH", "INTO");

    private final Dialect dialect;

    Selected(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Their names in order; empty where one of them cannot be told. */
    List<String> columns(Query query) {
        Clause clause = query.clause();
        List<String> words = clause.words();
        if (words.isEmpty() || !words.getFirst().equalsIgnoreCase("SELECT")) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (List<Integer> item : items(clause)) {
            String name = name(clause.tokens(), item);
            if (name.isEmpty()) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }

    /** The tokens of each item of the list, blanks left out. */
    private static List<List<Integer>> items(Clause clause) {
        Tokens tokens = clause.tokens();
        List<List<Integer>> items = new ArrayList<>();
        List<Integer> item = new ArrayList<>();
        int depth = 0;
        boolean isBehindSelect = false;
        for (int index = clause.from(); index < clause.to(); index++) {
            if (tokens.isSilent(index)) {
                continue;
            }
            if (!isBehindSelect) {
                isBehindSelect = tokens.isWord(index, "SELECT");
                continue;
            }
            depth += tokens.isSign(index, '(') ? 1 : tokens.isSign(index, ')') ? -1 : 0;
            if (depth == 0 && ends(tokens, index)) {
                break;
            }
            if (depth == 0 && tokens.isSign(index, ',')) {
                items.add(item);
                item = new ArrayList<>();
            } else {
                item.add(index);
            }
        }
        items.add(item);
        return items;
    }

    private static boolean ends(Tokens tokens, int index) {
        return tokens.kind(index) == TokenKind.WORD
                && ENDS.contains(tokens.text(index).toUpperCase(Locale.ROOT));
    }

    /** An alias, or a column by itself; empty for anything else, of which the database makes up the name. */
    private String name(Tokens tokens, List<Integer> item) {
        if (item.isEmpty()) {
            return "";
        }
        int last = item.getLast();
        boolean isAlias = item.size() > 1 && tokens.isWord(item.get(item.size() - 2), "AS");
        boolean isColumn = item.size() == 1 || (item.size() == 3 && tokens.isSign(item.get(1), '.'));
        return isAlias || isColumn ? name(tokens, last) : "";
    }

    private String name(Tokens tokens, int index) {
        String text = tokens.text(index);
        if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 2) {
            return text.substring(1, text.length() - 1);
        }
        boolean isName = tokens.kind(index) == TokenKind.WORD && !Character.isDigit(text.charAt(0));
        return isName ? dialect.columns().plain(text) : "";
    }
}
