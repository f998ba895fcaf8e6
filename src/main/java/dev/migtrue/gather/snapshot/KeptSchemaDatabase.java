package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.TableRead;
import dev.migtrue.gather.database.VendorCatalogues;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.VersionTable;
import java.util.Map;
import java.util.Optional;

/** A database of which only the schema is known, because somebody kept it. */
public record KeptSchemaDatabase(DatabaseName name, String written, KeptSchema kept) implements Database {

    @Override
    public String target() {
        return kept.dialect() + ":" + written;
    }

    @Override
    public TableRead read(VersionTable table) {
        return new TableRead.NotRead(Obstacle.NOT_ASKED, written + " holds a schema, and no version tables");
    }

    @Override
    public SchemaRead readSchema() {
        return new SchemaRead.Read(
                kept.schema(), Map.of(), VendorCatalogues.omissions(kept.dialect()), Optional.empty());
    }
}
