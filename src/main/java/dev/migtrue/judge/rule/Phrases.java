package dev.migtrue.judge.rule;

import dev.migtrue.model.Commit;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Source;
import java.util.Collection;
import java.util.List;

/** Turns of phrase that several rules use, so that the same thing is always said with the same words. */
final class Phrases {

    private Phrases() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String list(Collection<?> things) {
        return list(things, "and");
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String either(Collection<?> things) {
        return list(things, "or");
    }

    /** {@code database a}, {@code databases a and b}. */
    static String databases(Collection<DatabaseName> names) {
        return (names.size() == 1 ? "database " : "databases ") + list(names);
    }

    /** {@code working tree, index and HEAD}. */
    static String allOf(Collection<Source> sources) {
        return list(sources.stream().map(Source::label).toList());
    }

    /** {@code working tree, index or HEAD}. */
    static String anyOf(Collection<Source> sources) {
        return list(sources.stream().map(Source::label).toList(), "or");
    }

    /** {@code commit 0123456789 by Ada on 2026-01-02 'add orders'}. */
    static String told(Commit commit) {
        return "commit %s by %s on %s '%s'"
                .formatted(commit.briefId(), commit.author(), commit.written().toLocalDate(), commit.subject());
    }

    private static String list(Collection<?> things, String lastJoin) {
        List<String> words = things.stream().map(Object::toString).toList();
        return words.size() < 2
                ? String.join("", words)
                : "%s %s %s"
                        .formatted(String.join(", ", words.subList(0, words.size() - 1)), lastJoin, words.getLast());
    }
}
