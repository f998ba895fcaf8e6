package dev.migtrue.gather.git;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A glob as git's ignore and attributes files write it, matched byte by byte as git does: patterns and texts are {@link
 * ByteString}s. JGit's own matcher is not used: it knows no {@code core.ignoreCase}, counts characters where git counts
 * bytes, and reads some stars and slashes otherwise.
 */
final class Glob {

    private final Optional<List<Part>> parts;
    private final LetterCase letterCase;

    /** A piece of a pattern. */
    private sealed interface Part {}

    /** Exactly one of these bytes, never a slash unless it is the only one. */
    private record OneOf(BitSet bytes) implements Part {}

    /** Any run of bytes without a slash. */
    private record WithinName() implements Part {}

    /** Any run of bytes; before a slash, it may also match nothing together with that slash. */
    private record AcrossNames(boolean isBeforeSlash) implements Part {}

    /** A pattern; one that git calls malformed matches nothing. */
    Glob(String pattern, LetterCase letterCase) {
        this.letterCase = letterCase;
        this.parts = parse(pattern);
    }

    boolean matches(String text) {
        return parts.isPresent() && new Attempt(parts.get(), letterCase.fold(text)).matches(0, 0);
    }

    private Optional<List<Part>> parse(String pattern) {
        List<Part> read = new ArrayList<>();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*') {
                int end = endOfStars(pattern, at);
                read.add(star(pattern, at, end));
                at = end;
            } else if (c == '[') {
                Optional<GlobClass> bytes = GlobClass.parse(pattern, at, letterCase);
                if (bytes.isEmpty()) {
                    return Optional.empty();
                }
                read.add(new OneOf(bytes.get().members()));
                at = bytes.get().end();
            } else {
                at += c == '\\' ? 1 : 0;
                if (at == pattern.length()) {
                    return Optional.empty();
                }
                read.add(c == '?' ? new OneOf(GlobClass.anyButSlash()) : new OneOf(exactly(pattern.charAt(at))));
                at++;
            }
        }
        return Optional.of(List.copyOf(read));
    }

    private static int endOfStars(String pattern, int start) {
        int end = start;
        while (end < pattern.length() && pattern.charAt(end) == '*') {
            end++;
        }
        return end;
    }

    /** Several stars go across names where they stand alone between slashes, and are like one star elsewhere. */
    private static Part star(String pattern, int start, int end) {
        boolean isAlone = (start == 0 || pattern.charAt(start - 1) == '/')
                && (end == pattern.length() || pattern.charAt(end) == '/' || pattern.startsWith("\\/", end));
        return end - start > 1 && isAlone ? new AcrossNames(pattern.startsWith("/", end)) : new WithinName();
    }

    private BitSet exactly(char c) {
        BitSet one = new BitSet();
        one.set(letterCase.fold(String.valueOf(c)).charAt(0));
        return one;
    }

    /** One try at a text. Remembers what failed, or a pattern of many stars would take exponential time. */
    private static final class Attempt {

        private final List<Part> parts;
        private final String text;
        private final BitSet deadEnds = new BitSet();

        Attempt(List<Part> parts, String text) {
            this.parts = parts;
            this.text = text;
        }

        boolean matches(int part, int at) {
            if (part == parts.size()) {
                return at == text.length();
            }
            return switch (parts.get(part)) {
                case OneOf one -> at < text.length() && one.bytes().get(text.charAt(at)) && matches(part + 1, at + 1);
                case WithinName star -> {
                    int slash = text.indexOf('/', at);
                    yield matchesFrom(part, at, slash < 0 ? text.length() : slash);
                }
                case AcrossNames stars ->
                    (stars.isBeforeSlash() && matches(part + 2, at)) || matchesFrom(part, at, text.length());
            };
        }

        private boolean matchesFrom(int star, int first, int last) {
            int state = star * (text.length() + 1) + first;
            if (deadEnds.get(state)) {
                return false;
            }
            for (int at = first; at <= last; at++) {
                if (matches(star + 1, at)) {
                    return true;
                }
            }
            deadEnds.set(state);
            return false;
        }
    }
}
