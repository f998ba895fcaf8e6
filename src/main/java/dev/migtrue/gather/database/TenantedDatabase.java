package dev.migtrue.gather.database;

import dev.migtrue.language.schema.SchemaParts;
import dev.migtrue.model.Applied.Obstacle;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.TenantPattern;
import dev.migtrue.model.VersionTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A database with the same tables once for each tenant. */
public final class TenantedDatabase implements Database, Tenants {

    private final JdbiDatabase whole;
    private final TenantPattern pattern;
    private final Progress progress;
    private Optional<TableRead.NotRead> obstacle = Optional.empty();
    /** Read once for all sets of tenants. */
    private Optional<SchemaRead> everything = Optional.empty();

    /** Who is told how many tenants were read. */
    @FunctionalInterface
    public interface Progress {

        void at(int done, int all);
    }

    public TenantedDatabase(JdbiDatabase whole, TenantPattern pattern, Progress progress) {
        this.whole = whole;
        this.pattern = pattern;
        this.progress = progress;
    }

    @Override
    public DatabaseName name() {
        return whole.name();
    }

    @Override
    public String target() {
        return whole.target();
    }

    @Override
    public Optional<String> schemaFingerprint() {
        return whole.schemaFingerprint();
    }

    @Override
    public SchemaRead readSchema() {
        return whole.readSchema();
    }

    @Override
    public Optional<Tenants> tenants() {
        return Optional.of(this);
    }

    /** Only asked where the tenants could not be listed, which no table of the whole may hide. */
    @Override
    public TableRead read(VersionTable table) {
        return obstacle.<TableRead>map(known -> known).orElseGet(() -> whole.read(table));
    }

    @Override
    public Listed read(Collection<VersionTable> tables) {
        return switch (whole.names(pattern)) {
            case Names.NotRead unread -> notListed(unread.why());
            case Names.Read names ->
                names.names().isEmpty()
                        ? notListed(
                                new TableRead.NotRead(Obstacle.REFUSED, "there is no tenant: nothing fits " + words()))
                        : new Listed.Read(read(names.names(), List.copyOf(tables)));
        };
    }

    private Listed notListed(TableRead.NotRead why) {
        obstacle = Optional.of(why);
        return new Listed.NotListed();
    }

    private String words() {
        return switch (pattern) {
            case TenantPattern.Schemas schemas -> "schemas: " + schemas.like();
            case TenantPattern.Databases databases -> "databases: " + databases.like();
            case TenantPattern.Query query -> "query: " + query.sql();
        };
    }

    private SequencedMap<String, Map<VersionTable, TableRead>> read(List<String> tenants, List<VersionTable> tables) {
        return new Crew<TenantReader, Map<VersionTable, TableRead>>(
                        () -> TenantReader.of(whole, pattern),
                        (reader, tenant) -> answers(reader, tenant, tables),
                        progress)
                .all(tenants);
    }

    /** All schemas of a database are read at once; a database is read by itself. */
    @Override
    public TenantSchemas schemas(List<String> tenants) {
        return switch (pattern) {
            case TenantPattern.Databases databases -> ofDatabases(tenants);
            case TenantPattern.Schemas schemas -> ofSchemas(tenants);
            case TenantPattern.Query query -> ofSchemas(tenants);
        };
    }

    private TenantSchemas ofDatabases(List<String> tenants) {
        return new TenantSchemas(
                new Crew<>(() -> new TenantReader.OfDatabases(whole), TenantReader.OfDatabases::schema, progress)
                        .all(tenants),
                Optional.empty(),
                Optional.empty());
    }

    private TenantSchemas ofSchemas(List<String> tenants) {
        Optional<String> home = whole.home();
        if (home.isEmpty()) {
            return ofDatabases(tenants);
        }
        SchemaRead read = everything.orElseGet(whole::readSchema);
        everything = Optional.of(read);
        SequencedMap<String, SchemaRead> each = new LinkedHashMap<>();
        return switch (read) {
            case SchemaRead.NotRead unread -> {
                tenants.forEach(tenant -> each.put(tenant, unread));
                yield new TenantSchemas(each, home, Optional.empty());
            }
            case SchemaRead.Read known -> {
                SchemaParts parts = new SchemaParts(known.schema());
                String as = home.get();
                tenants.forEach(tenant -> each.put(tenant, new SchemaRead.Read(parts.of(tenant, as))));
                yield new TenantSchemas(
                        each, home, Optional.of(parts.of(as, as)).filter(shared -> !tenants.contains(as)));
            }
        };
    }

    private static Map<VersionTable, TableRead> answers(TenantReader reader, String tenant, List<VersionTable> tables) {
        Map<VersionTable, TableRead> answers = new LinkedHashMap<>();
        tables.forEach(table -> answers.put(table, reader.read(tenant, table)));
        return answers;
    }

    @Override
    public void close() {
        whole.close();
    }
}
