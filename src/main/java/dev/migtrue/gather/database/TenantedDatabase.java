package dev.migtrue.gather.database;

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
        return new Crew<Map<VersionTable, TableRead>>(
                        () -> TenantReader.of(whole, pattern),
                        (reader, tenant) -> answers(reader, tenant, tables),
                        progress)
                .all(tenants);
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
