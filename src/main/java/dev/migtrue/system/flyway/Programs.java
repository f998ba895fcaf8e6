package dev.migtrue.system.flyway;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.language.sql.program.Program;
import dev.migtrue.language.sql.rerun.Standalone;
import dev.migtrue.model.Migration;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Tree;
import java.util.List;
import java.util.Optional;

/** What the SQL migrations of one tree do, as one Flyway runs them. */
record Programs(Settings settings, Tree tree) {

    /** Absent where it is no SQL, or cannot be read. */
    Optional<Program> of(Migration migration, Dialect dialect) {
        RepoPath path = migration.at().path();
        if (settings.naming().sqlStem(path.name()).isEmpty()) {
            return Optional.empty();
        }
        return new Fingerprints(settings, tree)
                .text(path)
                .map(text -> filled(text, path))
                .map(text -> new Program(
                        dialect,
                        mode(path, text, dialect),
                        List.of(new Operation.Written(text, new Place(0, text.length())))));
    }

    /** What stands for values that are not known stays. */
    private String filled(String text, RepoPath path) {
        return settings.placeholders()
                .filter(some -> SideFile.of(path, tree).isPlaceholderReplaced().orElse(true))
                .map(some -> some.fillKnown(text, path.name(), settings.table()))
                .orElse(text);
    }

    /** Flyway does without a transaction where the database would refuse a statement in one. */
    private Mode mode(RepoPath path, String text, Dialect dialect) {
        return ownMode(path)
                .orElseGet(() -> !settings.isInTransaction() || Standalone.isIn(Script.of(text, dialect))
                        ? Mode.STATEMENT_BY_STATEMENT
                        : Mode.ONE_TRANSACTION);
    }

    /** What the file beside a script says. */
    Optional<Mode> ownMode(RepoPath path) {
        return SideFile.of(path, tree)
                .isInTransaction()
                .map(is -> is ? Mode.ONE_TRANSACTION : Mode.STATEMENT_BY_STATEMENT);
    }
}
