package dev.migtrue.facts;

import dev.migtrue.model.Checksum;
import dev.migtrue.model.ContentId;
import dev.migtrue.model.MigrationId;
import dev.migtrue.model.RepoPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is known of the texts that databases have run and whose migrations have other texts now.
 *
 * @param known what a search told of each
 * @param undecided the files that may hold another text than the one that was run, which nobody can tell without running
 *     something, each with the reason
 */
public record Edits(Map<Pair, Edit> known, SequencedMap<RepoPath, String> undecided) {

    /** What there is to tell where nothing was edited, or nobody searched. */
    public static final Edits NONE = new Edits(Map.of(), new LinkedHashMap<>());

    /**
     * Two texts of a migration.
     *
     * @param stored the checksum that was stored for the one that was applied
     * @param now the content of the file that holds the other one
     */
    public record Pair(MigrationId id, Checksum stored, ContentId now) {}

    public Edits {
        known = Map.copyOf(known);
        undecided = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(undecided));
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
