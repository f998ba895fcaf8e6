package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RepoPath;
import java.util.List;

/**
 * What scripts have built so far. Scripts are told to it in the order in which they run; of what it was not told of, it
 * knows nothing and says nothing.
 */
public final class Standing {

    private final Dialect dialect;
    private final Inventory inventory = new Inventory();
    private final Replay replay;

    public Standing(Dialect dialect) {
        this.dialect = dialect;
        this.replay = new Replay(inventory, dialect);
    }

    /** Whether a script does something of which the meaning depends on what is there. */
    public static boolean isAskedBy(Reading reading) {
        return reading.passages().stream().anyMatch(Standing::asks);
    }

    private static boolean asks(Passage passage) {
        return switch (passage.action()) {
            case Action.Create create ->
                !passage.around().isEmpty()
                        || create.modifiers().has(Modifier.IF_NOT_EXISTS)
                        || create.modifiers().has(Modifier.OR_REPLACE);
            case Action.Alter alter ->
                !passage.around().isEmpty()
                        || alter.changes().stream()
                                .anyMatch(change -> change instanceof Change.RedefineColumn
                                        || change.modifiers().has(Modifier.IF_NOT_EXISTS));
            default -> false;
        };
    }

    /** Goes on by one script. */
    public void tell(Reading reading, RepoPath file) {
        reading.passages().forEach(passage -> replay.run(passage, file));
        reading.unread().forEach(unread -> replay.doubt(unread.what()));
    }

    /** Goes on by a text that nobody understands: what it names may have been changed. */
    public void tell(String text) {
        replay.doubt(text);
    }

    /** Goes on by one script, and says where it takes what is there for something else. */
    public List<Clash> clashes(Reading reading, RepoPath file) {
        Search search = new Search(inventory, dialect, file);
        for (Passage passage : reading.passages()) {
            search.before(passage, reading);
            replay.run(passage, file);
        }
        return search.found();
    }
}
