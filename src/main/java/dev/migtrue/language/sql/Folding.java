package dev.migtrue.language.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a database makes of a name as it is written. */
public enum Folding {
    /** Lower case unless quoted, and cut after 63 bytes, between two characters. */
    LOWER_63_BYTES {
        @Override
        public String plain(String written) {
            return cut(asciiLower(written));
        }

        @Override
        public String quoted(String content) {
            return cut(content);
        }
    },
    /** Upper case unless quoted. */
    UPPER {
        @Override
        public String plain(String written) {
            return written.toUpperCase(Locale.ROOT);
        }

        @Override
        public String quoted(String content) {
            return content;
        }
    },
    /** However it is written, case does not tell two names apart. */
    ALL_LOWER {
        @Override
        public String plain(String written) {
            return written.toLowerCase(Locale.ROOT);
        }

        @Override
        public String quoted(String content) {
            return content.toLowerCase(Locale.ROOT);
        }
    },
    /** As it stands. */
    AS_WRITTEN {
        @Override
        public String plain(String written) {
            return written;
        }

        @Override
        public String quoted(String content) {
            return content;
        }
    };

    private static final int LONGEST = 63;

    /** What becomes of a name without quotes. */
    public abstract String plain(String written);

    /** What becomes of a name that stands between quotes, these taken off. */
    public abstract String quoted(String content);

    private static String asciiLower(String written) {
        int at = 0;
        while (at < written.length() && !isUpper(written.charAt(at))) {
            at++;
        }
        if (at == written.length()) {
            return written;
        }
        StringBuilder lower = new StringBuilder(written);
        for (; at < written.length(); at++) {
            char c = written.charAt(at);
            lower.setCharAt(at, isUpper(c) ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static String cut(String name) {
        if (name.length() <= LONGEST / 3) {
            return name;
        }
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        int end = LONGEST;
        while (end > 0 && (bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
