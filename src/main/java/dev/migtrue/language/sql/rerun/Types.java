package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Expression;
import java.util.Locale;
import java.util.Set;

/** Which types of values PostgreSQL's functions take. */
final class Types {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "citext", "name");
    private static final Set<String> OF_TEXT = Set.of("""
            string_to_array to_date to_number regexp_split_to_array upper lower trim btrim ltrim rtrim replace \
            regexp_replace split_part initcap substr left right lpad rpad translate decode""".split(" ", -1));
    private static final Set<String> OF_MOMENTS = Set.of("extract", "date_part", "date_trunc", "age");
    private static final Set<String> OF_NUMBERS = Set.of("round", "floor", "ceil", "trunc", "abs", "chr");

    private Types() {}

    /** Whether a value of a type may stand in an expression: no, where a function in it takes only others. */
    static boolean takes(Expression expression, String family) {
        if (expression.names().size() != 1 || expression.clause().toString().contains("::")) {
            return true;
        }
        return expression.calls().stream()
                .map(call -> call.name().last().toLowerCase(Locale.ROOT))
                .allMatch(call -> takes(call, family));
    }

    private static boolean takes(String function, String family) {
        if (OF_TEXT.contains(function)) {
            return TEXTS.contains(family);
        }
        boolean isMoment = family.startsWith("timestamp") || family.startsWith("time") || family.equals("date");
        if (OF_MOMENTS.contains(function)) {
            return isMoment || family.equals("interval") || TEXTS.contains(family);
        }
        if (OF_NUMBERS.contains(function)) {
            return !isMoment && !family.equals("boolean") && !family.endsWith("[]") && !TEXTS.contains(family);
        }
        return !function.equals("to_timestamp") || !isMoment;
    }
}
