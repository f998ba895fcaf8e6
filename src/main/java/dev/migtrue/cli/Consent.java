package dev.migtrue.cli;

import dev.migtrue.config.Configuration;
import dev.migtrue.config.ConfigurationFile;
import dev.migtrue.gather.address.Review;
import dev.migtrue.model.RepoPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the programs that a configuration names may be run: whoever checks a clone must not run what it says unasked.
 *
 * @param objection why they may not; absent where they may
 */
record Consent(Optional<String> objection) {

    private static final String VARIABLE = "MIGTRUE_ALLOW_COMMANDS";

    /** The user's, by where the configuration stands or by a variable, which speaks for what was reviewed only. */
    static Consent of(Configuration configuration, Map<String, String> environment, Review review) {
        return of("its urlCommand", configuration, environment, review);
    }

    /** @param program what is to be run, as messages name it */
    static Consent of(String program, Configuration configuration, Map<String, String> environment, Review review) {
        if (configuration.place() == Configuration.Place.OUTSIDE) {
            return new Consent(Optional.empty());
        }
        if (!environment.getOrDefault(VARIABLE, "").equals("1")) {
            return new Consent(Optional.of(program + " is not run: set " + VARIABLE
                    + "=1 if you trust this repository, or give a --config FILE that lies outside of it"));
        }
        return new Consent(review.objection(new RepoPath(ConfigurationFile.NAME), Set.of())
                .map(reason -> program + " is not run: " + reason));
    }
}
