package dev.migtrue.system.flyway;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version as Flyway compares it: numbers of any length, between which underscores and dots are the same. {@code 1_2},
 * {@code 1.02} and {@code 1.2.0} are equal.
 */
record Version(List<BigInteger> parts) implements Comparable<Version> {

    private static final Pattern BEFORE_NUMBER = Pattern.compile("\\.(?=\\d)");

    Version {
        parts = List.copyOf(parts);
    }

    /** The version that a text spells; absent where Flyway sees none. */
    static Optional<Version> parse(String text) {
        List<BigInteger> parts = new ArrayList<>();
        try {
            for (String part : BEFORE_NUMBER.split(text.replace('_', '.'), -1)) {
                parts.add(new BigInteger(part));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        while (parts.size() > 1 && parts.getLast().signum() == 0) {
            parts.removeLast();
        }
        return Optional.of(new Version(parts));
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int difference = part(i).compareTo(other.part(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private BigInteger part(int index) {
        return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
    }

    /** The shortest spelling; equal versions have equal spellings. */
    @Override
    public String toString() {
        return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
