package dev.migtrue.system.keyed;

import dev.migtrue.model.UsageException;

/**
 * A name that is looked at only so often: a regular expression may be written such that it would look at it for ever, and the configuration of a
 * clone may be anybody's.
 */
final class Bounded implements CharSequence {

    private static final int LOOKS = 200_000;

    private final String name;
    private int left = LOOKS;

    Bounded(String name) {
        this.name = name;
    }

    @Override
    public int length() {
        return name.length();
    }

    @Override
    public char charAt(int index) {
        left--;
        if (left < 0) {
            throw new UsageException("'files' of a tool is a regular expression that takes too long on '" + name
                    + "': write it without repetitions in repetitions");
        }
        return name.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return name.substring(start, end);
    }

    @Override
    public String toString() {
        return name;
    }
}
