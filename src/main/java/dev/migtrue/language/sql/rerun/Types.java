package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Expression;
import dev.migtrue.language.sql.ddl.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which types of values PostgreSQL's functions take. */
final class Types {

    private static final Set<String> TEXTS = Set.of("text", "character varying", "character", "citext", "name");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> OF_TEXT = Set.of("""
            string_to_array to_date to_number regexp_split_to_array upper lower trim btrim ltrim rtrim replace \
            regexp_replace split_part initcap substr left right lpad rpad translate decode""".split(" ", -1));
    private static final Set<String> OF_NO_NUMBER = Set.of("length", "char_length", "character_length", "md5");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

    /** Behind these a column stands by itself, not as a part of a larger expression. */
    private static final Set<String> BEFORE = Set.of("(", "WHEN", "AND", "OR", "NOT", "WHERE", ",");

    private static final Set<String> OF_MOMENTS = Set.of("extract", "date_part", "date_trunc", "age");
    private static final Set<String> OF_NUMBERS = Set.of("round", "floor", "ceil", "trunc", "abs", "chr");

    private Types() {}

    /** Whether a default of one type may become one of another by itself. */
    static boolean isAssignable(String from, String to) {
        return from.isEmpty()
                || from.equals(to)
                || TEXTS.contains(to)
                || (NUMBERS.contains(from) && NUMBERS.contains(to))
                || (isMoment(from) && isMoment(to))
                || !(TEXTS.contains(from) || NUMBERS.contains(from) || isMoment(from) || from.equals("boolean"));
    }

    private static boolean isMoment(String family) {
        return family.startsWith("timestamp") || family.equals("date");
    }

    /** Refuses to compare a column of numbers or of truths with texts that are none. */
    static void requireComparable(Engine engine, Key table, Action.Update update) {
        if (engine.dialect() == Dialect.POSTGRESQL) {
            update.assignments().forEach(assignment -> requireComparable(engine, table, assignment.value()));
            update.where().ifPresent(where -> requireComparable(engine, table, where));
        }
    }

    static void requireComparable(Engine engine, Key table, Clause expression) {
        List<String> words = expression.words();
        for (int index = 0; index + 2 < words.size(); index++) {
            boolean isOfValue =
                    words.get(index + 1).equals("=") && words.get(index + 2).startsWith("'");
            boolean isCase = words.get(index).equalsIgnoreCase("CASE")
                    && words.get(index + 2).equalsIgnoreCase("WHEN")
                    && index + 3 < words.size()
                    && words.get(index + 3).startsWith("'");
            requireNumbers(engine, table, words, index);
            if (isOfValue || isCase) {
                String column = Equalities.last(words.get(isCase ? index + 1 : index));
                String text = Equalities.content(words.get(isCase ? index + 3 : index + 2));
                require(engine, table.member(Space.COLUMN, column), text);
            }
        }
    }

    /** {@code a = 1} and {@code CASE a WHEN 1} ask for a column of numbers. */
    private static void requireNumbers(Engine engine, Key table, List<String> words, int index) {
        boolean isCompared = COMPARISONS.contains(words.get(index + 1));
        boolean isCase = words.get(index).equalsIgnoreCase("CASE")
                && words.get(index + 2).equalsIgnoreCase("WHEN")
                && index + 3 < words.size();
        String value = isCase ? words.get(index + 3) : words.get(index + 2);
        boolean isPlain = isCase || index == 0 || BEFORE.contains(words.get(index - 1).toUpperCase(Locale.ROOT));
        if ((isCompared || isCase) && isPlain && Value.NUMBER.matcher(value).matches()) {
            Key column = table.member(Space.COLUMN, Equalities.last(words.get(isCase ? index + 1 : index)));
            String family = family(engine.world(), column);
            boolean isOther = family.equals("boolean")
                    || TEXTS.contains(family)
                    || engine.world().has(Key.of(Space.TYPE, family));
            if (isOther) {
                throw engine.refused(Refused.Fault.MISSING, Space.ROUTINE, "a " + family + " is no number");
            }
        }
    }

    private static void require(Engine engine, Key column, String text) {
        boolean isRight = switch (family(engine.world(), column)) {
            case "integer", "bigint", "smallint", "numeric", "real", "double precision" ->
                Value.NUMBER.matcher(text.strip()).matches();
            case "boolean" -> text.strip().matches("(?i)t|tr|tru|true|y|ye|yes|on|1|f|fa|fal|fals|false|n|no|of|off|0");
            default -> true;
        };
        if (!isRight) {
            throw new Refused(Refused.Fault.STATE, "22P02", "\"" + column + "\" is not of texts");
        }
    }

    static String family(World world, Key column) {
        return TypeName.family(world.find(column)
                .map(entry -> entry.facets().getOrDefault("type", ""))
                .orElse("")
                .replaceAll(" ?\\(.*?\\)", ""));
    }

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
        if (OF_NO_NUMBER.contains(function)) {
            return !NUMBERS.contains(family) && !family.equals("boolean");
        }
        boolean isMoment = family.startsWith("timestamp") || family.startsWith("time") || family.equals("date");
        if (OF_MOMENTS.contains(function)) {
            return isMoment || family.equals("interval") || TEXTS.contains(family);
        }
        if (OF_NUMBERS.contains(function)) {
            return !isMoment && !family.equals("boolean") && !family.endsWith("[]") && !TEXTS.contains(family);
        }
        if (function.equals("to_char")) {
            return !TEXTS.contains(family) && !family.equals("boolean");
        }
        return !function.equals("to_timestamp") || !isMoment;
    }
}
