package dev.migtrue.language.sql.rerun;

/**
 * What becomes of a whole run behind one that stopped.
 *
 * @param statements how many were done before
 */
public record Restart(int statements, End end) {

    public enum End {
        /** As if nothing had stopped. */
        SAME,
        /** All goes well, and something is other than it would be. */
        OTHER,
        REFUSED
    }
}
