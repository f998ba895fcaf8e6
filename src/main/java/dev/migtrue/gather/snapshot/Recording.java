package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.TableRead;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What one database said, or one tenant of it.
 *
 * @param target where it is, without user or secret
 * @param schemaFingerprint what tells whether its tables are made as before; absent where that could not be told
 * @param tables what came of reading each version table that was asked for; each was read, or is known not to be there
 */
public record Recording(
        DatabaseName name,
        String target,
        Optional<String> schemaFingerprint,
        SequencedMap<Question, TableRead> tables) {

    public Recording {
        tables = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    }

    /**
     * Which version table was asked for. Tools whose tables have the same name are told apart by its columns.
     *
     * @param schema where it had to be; absent means wherever the connection found it
     * @param columns those without which it is not this tool's
     */
    public record Question(Optional<String> schema, String table, List<String> columns) {

        public Question {
            columns = List.copyOf(columns);
        }

        static Question of(VersionTable table) {
            return new Question(table.schema(), table.name(), table.required());
        }
    }
}
