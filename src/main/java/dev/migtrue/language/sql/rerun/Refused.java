package dev.migtrue.language.sql.rerun;

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

    Refused(Fault fault, String code, String message) {
        super(message, null, false, false);
        this.fault = fault;
        this.code = code;
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
