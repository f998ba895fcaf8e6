package dev.migtrue.facts;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.MigrationId;
import java.util.Map;
import java.util.Optional;

/** What a search told of the texts that databases have run and whose migrations have other texts now. */
public record Edits(Map<Pair, Edit> known) {

    /** What there is to tell where nothing was edited, or nobody searched. */
    public static final Edits NONE = new Edits(Map.of());

    /**
     * Two texts of a migration.
     *
     * @param stored the checksum that was stored for the one that was applied
     * @param now the content of the file that holds the other one
     */
    public record Pair(MigrationId id, Checksum stored, ContentId now) {}

    public Edits {
        known = Map.copyOf(known);
    }

    /** What became of the text that databases have run; absent where they have run several, or nobody searched. */
    public Optional<Edit> of(AppliedEdit edit) {
        return edit.stored().size() == 1
                ? Optional.ofNullable(known.get(new Pair(
                        edit.presence().id(),
                        edit.stored().getFirst(),
                        edit.copy().content())))
                : Optional.empty();
    }
}
