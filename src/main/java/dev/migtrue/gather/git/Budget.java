package dev.migtrue.gather.git;

/** How many commits a search may still look at: what it finds is a kindness, for which nobody should wait long. */
final class Budget {

    private final int most;
    private int spent;

    Budget(int most) {
        this.most = most;
    }

    /** Whether one more commit may be looked at, which then counts. */
    boolean allows() {
        if (spent >= most) {
            return false;
        }
        spent++;
        return true;
    }

    /** Why the search came to an end, once it no longer {@link #allows}. */
    String reason() {
        return "it ends after the newest %,d commits".formatted(most);
    }
}
