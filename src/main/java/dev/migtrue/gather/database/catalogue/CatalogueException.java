package dev.migtrue.gather.database.catalogue;

import org.jdbi.v3.core.JdbiException;

/** That a catalogue cannot be read; what the database said is its cause, if it said anything. */
public final class CatalogueException extends JdbiException {

    private static final long serialVersionUID = 1;

    public CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
