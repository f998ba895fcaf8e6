package dev.migtrue.language.code.rails;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names that Rails makes up where a migration gives none. */
record RailsNames(RailsVersion version) {

    /** What Rails allows the name of an index to be long, in bytes. */
    private static final int LONGEST = 62;

    private static final Pattern WORD = Pattern.compile("\\w+");

    String index(String table, List<String> columns) {
        List<String> words = columns.stream()
                .map(column -> isExpression(column)
                        ? WORD.matcher(column).results().map(MatchResult::group).collect(Collectors.joining("_"))
                        : column)
                .toList();
        String name = "index_" + table + "_on_" + String.join("_and_", words);
        if (version.isBefore(7, 1) || name.length() <= LONGEST) {
            return name;
        }
        String hash = "_" + hash(name);
        String shortened = "idx_on_" + String.join("_", words);
        return shortened.substring(0, Math.min(shortened.length(), LONGEST - hash.length())) + hash;
    }

    static boolean isExpression(String column) {
        return !WORD.matcher(column).matches();
    }

    static String foreignKey(String table, List<String> columns) {
        return "fk_rails_" + hash(table + "_" + String.join("_and_", columns) + "_fk");
    }

    static String check(String table, String expression) {
        return "chk_rails_" + hash(table + "_" + expression + "_chk");
    }

    static String unique(String table, List<String> columns) {
        return "uniq_rails_" + hash(table + "_" + String.join("_and_", columns) + "_unique");
    }

    static String exclusion(String table, String expression) {
        return "excl_rails_" + hash(table + "_" + expression + "_excl");
    }

    /** The column that points at a row of a table. */
    static String reference(String table) {
        return Nouns.one(table.substring(table.lastIndexOf('.') + 1)) + "_id";
    }

    static String joinTable(String one, String other) {
        List<String> names = Stream.of(one, other).sorted().toList();
        String first = names.getFirst();
        String second = names.getLast();
        int same = Math.max(first.lastIndexOf('_'), first.lastIndexOf('.')) + 1;
        boolean isOfOneFamily = same > 0 && second.startsWith(first.substring(0, same));
        return first + "_" + (isOfOneFamily ? second.substring(same) : second);
    }

    /** The table of a model: {@code LineItem} keeps its rows in {@code line_items}. */
    static String table(String model) {
        String name = model.substring(Math.max(model.lastIndexOf('.'), model.lastIndexOf(':')) + 1);
        return Nouns.many(name.replaceAll("([A-Z\\d]+)([A-Z][a-z])", "$1_$2")
                .replaceAll("([a-z\\d])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT));
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
