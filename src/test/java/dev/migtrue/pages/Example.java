package dev.migtrue.pages;

import dev.migtrue.model.Revision;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One example of a rule page.
 *
 * @param heading as it stands on the page: {@code Bad: created and never added}
 * @param findings exactly what the tool's concise output says of the scenario; empty for a good example
 * @param fixed what {@code check --fix} makes of files in the working tree; empty where that is not told
 */
record Example(String heading, Scenario scenario, String findings, SequencedMap<String, String> fixed) {

    /** How the heading of an example begins in which something is wrong. */
    static final String BAD = "Bad: ";

    /** How a page writes the commit that base is at. */
    private static final String BASE_COMMIT = "0123abcd";

    Example {
        fixed = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fixed));
    }

    /** What was said with page-wide words for what differs from run to run: the commit that base is at. */
    static String shown(String said, Optional<Revision> base) {
        return base.map(revision -> said.replace(revision.briefCommit(), BASE_COMMIT))
                .orElse(said);
    }

    boolean isBad() {
        return heading.startsWith(BAD);
    }
}
