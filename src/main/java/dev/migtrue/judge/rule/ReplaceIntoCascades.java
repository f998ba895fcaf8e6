package dev.migtrue.judge.rule;

import dev.migtrue.facts.ReviewedMigration;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.RuleId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports statements that delete the row in the way, with all that hangs on it, and put in another. */
public final class ReplaceIntoCascades implements ScriptRule {

    private static final RuleId ID = new RuleId("replace-into-cascades");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public Stream<Remark> remarks(ReviewedMigration reviewed) {
        List<Passage> passages = reviewed.reading().passages();
        boolean isSqlite = reviewed.reading().dialect() == Dialect.SQLITE;
        return IntStream.range(0, passages.size())
                .filter(index -> passages.get(index).action() instanceof Action.Insert insert
                        && insert.modifiers().has(Modifier.REPLACE)
                        && !isNew(insert.table(), passages.subList(0, index)))
                .mapToObj(index -> remark(passages.get(index), isSqlite ? "INSERT OR REPLACE" : "REPLACE"));
    }

    /** Nothing hangs on the rows of a table that the script itself has just made. */
    private static boolean isNew(Mention table, List<Passage> before) {
        return before.stream()
                .anyMatch(passage -> passage.action() instanceof Action.Create create
                        && !create.modifiers().has(Modifier.IF_NOT_EXISTS)
                        && create.name()
                                .filter(name -> name.name().equals(table.name()))
                                .isPresent());
    }

    private static Remark remark(Passage passage, String verb) {
        String table = ((Action.Insert) passage.action()).table().toString();
        String cure = verb.equals("REPLACE")
                ? "write INSERT … ON DUPLICATE KEY UPDATE with the columns that change"
                : "write INSERT … ON CONFLICT (key) DO UPDATE SET with the columns that change";
        return Remark.of(
                passage,
                "%s deletes the row of \"%s\" that is there: ON DELETE CASCADE follows, and columns not named here lose their values"
                        .formatted(verb, table),
                cure);
    }
}
