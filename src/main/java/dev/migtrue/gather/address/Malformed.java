package dev.migtrue.gather.address;

import dev.migtrue.model.UsageException;

/** Says that an address cannot be used, and quotes nothing of it: any part of it may be a secret. */
final class Malformed {

    private Malformed() {}

    static UsageException because(String what) {
        return new UsageException("malformed database address: " + what);
    }

    /** An address that is right, and leads nowhere from here. */
    static UsageException unreadable(String what) {
        return new UsageException("unusable database address: " + what);
    }
}
