package dev.migtrue.model;

/** A rule's published name, kept for ever: lower-case words that name the bad thing and read well after "allow". */
public record RuleId(String value) implements Comparable<RuleId> {

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
