package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Place;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import java.util.List;

/** How rows can come once only. */
final class InsertForms {

    private InsertForms() {}

    static List<GuardedForm> of(Dialect dialect, Draft draft, Action.Insert insert) {
        boolean isGuarded = insert.conflict().isPresent()
                || insert.modifiers().has(Modifier.IGNORE)
                || insert.modifiers().has(Modifier.REPLACE);
        if (isGuarded) {
            return List.of();
        }
        return switch (dialect) {
            case POSTGRESQL -> List.of(conflict(draft).since("9.5"));
            case SQLITE -> List.of(conflict(draft).since("3.24"));
            case MYSQL, MARIADB ->
                List.of(GuardedForm.described(
                        "INSERT INTO … SELECT … WHERE NOT EXISTS (SELECT 1 FROM … WHERE key = …)"));
            case H2 -> List.of(GuardedForm.described("MERGE INTO … KEY (…) VALUES (…)"));
            case SQL_SERVER, ORACLE ->
                List.of(GuardedForm.described("MERGE INTO … USING … WHEN NOT MATCHED THEN INSERT"));
            case ANSI -> List.of();
        };
    }

    private static GuardedForm conflict(Draft draft) {
        Place nothing = new Place(draft.end(), draft.end());
        // It may keep rows out for another reason than that they are there.
        return draft.inserting(new Insertion(draft.end(), " ON CONFLICT DO NOTHING"), nothing)
                .replacing();
    }
}
