package dev.migtrue.language.sql.rerun;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the code of blocks and routines keeps in its variables: what it has asked, and texts. */
final class Variables {

    /** The code is left before its end. */
    static final class Left extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Left() {
            super("left", null, false, false);
        }
    }

    private static final String FOUND = "found";

    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private int depth;

    void enter() {
        depth++;
    }

    void leave() {
        depth--;
    }

    /** Whether names may be those of variables. */
    boolean isInCode() {
        return depth > 0;
    }

    void answer(String variable, Answer answer) {
        answers.put(variable.toLowerCase(Locale.ROOT), answer);
    }

    /** What a query that was run last has found. */
    void found(Answer answer) {
        answer(FOUND, answer);
    }

    void text(String variable, String text) {
        texts.put(variable.toLowerCase(Locale.ROOT), text);
    }

    void forget(String variable) {
        texts.remove(variable.toLowerCase(Locale.ROOT));
        answers.remove(variable.toLowerCase(Locale.ROOT));
    }

    /** Whether a variable has a value that is the same in every run. */
    boolean isKnown(String variable) {
        return texts.containsKey(variable.toLowerCase(Locale.ROOT));
    }

    Value value(String variable) {
        String text = texts.get(variable);
        if (text == null) {
            throw new Value.Unknown("the value of " + variable);
        }
        return new Value.Text(text);
    }

    /** Of a condition about one variable: {@code NOT FOUND}, {@code n = 0}, {@code v IS NULL}. */
    Optional<Answer> holds(List<String> condition) {
        List<String> words = condition.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.equals("(") && !word.equals(")"))
                .toList();
        boolean isNegated = !words.isEmpty() && words.getFirst().equals("not");
        List<String> plain = isNegated ? words.subList(1, words.size()) : words;
        if (plain.isEmpty() || !answers.containsKey(plain.getFirst())) {
            return Optional.empty();
        }
        Answer answer = answers.getOrDefault(plain.getFirst(), Answer.UNCLEAR);
        Optional<Boolean> isAboutSome = switch (String.join(" ", plain.subList(1, plain.size()))) {
            case "", "> 0", ">= 1", "<> 0", "!= 0", "= 1", "is not null", "= true", "is true" -> Optional.of(true);
            case "= 0", "< 1", "is null", "= false", "is false", "is not true" -> Optional.of(false);
            default -> Optional.empty();
        };
        return isAboutSome.map(isSome -> isSome == isNegated ? answer.negated() : answer);
    }
}
