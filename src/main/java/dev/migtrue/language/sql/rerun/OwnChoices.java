package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Tokens;
import dev.migtrue.language.sql.rerun.Expressions.Nature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What becomes of a column that gets one of several values by what it was: {@code CASE} and {@code IF}. */
final class OwnChoices {

    private static final String SAME = "the same";

    private final Predicate<Clause> isOwn;

    OwnChoices(Predicate<Clause> isOwn) {
        this.isOwn = isOwn;
    }

    /** Absent where it is no choice, or one of which the text does not say what is chosen. */
    Optional<Nature> natureOf(Clause value) {
        List<Clause> parts = parts(value);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        boolean isSimple = !parts.getFirst().isEmpty();
        Map<String, String> chosen = new HashMap<>();
        for (int index = 1; index + 1 < parts.size(); index += 2) {
            Optional<String> asked =
                    isSimple && isOwn.test(parts.getFirst()) ? literal(parts.get(index)) : asked(parts.get(index));
            Optional<String> given = result(parts.get(index + 1));
            if (given.isEmpty() || (asked.isEmpty() && (isOwn.test(parts.get(index)) || isSimple))) {
                return Optional.empty();
            }
            if (asked.isPresent()) {
                chosen.putIfAbsent(asked.get(), given.get());
            }
        }
        Optional<String> otherwise = result(parts.getLast());
        return otherwise.map(other -> natureOf(chosen, other));
    }

    private static Nature natureOf(Map<String, String> chosen, String other) {
        boolean isMoving = chosen.values().stream()
                .filter(given -> !given.equals(SAME))
                .anyMatch(given -> !settles(chosen, other, given));
        boolean isOtherMoving = !other.equals(SAME) && !settles(chosen, other, other);
        return isMoving || isOtherMoving ? Nature.MOVING : Nature.SETTLING;
    }

    private static boolean settles(Map<String, String> chosen, String other, String given) {
        String next = chosen.getOrDefault(given, other);
        return next.equals(SAME) || next.equals(given);
    }

    /** {@code column = 'x'}. */
    private Optional<String> asked(Clause condition) {
        List<String> words = condition.words();
        boolean isEquality = words.size() >= 3 && words.get(words.size() - 2).equals("=") && isOwn.test(condition);
        if (isEquality && Equalities.isValue(words.getLast())) {
            return Optional.of(words.getLast());
        }
        boolean isAbout = words.size() >= 3
                && words.get(words.size() - 2).equalsIgnoreCase("IS")
                && words.getLast().equalsIgnoreCase("NULL")
                && isOwn.test(condition);
        return isAbout ? Optional.of("NULL") : Optional.empty();
    }

    private static Optional<String> literal(Clause clause) {
        String text = String.join("", clause.words());
        return Equalities.isValue(text) ? Optional.of(text) : Optional.empty();
    }

    private Optional<String> result(Clause clause) {
        if (clause.isEmpty() || String.join("", clause.words()).equalsIgnoreCase("NULL")) {
            return Optional.of("NULL");
        }
        boolean isSame = isOwn.test(clause)
                && clause.words().stream().allMatch(word -> word.matches("[\\w\"`.]+"))
                && clause.words().size() <= 3;
        return isSame ? Optional.of(SAME) : literal(clause);
    }

    /** What is asked of, then conditions and results by turns, and what else there is. */
    private static List<Clause> parts(Clause value) {
        Clause plain = SelectList.inside(value);
        List<String> words = plain.words();
        if (words.size() > 3
                && words.getFirst().matches("(?i)IF|IIF")
                && words.getLast().equals(")")) {
            List<Clause> arguments = SelectList.parts(SelectList.inside(SelectList.withoutFirst(plain)));
            Clause nothing = new Clause(plain.tokens(), plain.from(), plain.from());
            return arguments.size() == 3
                    ? List.of(nothing, arguments.get(0), arguments.get(1), arguments.get(2))
                    : List.of();
        }
        boolean isCase = !words.isEmpty()
                && words.getFirst().equalsIgnoreCase("CASE")
                && words.getLast().equalsIgnoreCase("END")
                && words.stream().filter("CASE"::equalsIgnoreCase).count() == 1;
        return isCase ? cut(plain) : List.of();
    }

    private static List<Clause> cut(Clause choice) {
        Tokens tokens = choice.tokens();
        List<Clause> parts = new ArrayList<>();
        int start = choice.from();
        String last = "";
        for (int index = choice.from(); index < choice.to(); index++) {
            String word = tokens.text(index).toUpperCase(Locale.ROOT);
            switch (word) {
                case "CASE" -> start = index + 1;
                case "WHEN", "THEN", "ELSE", "END" -> {
                    parts.add(trimmed(new Clause(tokens, start, index)));
                    start = index + 1;
                    if (word.equals("END") && !last.equals("ELSE")) {
                        parts.add(new Clause(tokens, index, index));
                    }
                    last = word;
                }
                default -> {}
            }
        }
        return parts.size() % 2 == 0 ? parts : List.of();
    }

    private static Clause trimmed(Clause clause) {
        return clause.words().isEmpty() ? new Clause(clause.tokens(), clause.from(), clause.from()) : clause;
    }
}
