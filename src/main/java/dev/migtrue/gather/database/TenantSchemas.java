package dev.migtrue.gather.database;

import dev.migtrue.language.schema.Schema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What tenants are made of.
 *
 * @param each of every tenant, in their order; where tenants are schemas, told as if each lay in the same one
 * @param as that one: {@code public}; absent where tenants are databases, or were not read
 * @param shared what lies in that one itself, which all tenants use; absent where it is a tenant's own, or there is none
 */
public record TenantSchemas(SequencedMap<String, SchemaRead> each, Optional<String> as, Optional<Schema> shared) {

    public TenantSchemas {
        each = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(each));
    }
}
