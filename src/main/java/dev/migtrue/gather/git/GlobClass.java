package dev.migtrue.gather.git;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The bracketed class of a glob, {@code [a-z[:digit:]_]}, as git reads it: ASCII, byte by byte, never matching a slash.
 *
 * @param members the bytes that belong to it
 * @param end the index after its closing bracket
 */
record GlobClass(BitSet members, int end) {

    private static final int BYTES = 256;

    /** The class that opens at {@code open}; absent when git calls it malformed. */
    static Optional<GlobClass> parse(String pattern, int open, LetterCase letterCase) {
        int at = open + 1;
        boolean negated = at < pattern.length() && (pattern.charAt(at) == '!' || pattern.charAt(at) == '^');
        Reading reading = new Reading(pattern, negated ? at + 1 : at, letterCase);
        if (!reading.read()) {
            return Optional.empty();
        }
        BitSet members = reading.members;
        if (negated) {
            members.flip(0, BYTES);
        }
        members.clear('/');
        return Optional.of(new GlobClass(members, reading.at));
    }

    static BitSet anyButSlash() {
        BitSet any = new BitSet();
        any.set(0, BYTES);
        any.clear('/');
        return any;
    }

    /** One pass over the inside of the brackets. */
    private static final class Reading {

        private final String pattern;
        private final LetterCase letterCase;
        private final BitSet members = new BitSet();
        private int at;

        Reading(String pattern, int at, LetterCase letterCase) {
            this.pattern = pattern;
            this.at = at;
            this.letterCase = letterCase;
        }

        /** Whether the class is well formed. A closing bracket that comes first is a member. */
        boolean read() {
            Optional<Character> previous = Optional.empty();
            do {
                if (isNamedClass()) {
                    previous = Optional.empty();
                    if (!addNamedClass()) {
                        return false;
                    }
                } else if (previous.isPresent() && isRange()) {
                    char first = previous.get();
                    previous = Optional.empty();
                    at++;
                    character().ifPresent(last -> addRange(first, last));
                } else {
                    previous = character();
                    previous.ifPresent(members::set);
                }
            } while (at < pattern.length() && pattern.charAt(at) != ']');
            return at++ < pattern.length();
        }

        /** The next character, taken out of its escape; absent at the end, which leaves the class unclosed. */
        private Optional<Character> character() {
            if (pattern.startsWith("\\", at)) {
                at++;
            }
            return at < pattern.length() ? Optional.of(pattern.charAt(at++)) : Optional.empty();
        }

        private boolean isRange() {
            return pattern.charAt(at) == '-' && at + 1 < pattern.length() && pattern.charAt(at + 1) != ']';
        }

        /**
         * Text is folded to lower case before it meets a class, the class is not: a range of capitals is asked again in
         * capitals.
         */
        private void addRange(char first, char last) {
            addAll(c -> c >= first && c <= last);
            if (letterCase == LetterCase.IGNORED) {
                addAll(c -> isLower(c) && toUpper(c) >= first && toUpper(c) <= last);
            }
        }

        private boolean isNamedClass() {
            int close = pattern.startsWith("[:", at) ? pattern.indexOf(']', at + 2) : -1;
            return close > at + 2 && pattern.charAt(close - 1) == ':';
        }

        private boolean addNamedClass() {
            int close = pattern.indexOf(']', at + 2);
            Optional<IntPredicate> named = named(pattern.substring(at + 2, close - 1));
            named.ifPresent(this::addAll);
            at = close + 1;
            return named.isPresent();
        }

        private void addAll(IntPredicate belongs) {
            for (int c = 0; c < BYTES; c++) {
                if (belongs.test(c)) {
                    members.set(c);
                }
            }
        }

        private Optional<IntPredicate> named(String name) {
            IntPredicate upper = c -> isUpper(c) || (letterCase == LetterCase.IGNORED && isLower(c));
            IntPredicate alpha = c -> isUpper(c) || isLower(c);
            IntPredicate digit = c -> c >= '0' && c <= '9';
            IntPredicate alnum = alpha.or(digit);
            IntPredicate print = c -> c >= ' ' && c <= '~';
            IntPredicate space = c -> c == ' ' || c == '\t' || c == '\n' || c == '\r';
            return switch (name) {
                case "alnum" -> Optional.of(alnum);
                case "alpha" -> Optional.of(alpha);
                case "blank" -> Optional.of(c -> c == ' ' || c == '\t');
                case "cntrl" -> Optional.of(c -> c < ' ' || c == 127);
                case "digit" -> Optional.of(digit);
                case "graph" -> Optional.of(print.and(space.negate()));
                case "lower" -> Optional.of(GlobClass::isLower);
                case "print" -> Optional.of(print);
                case "punct" -> Optional.of(print.and(space.or(alnum).negate()));
                case "space" -> Optional.of(space);
                case "upper" -> Optional.of(upper);
                case "xdigit" -> Optional.of(digit.or(c -> (c | 0x20) >= 'a' && (c | 0x20) <= 'f'));
                default -> Optional.empty();
            };
        }
    }

    private static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int toUpper(int c) {
        return c - ('a' - 'A');
    }
}
