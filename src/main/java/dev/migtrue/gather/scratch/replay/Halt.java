package dev.migtrue.gather.scratch.replay;

import java.util.Optional;

/** A replay cannot go on. Its message is one line, lower case, without full stop and secret. */
final class Halt extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Need> need;

    Halt(String reason) {
        this(reason, Optional.empty());
    }

    /** @param need what might have been there beforehand, so that it would have gone on */
    Halt(String reason, Optional<Need> need) {
        super(reason);
        this.need = need;
    }

    /** What it stopped for want of, where that can be made; absent where it cannot. */
    Optional<Need> need() {
        return need;
    }

    String reason() {
        return Optional.ofNullable(getMessage()).orElse("");
    }
}
