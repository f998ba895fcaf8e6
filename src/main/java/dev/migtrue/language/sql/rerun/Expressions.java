package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.ddl.Expression;
import dev.migtrue.language.sql.reader.ExpressionReader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What becomes of a value when it is worked out once more. */
final class Expressions {

    /** How a value behaves. */
    enum Nature {
        /** The same again. */
        SETTLING,
        /** Another one each time. */
        MOVING,
        /** Nobody knows. */
        UNCLEAR
    }

    private static final Set<String> VOLATILE = Set.of(
            "now",
            "random",
            "rand",
            "gen_random_uuid",
            "uuid",
            "uuid_generate_v4",
            "uuid_generate_v1",
            "uuidv4",
            "uuidv7",
            "clock_timestamp",
            "statement_timestamp",
            "transaction_timestamp",
            "timeofday",
            "nextval",
            "sysdate",
            "systimestamp",
            "current_timestamp",
            "current_time",
            "localtime",
            "localtimestamp",
            "current_date",
            "curdate",
            "curtime",
            "getdate",
            "sysdatetime",
            "getutcdate",
            "newid",
            "newsequentialid",
            "unix_timestamp",
            "utc_timestamp",
            "random_uuid",
            "randomblob",
            "last_insert_id",
            "last_insert_rowid",
            "sys_guid",
            "uuid_short",
            "gen_random_bytes",
            "crypt",
            "gen_salt",
            "txid_current",
            "datetime",
            "strftime",
            "julianday");

    /** Functions that give back what they gave before when they get it once more. */
    private static final Set<String> SETTLING = Set.of(
            "lower",
            "upper",
            "trim",
            "ltrim",
            "rtrim",
            "btrim",
            "coalesce",
            "ifnull",
            "isnull",
            "nvl",
            "greatest",
            "least",
            "abs",
            "round",
            "floor",
            "ceil",
            "ceiling",
            "trunc",
            "nullif",
            "initcap",
            "jsonb_set",
            "json_set",
            "left",
            "date_trunc",
            "date",
            "cast",
            "distinct",
            "sort",
            "to_json",
            "to_jsonb",
            "jsonb_strip_nulls");

    /** Signs that are written as words. */
    private static final Set<String> OF_WORDS = Set.of("NOT", "DIV", "MOD");

    private static final Pattern DOCUMENT = Pattern.compile(
            "(?s)[\\w.\"]+( :: jsonb)?( \\|\\| '\\s*\\{[^']*'( :: jsonb)?|( #?- '[^'\\d][^']*'( :: text)?)+)");

    private static final Set<String> OF_A_TIME = Set.of("datetime", "strftime", "julianday");

    /** What most often is the same when a script runs twice, or is so for what it is given. */
    private static final Set<String> OFTEN_THE_SAME = Set.of(
            "current_date",
            "curdate",
            "datetime",
            "strftime",
            "julianday",
            "crypt",
            "last_insert_id",
            "last_insert_rowid");

    private final Engine engine;

    Expressions(Engine engine) {
        this.engine = engine;
    }

    static boolean isVolatile(Expression expression) {
        return expression.calls().stream()
                .anyMatch(call -> VOLATILE.contains(call.name().last().toLowerCase(Locale.ROOT)));
    }

    /** Whether a function, or a word that stands for one, gives another value whenever it is asked. */
    static boolean isNewEachTime(String function) {
        String name = function.toLowerCase(Locale.ROOT);
        return VOLATILE.contains(name) && !OFTEN_THE_SAME.contains(name);
    }

    boolean isVolatile(Clause clause) {
        Expression expression = ExpressionReader.read(clause, engine.dialect());
        return isVolatile(expression) && !isFixed(clause, expression);
    }

    /** Of SQLite's functions of times those move that get no time, or the present one. */
    private static boolean isFixed(Clause clause, Expression expression) {
        List<String> words = clause.words();
        boolean isOfNow = words.stream().anyMatch(word -> word.equalsIgnoreCase("'now'"));
        return !isOfNow
                && expression.calls().stream()
                        .map(call -> call.name().last().toLowerCase(Locale.ROOT))
                        .filter(VOLATILE::contains)
                        .allMatch(call -> OF_A_TIME.contains(call) && !isWithoutTime(words, call));
    }

    private static boolean isWithoutTime(List<String> words, String call) {
        for (int index = 0; index + 2 < words.size(); index++) {
            boolean isIt = words.get(index).equalsIgnoreCase(call)
                    && words.get(index + 1).equals("(");
            if (isIt && words.get(index + 2).equals(")")) {
                return true;
            }
        }
        return false;
    }

    /** Of a value that these columns get. */
    Nature natureOf(Clause value, List<String> columns) {
        Expression expression = ExpressionReader.read(value, engine.dialect());
        if (isVolatile(value)) {
            return Nature.MOVING;
        }
        boolean isOfItself = expression.names().stream()
                .anyMatch(name -> columns.stream().anyMatch(name.name().last()::equalsIgnoreCase));
        if (!isOfItself) {
            return isOwnRoutine(expression) ? Nature.UNCLEAR : Nature.SETTLING;
        }
        List<String> calls = expression.calls().stream()
                .map(call -> call.name().last().toLowerCase(Locale.ROOT))
                .toList();
        return new OwnValues(columns).natureOf(value, calls).orElseGet(() -> ofItself(value, expression));
    }

    /** {@code d || '{"a": 1}'} sets a member, {@code d - 'a'} and {@code d #- '{a,b}'} take one away. */
    static boolean isOfDocument(Clause value) {
        return DOCUMENT.matcher(value.toString()).matches();
    }

    private static Nature ofItself(Clause value, Expression expression) {
        List<String> words = value.words();
        boolean isPlain = words.size() == 1
                || (words.stream().allMatch(word -> word.matches("[\\w.\"`]+|::|\\(|\\)"))
                        && expression.calls().isEmpty()
                        && words.stream().noneMatch(word -> OF_WORDS.contains(word.toUpperCase(Locale.ROOT))));
        if (isPlain) {
            return Nature.SETTLING;
        }
        boolean isSimpleCall = expression.calls().size() == 1
                && SETTLING.contains(expression.calls().getFirst().name().last().toLowerCase(Locale.ROOT))
                && words.getLast().equals(")")
                && words.stream()
                        .noneMatch(word -> Set.of("+", "-", "*", "/", "||", "%").contains(word));
        if (isSimpleCall) {
            return Nature.SETTLING;
        }
        if (isOfDocument(value)) {
            return Nature.SETTLING;
        }
        boolean isMoved = value.toString().toUpperCase(Locale.ROOT).contains("AT TIME ZONE");
        if (isMoved || value.text().contains("||")) {
            return Nature.MOVING;
        }
        boolean isArithmetic = words.stream()
                .anyMatch(word -> Set.of("+", "-", "*", "/", "||", "NOT", "DIV", "MOD", "!", "~", "#")
                        .contains(word.toUpperCase(Locale.ROOT)));
        boolean isChoice =
                words.stream().anyMatch(word -> word.equalsIgnoreCase("case") || word.equalsIgnoreCase("if"));
        return isArithmetic && !isChoice ? Nature.MOVING : Nature.UNCLEAR;
    }

    private boolean isOwnRoutine(Expression expression) {
        return expression.calls().stream()
                .anyMatch(call -> !engine.world()
                        .keys(
                                Space.ROUTINE,
                                key -> key.name().replaceAll("\\(.*", "").equals(call.toString()))
                        .isEmpty());
    }
}
