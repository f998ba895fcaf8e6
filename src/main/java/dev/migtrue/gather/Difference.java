package dev.migtrue.gather;

import dev.migtrue.facts.Change;
import dev.migtrue.language.sql.SqlTokens;
import dev.migtrue.model.RepoPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What two texts of one migration have not in common. Where it is in doubt, they differ in more than it seems. */
final class Difference {

    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[\\w.:-]+}");

    private static final String SQL = ".sql";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FINAL_LINE_ENDS = Pattern.compile("\\n+\\z");

    /** What a placeholder may stand for. */
    private static final Pattern VALUE = Pattern.compile("[\\p{L}\\p{N}_.-]*");

    private final String before;
    private final String now;

    private Difference(String before, String now) {
        this.before = before;
        this.now = now;
    }

    /**
     * In what two texts differ that are not the same.
     *
     * @param path where the second one lies; only of SQL it is known what its white space and comments are
     */
    static Change between(String before, String now, RepoPath path) {
        return new Difference(before, now).change(path);
    }

    private Change change(RepoPath path) {
        Difference lines = without(text -> text.replace("\r\n", "\n"));
        if (lines.isNone()) {
            return Change.LINE_ENDS;
        }
        Difference marks = lines.without(
                text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
        if (marks.isNone()) {
            return Change.BYTE_ORDER_MARK;
        }
        if (marks.without(text -> FINAL_LINE_ENDS.matcher(text).replaceFirst(""))
                .isNone()) {
            return Change.FINAL_LINE_END;
        }
        boolean isSql = path.name().toLowerCase(Locale.ROOT).endsWith(SQL);
        return isSql ? marks.inSql() : Change.TEXT;
    }

    private Difference without(Function<String, String> trifle) {
        return new Difference(trifle.apply(before), trifle.apply(now));
    }

    private boolean isNone() {
        return before.equals(now);
    }

    private Change inSql() {
        Optional<SqlTokens> were = SqlTokens.of(before);
        Optional<SqlTokens> are = SqlTokens.of(now);
        if (were.isEmpty() || are.isEmpty()) {
            return isFilledIn() ? Change.PLACEHOLDERS : Change.TEXT;
        }
        if (were.get().withComments().equals(are.get().withComments())) {
            return Change.WHITE_SPACE;
        }
        List<String> ran = were.get().withoutComments();
        if (ran.equals(are.get().withoutComments())) {
            return Change.COMMENTS;
        }
        return isFilledIn() ? Change.PLACEHOLDERS : Change.SQL;
    }

    private boolean isFilledIn() {
        return canFill(before, now) || canFill(now, before);
    }

    /** Whether one text comes out when the placeholders of the other are filled in, each with as little as will do. */
    private static boolean canFill(String open, String filled) {
        List<String> literals = List.of(PLACEHOLDER.split(open, -1));
        int at = literals.getFirst().length();
        if (literals.size() < 2 || !filled.startsWith(literals.getFirst())) {
            return false;
        }
        for (String literal : literals.subList(1, literals.size() - 1)) {
            int found = filled.indexOf(literal, at);
            if (found < 0 || !isValue(filled.substring(at, found))) {
                return false;
            }
            at = found + literal.length();
        }
        int last = filled.length() - literals.getLast().length();
        return last >= at && filled.endsWith(literals.getLast()) && isValue(filled.substring(at, last));
    }

    private static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }
}
