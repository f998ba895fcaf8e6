package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.ddl.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the tables of a publication, each of which may have columns and a condition. */
final class MembersReader {

    private final Cursor cursor;

    MembersReader(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Mention> tables() {
        List<Mention> tables = new ArrayList<>();
        do {
            cursor.take("TABLE");
            cursor.take("ONLY");
            boolean isSchema = cursor.take("TABLES", "IN", "SCHEMA");
            cursor.name().filter(name -> !isSchema).ifPresent(tables::add);
            cursor.upTo(Set.of("WITH"));
        } while (cursor.takeSign(','));
        return tables;
    }
}
