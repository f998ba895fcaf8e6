package dev.migtrue.language.sql.guard;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the handlers of a block wait for, and what becomes of an error there. */
public final class Handlers {

    private static final Pattern TESTED = Pattern.compile("(?i)SQLCODE ?(?:!=|<>|=|NOT IN|IN) ?\\(?([- \\d,]+)");
    private static final Set<String> LEVELS = Set.of("DEBUG", "LOG", "INFO", "NOTICE", "WARNING");
    private static final Set<String> RAISING = Set.of("RAISE", "RESIGNAL", "SIGNAL", "THROW", "RAISERROR");
    private static final Set<String> ALL = Set.of("others", "sqlexception");

    private Handlers() {}

    /** The errors that they name, each by its one name; empty where one of them takes what nobody named. */
    public static List<String> awaited(Code code) {
        List<String> awaited = new ArrayList<>();
        for (Code.Handler handler : code.handlers()) {
            List<String> tested = handler.conditions().contains("others") ? tested(handler) : List.of();
            awaited.addAll(tested);
            boolean isWide = handler.conditions().stream().anyMatch(Raised::isWide);
            if (isWide && tested.isEmpty()) {
                return List.of();
            }
            handler.conditions().stream()
                    .filter(condition -> !Raised.isWide(condition))
                    .map(Raised::name)
                    .forEach(awaited::add);
        }
        return awaited;
    }

    /** Oracle: {@code WHEN OTHERS THEN IF SQLCODE != -955 THEN RAISE}. */
    private static List<String> tested(Code.Handler handler) {
        return handler.steps().stream()
                .filter(Step.Choice.class::isInstance)
                .flatMap(step -> ((Step.Choice) step).branches().stream())
                .flatMap(branch -> numbers(branch.condition().toString().replace("- ", "-")))
                .toList();
    }

    private static Stream<String> numbers(String condition) {
        Matcher matcher = TESTED.matcher(condition);
        List<String> numbers = new ArrayList<>();
        while (matcher.find()) {
            numbers.addAll(List.of(matcher.group(1).replace(" ", "").split(",", -1)));
        }
        return numbers.stream().filter(number -> !number.isEmpty()).map(number -> number.replaceFirst("^-0+", "-"));
    }

    /** Whether it takes whatever error comes, and hands none on. */
    public static boolean swallowsAll(Code.Handler handler) {
        return handler.conditions().stream().anyMatch(ALL::contains)
                && handler.steps().stream().noneMatch(Handlers::mayRaise);
    }

    private static boolean mayRaise(Step step) {
        return switch (step) {
            case Step.Run run -> run.action() instanceof Action.Utility utility && RAISING.contains(utility.verb());
            case Step.Choice choice ->
                Stream.concat(
                                choice.branches().stream().flatMap(branch -> branch.steps().stream()),
                                choice.otherwise().stream())
                        .anyMatch(Handlers::mayRaise);
            case Step.Loop loop -> loop.steps().stream().anyMatch(Handlers::mayRaise);
            case Step.Inner inner -> inner.code().steps().stream().anyMatch(Handlers::mayRaise);
            case Step.Other other -> raises(other.clause().words());
        };
    }

    private static boolean raises(List<String> words) {
        if (words.isEmpty() || !RAISING.contains(words.getFirst().toUpperCase(Locale.ROOT))) {
            return false;
        }
        return words.size() == 1 || !LEVELS.contains(words.get(1).toUpperCase(Locale.ROOT));
    }
}
