package dev.migtrue.config;

import dev.migtrue.config.Form.Text;
import dev.migtrue.config.Section.Fields;
import dev.migtrue.model.TenantPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The keys of {@code tenants}. */
final class TenantKeys {

    private static final Text<String> LIKE = Text.of("a pattern with %, as SQL's LIKE takes it", "^\\S(.*\\S)?$");

    private static final Key<String> SCHEMAS = Key.optional(
            "schemas", LIKE, "Each schema whose name is like this is a tenant; on MySQL and MariaDB each database.");
    private static final Key<String> DATABASES = Key.optional(
            "databases", LIKE, "Each database of the server whose name is like this is a tenant; on PostgreSQL.");
    private static final Key<String> QUERY = Key.optional(
            "query",
            Text.of("one SELECT", "^\\s*[Ss][Ee][Ll][Ee][Cc][Tt]\\s[^;]*$"),
            "A SELECT whose first column names the schemas of the tenants.");

    private TenantKeys() {}

    static Section<TenantPattern> section() {
        return new Section<>(
                "'tenants'",
                List.of(SCHEMAS, DATABASES, QUERY),
                List.of(SCHEMAS, DATABASES, QUERY),
                new LinkedHashMap<>(),
                TenantKeys::read);
    }

    private static Optional<TenantPattern> read(Fields fields) {
        Optional<TenantPattern> schemas = fields.get(SCHEMAS).map(TenantPattern.Schemas::new);
        Optional<TenantPattern> databases = fields.get(DATABASES).map(TenantPattern.Databases::new);
        Optional<TenantPattern> query = fields.get(QUERY).map(TenantPattern.Query::new);
        return schemas.or(() -> databases).or(() -> query);
    }
}
