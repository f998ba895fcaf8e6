package dev.migtrue.language.sql.rerun;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The expressions that give another value each time: the time, chance, the next number. */
final class Moving {

    private static final Set<String> CALLS = Set.of(
            "now",
            "random",
            "rand",
            "uuid",
            "gen_random_uuid",
            "current_timestamp",
            "clock_timestamp",
            "nextval",
            "random_uuid",
            "current_time",
            "localtime",
            "localtimestamp",
            "sysdate",
            "systimestamp",
            "sysdatetime",
            "getdate",
            "getutcdate",
            "newid",
            "sys_guid",
            "unix_timestamp",
            "uuid_short",
            "randomblob",
            "nextvaluefor");

    /** What a program puts in when it runs. */
    private static final Pattern PARAMETER = Pattern.compile("% ?s|% ?\\( ?\\w+ ?\\) ?s|\\?|: ?\\w+");

    private static final Pattern NEXT = Pattern.compile("\\bnext value for\\b");

    private Moving() {}

    /** Whether one stands in a text. Each value of each row is asked for, so that it is read word by word. */
    static boolean isIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int start = 0;
        for (int end = 0; end <= lower.length(); end++) {
            if (end == lower.length() || !isOfWord(lower.charAt(end))) {
                if (end > start && CALLS.contains(lower.substring(start, end))) {
                    return true;
                }
                start = end + 1;
            }
        }
        boolean isNext = lower.contains("next value for") && NEXT.matcher(lower).find();
        boolean isShort = text.startsWith("%") || text.startsWith("?") || text.startsWith(":");
        return isNext || (isShort && PARAMETER.matcher(text).matches());
    }

    private static boolean isOfWord(char sign) {
        return (sign >= 'a' && sign <= 'z')
                || (sign >= 'A' && sign <= 'Z')
                || (sign >= '0' && sign <= '9')
                || sign == '_';
    }
}
