package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.rerun.Expressions.Nature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What becomes of a column that is made from itself by a function, as far as the function says. */
final class OwnValues {

    /** These give something else each time they get what they gave. */
    private static final Set<String> MOVING = Set.of(
            "date_add",
            "adddate",
            "date_sub",
            "subdate",
            "dateadd",
            "timestampadd",
            "addtime",
            "subtime",
            "add_months",
            "json_array_append",
            "json_merge_preserve",
            "json_merge",
            "json_quote",
            "array_append",
            "array_prepend",
            "array_cat",
            "repeat",
            "md5",
            "sha1",
            "sha2",
            "sha256",
            "hex",
            "to_base64",
            "quote_literal",
            "reverse",
            "power",
            "pow");

    private static final Set<String> SETTLING = Set.of(
            "lpad",
            "rpad",
            "mod",
            "right",
            "json_set",
            "json_replace",
            "json_remove",
            "json_merge_patch",
            "json_patch",
            "last_day",
            "max",
            "min",
            "sign",
            "regexp_substr");

    /** These go with one another: what one of them gives, the others leave as it is, or make the same of it. */
    private static final Set<String> TIDYING =
            Set.of("lower", "lcase", "upper", "ucase", "trim", "ltrim", "rtrim", "btrim", "coalesce", "ifnull", "nvl");

    private final List<String> columns;

    OwnValues(List<String> columns) {
        this.columns = columns;
    }

    /** Absent where only the function's name is no answer. */
    Optional<Nature> natureOf(Clause value, List<String> calls) {
        if (value.words().size() < 2) {
            return Optional.empty();
        }
        if (!calls.isEmpty() && TIDYING.containsAll(calls) && isCall(value)) {
            return Optional.of(Nature.SETTLING);
        }
        Optional<Nature> choice = new OwnChoices(this::isOwn).natureOf(value);
        if (choice.isPresent() || !isCall(value)) {
            return choice;
        }
        String function = value.words().getFirst().toLowerCase(Locale.ROOT);
        List<Clause> arguments = arguments(value);
        return arguments.stream().noneMatch(this::isOwn) ? Optional.empty() : ofCall(function, arguments);
    }

    private Optional<Nature> ofCall(String function, List<Clause> arguments) {
        if (MOVING.contains(function)) {
            return Optional.of(Nature.MOVING);
        }
        if (SETTLING.contains(function)) {
            return Optional.of(Nature.SETTLING);
        }
        return switch (function) {
            case "json_insert" ->
                Optional.of(
                        arguments.stream().anyMatch(argument -> text(argument).contains("[#"))
                                ? Nature.MOVING
                                : Nature.SETTLING);
            case "date", "datetime", "time" ->
                Optional.of(
                        arguments.stream().anyMatch(argument -> text(argument).matches("'[-+].*"))
                                ? Nature.MOVING
                                : Nature.SETTLING);
            case "concat", "concat_ws" -> Optional.of(arguments.size() > 1 ? Nature.MOVING : Nature.SETTLING);
            case "replace" -> replaced(arguments);
            case "substr", "substring", "mid" ->
                Optional.of(
                        arguments.size() > 1 && text(arguments.get(1)).equals("1") ? Nature.SETTLING : Nature.MOVING);
            case "printf", "format" ->
                Optional.of(text(arguments.getFirst()).equals("'%s'") ? Nature.SETTLING : Nature.MOVING);
            default -> Optional.empty();
        };
    }

    /** Whether nothing is left to replace. */
    private static Optional<Nature> replaced(List<Clause> arguments) {
        boolean isPlain = arguments.size() == 3
                && text(arguments.get(1)).startsWith("'")
                && text(arguments.get(2)).startsWith("'");
        if (!isPlain) {
            return Optional.empty();
        }
        String from = Equalities.content(text(arguments.get(1)));
        String to = Equalities.content(text(arguments.get(2)));
        if (from.isEmpty() || from.equals(to)) {
            return Optional.of(Nature.SETTLING);
        }
        if (to.contains(from)) {
            return Optional.of(Nature.MOVING);
        }
        return touches(from, to) ? Optional.empty() : Optional.of(Nature.SETTLING);
    }

    /** Whether what is put there may make up what is looked for together with what stands beside it. */
    private static boolean touches(String from, String to) {
        if (from.length() == 1) {
            return false;
        }
        for (int length = 1; length < from.length(); length++) {
            boolean isBegun = to.endsWith(from.substring(0, length));
            boolean isEnded = to.startsWith(from.substring(length));
            if (isBegun || isEnded) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCall(Clause value) {
        List<String> words = value.words();
        return words.size() > 2
                && words.get(1).equals("(")
                && words.getLast().equals(")")
                && SelectList.isOnePair(value);
    }

    private static List<Clause> arguments(Clause call) {
        return SelectList.parts(SelectList.inside(SelectList.withoutFirst(call)));
    }

    private static String text(Clause clause) {
        return String.join("", clause.words());
    }

    private boolean isOwn(Clause clause) {
        return clause.words().stream()
                .anyMatch(word -> columns.stream().anyMatch(Equalities.last(word)::equalsIgnoreCase));
    }
}
