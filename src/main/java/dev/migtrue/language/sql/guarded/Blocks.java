package dev.migtrue.language.sql.guarded;

import java.util.Optional;

/** PostgreSQL's block around a statement, which takes the one error that a second run meets. */
final class Blocks {

    private final Draft draft;

    Blocks(Draft draft) {
        this.draft = draft;
    }

    /** Absent where the statement cannot stand in a block as it is written. */
    Optional<GuardedForm> taking(String condition) {
        if (draft.statement().text().contains("$$")) {
            return Optional.empty();
        }
        return Optional.of(draft.around("DO $$ BEGIN\n", ";\nEXCEPTION WHEN " + condition + " THEN NULL;\nEND $$"));
    }
}
