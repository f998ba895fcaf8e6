package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.RuleId;
import java.util.stream.Stream;

/** Reports statements that leave out rows for whatever reason, where only rows that are there were meant. */
public final class IgnoreHidesErrors implements ScriptRule {

    private static final RuleId ID = new RuleId("ignore-hides-errors");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        Dialect dialect = reviewed.reading().dialect();
        return reviewed.reading().passages().stream()
                .filter(passage -> passage.action() instanceof Action.Insert insert
                        && insert.modifiers().has(Modifier.IGNORE))
                .map(passage -> remark(passage, dialect));
    }

    private static Remark remark(Passage passage, Dialect dialect) {
        String table = ((Action.Insert) passage.action()).table().toString();
        boolean isSqlite = dialect == Dialect.SQLITE;
        return Remark.of(
                passage,
                isSqlite
                        ? "OR IGNORE also leaves out rows of \"%s\" that break NOT NULL or a CHECK, without a word"
                                .formatted(table)
                        : "IGNORE also cuts values of \"%s\" that are too long and leaves out rows without their parent, as warnings"
                                .formatted(table),
                isSqlite
                        ? "write INSERT … ON CONFLICT (key) DO NOTHING"
                        : "write INSERT … ON DUPLICATE KEY UPDATE key = key");
    }
}
