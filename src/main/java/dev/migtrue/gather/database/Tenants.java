package dev.migtrue.gather.database;

import dev.migtrue.model.Applied;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The tenants of one database, each of which has version tables of its own. */
public interface Tenants {

    /** What came of listing them. */
    sealed interface Listed {

        /** What the tables of each tenant hold, in the order of their names. */
        record Read(SequencedMap<String, Map<VersionTable, TableRead>> tables) implements Listed {}

        /** Which tenants there are could not be told; reading the database itself tells why. */
        record NotListed() implements Listed {}
    }

    /** Reads these version tables of every tenant. */
    Listed read(Collection<VersionTable> tables);

    /** What some of them are made of. */
    default TenantSchemas schemas(List<String> tenants) {
        SchemaRead unread = new SchemaRead.NotRead(
                new TableRead.NotRead(Applied.Obstacle.NOT_ASKED, "what tenants are made of was not remembered"));
        SequencedMap<String, SchemaRead> each = new LinkedHashMap<>();
        tenants.forEach(tenant -> each.put(tenant, unread));
        return new TenantSchemas(each, Optional.empty(), Optional.empty());
    }
}
