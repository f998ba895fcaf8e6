package dev.migtrue.cli;

import dev.migtrue.config.DatabaseSettings.Patience;
import dev.migtrue.gather.database.Timeouts;

/** What the configuration says of waiting, as those take it who wait. */
final class WaitingTimes {

    private WaitingTimes() {}

    static Timeouts of(Patience patience) {
        return new Timeouts(
                patience.connect().orElse(Timeouts.DEFAULT.connect()),
                patience.statement().orElse(Timeouts.DEFAULT.statement()));
    }
}
