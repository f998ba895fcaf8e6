package dev.migtrue.facts;

import dev.migtrue.model.History;
import dev.migtrue.model.UnreadFile;
import java.util.List;

/**
 * What a merge of one source into base would leave of a project, worked out without making it.
 *
 * @param history the migrations; of a file in conflict only what either side's text tells alike, else the file is unread
 * @param conflicts the migration files of which both sides have made something else since they parted, each with the reason why its text is
 *     not known
 */
public record MergeResult(History history, List<UnreadFile> conflicts) {

    public MergeResult {
        conflicts = List.copyOf(conflicts);
    }
}
