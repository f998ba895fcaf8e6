package dev.migtrue.system.liquibase;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The conditions under which a changeset runs, each as written; empty for always. */
record When(String databases, String contexts, String labels) {

    static final When ALWAYS = new When("", "", "");

    /** Where both hold. */
    When and(When other) {
        return new When(
                both(databases, other.databases, ","),
                both(contexts, other.contexts, " and "),
                both(labels, other.labels, ","));
    }

    private static String both(String one, String other, String between) {
        return one.isBlank() || other.isBlank() ? one + other : "(" + one + ")" + between + "(" + other + ")";
    }

    /** Whether no run need meet both: then they may have one id. */
    boolean isApartFrom(When other) {
        return !plain(contexts).equals(plain(other.contexts))
                || !plain(labels).equals(plain(other.labels))
                || isOnOtherDatabases(other);
    }

    /** Whether nothing runs on databases of this kind. */
    boolean excludes(String database) {
        Set<String> words = words(databases);
        boolean isNamed = words.contains(database) || words.contains("all");
        boolean isOpen = words.stream().allMatch(word -> word.startsWith("!")) && !words.contains("!" + database);
        return !isNamed && !isOpen;
    }

    private boolean isOnOtherDatabases(When other) {
        Set<String> ours = words(databases);
        Set<String> theirs = words(other.databases);
        boolean isExcluded = ours.stream().allMatch(name -> theirs.contains("!" + name))
                || theirs.stream().allMatch(name -> ours.contains("!" + name));
        boolean areNamed = ours.stream().noneMatch(name -> name.startsWith("!"))
                && theirs.stream().noneMatch(name -> name.startsWith("!"));
        return !ours.isEmpty() && !theirs.isEmpty() && (isExcluded || (areNamed && Collections.disjoint(ours, theirs)));
    }

    /** The databases that a list of them names, whether for or against. */
    static Set<String> words(String list) {
        return Arrays.stream(list.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String plain(String expression) {
        return expression.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }
}
