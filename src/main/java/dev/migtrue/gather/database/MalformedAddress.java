package dev.migtrue.gather.database;

import dev.migtrue.model.UsageException;

/** The one way to say that a database address cannot be read. */
final class MalformedAddress {

    private MalformedAddress() {}

    /** @param what the fault; quotes nothing of the address, as any part of a malformed one may be a secret */
    static UsageException because(String what) {
        return new UsageException("malformed database address: " + what);
    }
}
