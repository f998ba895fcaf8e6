package dev.migtrue.model;

/** Wrong use or configuration, told to the user in one line; exit code 2. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong, where, and what to do */
    public UsageException(String message) {
        super(message);
    }
}
