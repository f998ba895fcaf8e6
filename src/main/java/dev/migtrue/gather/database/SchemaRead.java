package dev.migtrue.gather.database;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of reading what a database is made of. */
public sealed interface SchemaRead {

    /**
     * It was read.
     *
     * @param owners whose schemas and tables are; empty where the database does not tell
     * @param omissions what is never read of such a database
     * @param spoken what the server says that it speaks, as addresses begin: {@code mariadb}; absent where its own address tells
     */
    record Read(Schema schema, Map<ObjectId, String> owners, List<Omission> omissions, Optional<String> spoken)
            implements SchemaRead {
        public Read {
            owners = Map.copyOf(owners);
            omissions = List.copyOf(omissions);
        }

        /** All of one of which nobody says whose what is. */
        public Read(Schema schema) {
            this(schema, Map.of(), List.of(), Optional.empty());
        }
    }

    /** It was not; why is the same as of a version table. */
    record NotRead(TableRead.NotRead why) implements SchemaRead {}
}
