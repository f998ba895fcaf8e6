package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import java.util.Optional;

/** Objects that get a name from the database, which is another one each time. */
final class Unnamed {

    private Unnamed() {}

    /** Whether an action makes one. */
    static boolean isMade(Action action) {
        return switch (action) {
            case Action.Create create ->
                create.definition() instanceof Definition.Index index
                        ? index.index().name().isEmpty()
                        : create.name().isEmpty();
            case Action.Alter alter ->
                alter.changes().stream().anyMatch(change -> switch (change) {
                    case Change.AddConstraint add -> add.constraint().name().isEmpty();
                    case Change.AddIndex add -> add.index().name().isEmpty();
                    default -> false;
                });
            default -> false;
        };
    }

    static Optional<Mention> table(Action action) {
        return switch (action) {
            case Action.Create create -> create.on();
            case Action.Alter alter -> alter.name();
            default -> Optional.empty();
        };
    }
}
