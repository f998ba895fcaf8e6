package dev.migtrue.language.sql.rerun;

import java.util.Optional;

/** A statement that the database does not run: what an engine raises, and what blocks may handle. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a statement is refused. */
    enum Fault {
        EXISTS,
        MISSING,
        OTHER_KIND,
        IN_USE,
        STATE,
        DUPLICATE_ROW,
        SHAPE,
        SYNTAX
    }

    private final Fault fault;
    private final String code;

    /** What it is about; absent where nobody said. */
    @SuppressWarnings("serial")
    private final Optional<Key> object;

    Refused(Fault fault, String code, String message) {
        this(fault, code, message, Optional.empty());
    }

    private Refused(Fault fault, String code, String message, Optional<Key> object) {
        super(message, null, false, false);
        this.fault = fault;
        this.code = code;
        this.object = object;
    }

    /** The same, with what it is about. */
    Refused about(Key key) {
        return new Refused(fault, code, message(), Optional.of(key));
    }

    Optional<Key> object() {
        return object;
    }

    Fault fault() {
        return fault;
    }

    /** As the database numbers its errors. */
    String code() {
        return code;
    }

    String message() {
        return String.valueOf(getMessage());
    }
}
