package dev.migtrue.system.flyway;

import dev.migtrue.model.Checksum;
import java.util.List;

/** What can be said of the checksum that Flyway would store for a migration now. */
sealed interface Fingerprint {

    /** Flyway keeps none of this migration. */
    record None() implements Fingerprint {}

    /**
     * This one.
     *
     * @param accepted further ones that Flyway takes for right
     */
    record Known(Checksum now, List<Checksum> accepted) implements Fingerprint {

        public Known {
            accepted = List.copyOf(accepted);
        }
    }

    /**
     * Only a run can tell.
     *
     * @param reason why, in words that may follow the file's name and a colon
     * @param accepted what Flyway takes for right whatever a run would tell
     */
    record Unknown(String reason, List<Checksum> accepted) implements Fingerprint {

        public Unknown {
            accepted = List.copyOf(accepted);
        }
    }
}
