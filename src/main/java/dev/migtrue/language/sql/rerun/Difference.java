package dev.migtrue.language.sql.rerun;

/**
 * Something that is not as it was.
 *
 * @param what a table, a column …, in lower case
 */
public record Difference(Way way, String what, String name) {

    public enum Way {
        GONE,
        NEW,
        CHANGED
    }

    /** Whether rows or values may have gone with it. */
    public boolean isLoss() {
        return way == Way.GONE && (what.equals("relation") || what.equals("column"));
    }

    @Override
    public String toString() {
        String sign = switch (way) {
            case GONE -> "-";
            case NEW -> "+";
            case CHANGED -> "~";
        };
        return sign + what + " " + name;
    }
}
