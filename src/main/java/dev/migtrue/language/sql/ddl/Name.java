package dev.migtrue.language.sql.ddl;

import java.util.List;
import java.util.Optional;

/**
 * A name as the database knows it: without quotes, folded, cut to its length; what qualifies it comes first. Two that
 * are equal mean the same.
 */
public record Name(List<String> parts) {

    public Name {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a name of nothing");
        }
        parts = List.copyOf(parts);
    }

    public static Name of(String... parts) {
        return new Name(List.of(parts));
    }

    /** Without what qualifies it. */
    public String last() {
        return parts.getLast();
    }

    /** What stands before the last dot; absent where there is no dot. */
    public Optional<Name> qualifier() {
        return parts.size() == 1 ? Optional.empty() : Optional.of(new Name(parts.subList(0, parts.size() - 1)));
    }

    @Override
    public String toString() {
        return String.join(".", parts);
    }
}
