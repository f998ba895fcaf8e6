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

    private final boolean isTakenBack;

    Refused(Fault fault, String code, String message) {
        this(fault, code, message, Optional.empty(), false);
    }

    private Refused(Fault fault, String code, String message, Optional<Key> object, boolean isTakenBack) {
        super(message, null, false, false);
        this.fault = fault;
        this.code = code;
        this.object = object;
        this.isTakenBack = isTakenBack;
    }

    /** The same, of a part of the transaction that can be taken back by itself. */
    Refused takenBack() {
        return new Refused(fault, code, message(), object, true);
    }

    /** Whether all is again as it was before the part that was refused. */
    boolean isTakenBack() {
        return isTakenBack;
    }

    /** The same, with what it is about. */
    Refused about(Key key) {
        return new Refused(fault, code, message(), Optional.of(key), isTakenBack);
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
