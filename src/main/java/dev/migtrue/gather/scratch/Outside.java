package dev.migtrue.gather.scratch;

/** A script does what a throw-away database must not be used for, or what only its own client can do. */
public final class Outside extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason in words that may follow "not proven:" */
    public Outside(String reason) {
        super(reason);
    }
}
