package dev.migtrue.gather.scratch.replay;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The roles that statements for PostgreSQL name and none of them makes. */
final class NamedRoles {

    private static final Set<String> ALWAYS_THERE =
            Set.of("public", "current_user", "session_user", "current_role", "postgres", "group", "none", "default");

    private NamedRoles() {}

    static List<String> in(List<Statement> statements) {
        Set<String> named = new LinkedHashSet<>();
        Set<String> made = new LinkedHashSet<>();
        for (Statement statement : statements) {
            if (statement.dialect() == Dialect.POSTGRESQL) {
                List<String> words = statement.content().words();
                if (words.size() > 2 && isMaking(words)) {
                    made.add(folded(words.get(2)));
                } else if (words.size() > 2) {
                    named.addAll(named(words));
                }
            }
        }
        return named.stream()
                .filter(role -> !made.contains(role) && !ALWAYS_THERE.contains(role) && !role.startsWith("pg_"))
                .toList();
    }

    private static boolean isMaking(List<String> words) {
        return is(words, 0, "create")
                && (is(words, 1, "role") || is(words, 1, "user") || is(words, 1, "group"))
                && !is(words, 2, "mapping");
    }

    private static List<String> named(List<String> words) {
        List<String> roles = new ArrayList<>();
        boolean isGrant = is(words, 0, "grant") || is(words, 0, "revoke");
        boolean isOfDefaults = is(words, 0, "alter") && is(words, 1, "default");
        boolean isOfPolicy = is(words, 1, "policy");
        for (int at = 1; at + 1 < words.size(); at++) {
            boolean isOwner = is(words, at - 1, "owner") && is(words, at, "to");
            boolean isGrantee =
                    (is(words, at, "to") || is(words, at, "from")) && (isGrant || isOfDefaults || isOfPolicy);
            boolean isOther = is(words, at, "role") && (is(words, at - 1, "for") || is(words, 0, "set"));
            if (isOwner || isGrantee || isOther || is(words, at, "authorization")) {
                addList(words, at + 1, roles);
            }
        }
        return roles;
    }

    private static void addList(List<String> words, int start, List<String> roles) {
        int at = start;
        while (at < words.size() && isName(words.get(at))) {
            roles.add(folded(words.get(at)));
            if (at + 1 >= words.size() || !words.get(at + 1).equals(",")) {
                return;
            }
            at += 2;
        }
    }

    private static boolean isName(String word) {
        return word.startsWith("\"") || (!word.isEmpty() && Character.isLetter(word.charAt(0))) || word.startsWith("_");
    }

    private static boolean is(List<String> words, int at, String word) {
        return at >= 0 && at < words.size() && words.get(at).equalsIgnoreCase(word);
    }

    private static String folded(String word) {
        return word.startsWith("\"") && word.length() > 1
                ? word.substring(1, word.length() - 1).replace("\"\"", "\"")
                : word.toLowerCase(Locale.ROOT);
    }
}
