package dev.migtrue.report.draft;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which changes of a column's type lose nothing, whatever is in the column. What is not known to be one of them is none. */
final class Widening {

    /** A word or two, what is in the brackets, what stands behind them. */
    private static final Pattern TYPE = Pattern.compile("([a-z ]+?)\\s*(?:\\((.*)\\))?((?: [a-z ]+)?)", Pattern.DOTALL);

    private static final List<List<String>> LADDERS = List.of(
            List.of("tinyint", "smallint", "mediumint", "int", "bigint"),
            List.of("smallint", "integer", "bigint"),
            List.of("tinytext", "text", "mediumtext", "longtext"),
            List.of("tinyblob", "blob", "mediumblob", "longblob"),
            List.of("float", "double"));

    private Widening() {}

    static boolean isSafe(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        Matcher narrow = TYPE.matcher(inLowerCase(from));
        Matcher wide = TYPE.matcher(inLowerCase(to));
        return narrow.matches()
                && wide.matches()
                && narrow.group(3).equals(wide.group(3))
                && isSafe(narrow.group(1), inside(narrow), wide.group(1), inside(wide));
    }

    /** Values of enumerations stay as they are. */
    private static String inLowerCase(String type) {
        int bracket = type.indexOf('(');
        String values = bracket < 0 ? "" : type.substring(bracket);
        return values.startsWith("('")
                ? type.substring(0, bracket).toLowerCase(Locale.ROOT) + values
                : type.toLowerCase(Locale.ROOT);
    }

    private static String inside(Matcher type) {
        return Optional.ofNullable(type.group(2)).orElse("");
    }

    private static boolean isSafe(String from, String inFrom, String to, String inTo) {
        if (!from.equals(to)) {
            return inFrom.isEmpty() && inTo.isEmpty() && LADDERS.stream().anyMatch(ladder -> climbs(ladder, from, to));
        }
        return switch (from) {
            case "enum", "set" -> inTo.startsWith(inFrom + ",");
            case "decimal", "numeric" -> hasRoom(numbers(inFrom), numbers(inTo));
            case "varchar", "character varying", "varbinary", "binary varying", "timestamp", "time", "datetime" ->
                !inFrom.isEmpty() && !inTo.isEmpty() && isAtLeast(inTo, inFrom);
            default -> false;
        };
    }

    private static boolean climbs(List<String> ladder, String from, String to) {
        return ladder.contains(from) && ladder.indexOf(from) < ladder.indexOf(to);
    }

    private static boolean isAtLeast(String wide, String narrow) {
        return number(wide).compareTo(number(narrow)) >= 0;
    }

    /** As many digits behind the point, and as many before it. */
    private static boolean hasRoom(List<BigInteger> from, List<BigInteger> to) {
        return from.size() == 2
                && to.size() == 2
                && to.getLast().compareTo(from.getLast()) >= 0
                && to.getFirst()
                                .subtract(to.getLast())
                                .compareTo(from.getFirst().subtract(from.getLast()))
                        >= 0;
    }

    private static List<BigInteger> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Widening::number).toList();
    }

    private static BigInteger number(String digits) {
        return new BigInteger(digits.strip());
    }
}
