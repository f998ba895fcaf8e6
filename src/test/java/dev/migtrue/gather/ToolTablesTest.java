package dev.migtrue.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolTablesTest {

    private static final ObjectId TABLE = named(ObjectKind.TABLE, "goose_db_version");
    private static final ObjectId NUMBERS = named(ObjectKind.SEQUENCE, "goose_db_version_id_seq");
    private static final ObjectId OTHER_NUMBERS = named(ObjectKind.SEQUENCE, "goose_db_version_2_id_seq");

    @Test
    void theSequenceThatNumbersTheRowsOfAVersionTableGoesWithIt() {
        Schema schema = Schema.of(List.of(
                object(TABLE),
                object(ObjectId.part(ObjectKind.COLUMN, TABLE, "id")),
                object(ObjectId.part(ObjectKind.COLUMN, TABLE, "version_id")),
                object(ObjectId.part(ObjectKind.COLUMN, TABLE, "is_applied")),
                object(ObjectId.part(ObjectKind.COLUMN, TABLE, "tstamp")),
                owned(NUMBERS, "goose_db_version.id"),
                owned(OTHER_NUMBERS, "goose_db_version_2.id")));

        IgnoredObjects kept = new ToolTables(List.of()).in(List.of(schema)).objects();

        assertThat(kept.contains(TABLE)).isTrue();
        assertThat(kept.contains(NUMBERS)).isTrue();
        assertThat(kept.contains(OTHER_NUMBERS)).isFalse();
    }

    private static ObjectId named(ObjectKind kind, String name) {
        return ObjectId.of(kind, Optional.of("public"), name);
    }

    private static SchemaObject object(ObjectId id) {
        return new SchemaObject(id, new LinkedHashMap<>());
    }

    private static SchemaObject owned(ObjectId sequence, String column) {
        return new SchemaObject(sequence, new LinkedHashMap<>(Map.of("owned by", column)));
    }
}
