package dev.migtrue.config;

import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys of {@code snapshot}. */
final class SnapshotKeys {

    private static final Key<String> FILE = Key.optional(
            "file",
            Text.of("the name of a file", "^(?!.*://)\\S(.*\\S)?$"),
            "Where it is kept, relative to the top of the repository. Without it: in git's folder, for this clone"
                    + " alone.");
    private static final Key<Duration> STALE_AFTER = Key.optional(
            "staleAfter",
            new Text<>(
                    "a number of hours or days, 12h or 7d",
                    Pattern.compile("^[1-9][0-9]{0,3}[hd]$"),
                    Optional.empty(),
                    Text.Numbers.REFUSED,
                    SnapshotKeys::duration),
            "The age beyond which migtrue reminds of taking another, 12h or 7d. Without it: 7d.");

    private SnapshotKeys() {}

    static Section<SnapshotSettings> section() {
        return new Section<>("'snapshot'", List.of(FILE, STALE_AFTER), SnapshotKeys::read);
    }

    private static Optional<SnapshotSettings> read(Fields fields) {
        return Optional.of(new SnapshotSettings(
                fields.get(FILE), fields.get(STALE_AFTER).orElse(SnapshotSettings.USUAL.staleAfter())));
    }

    private static Optional<Duration> duration(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return Optional.of(text.endsWith("d") ? Duration.ofDays(count) : Duration.ofHours(count));
    }
}
