package dev.migtrue.system;

import dev.migtrue.model.VersionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A version table as migration tools make it when nobody tells them otherwise, those included that are not read here. Left out are tools whose table
 * anybody may have made for a purpose of their own: a name and a column that say nothing.
 *
 * @param tools who keeps such a table; at least one
 * @param table how it is told from others: a name alone is often shared
 */
public record KnownTable(List<String> tools, VersionTable table) {

    private static final String SCHEMA_MIGRATIONS = "schema_migrations";
    private static final String MIGRATIONS = "migrations";

    /** All of them, no two of which a single table can be. */
    public static final List<KnownTable> ALL = List.of(
            of("alembic", "alembic_version", "version_num"),
            of("alembic", "alembic_versions", "version_num"),
            of("django", "django_migrations", "id, app, name, applied"),
            of("flyway", "flyway_schema_history", "installed_rank, version, script, checksum, success"),
            of("flyway", "schema_version", "installed_rank, version, script, checksum, success"),
            of("liquibase", "databasechangelog", "id, author, filename, orderexecuted, md5sum"),
            of("rails, dbmate", SCHEMA_MIGRATIONS, "version").but("dirty, inserted_at"),
            of("golang-migrate", SCHEMA_MIGRATIONS, "version, dirty"),
            of("ecto", SCHEMA_MIGRATIONS, "version, inserted_at").but("dirty"),
            of("goose", "goose_db_version", "id, version_id, is_applied"),
            of("prisma", "_prisma_migrations", "id, checksum, finished_at, migration_name, rolled_back_at"),
            of("drizzle", "__drizzle_migrations", "id, hash, created_at").in("drizzle"),
            of("sqlx", "_sqlx_migrations", "version, description, installed_on, success, checksum"),
            of("diesel", "__diesel_schema_migrations", "version, run_on"),
            of("refinery", "refinery_schema_history", "version, name, applied_on, checksum"),
            of("knex", "knex_migrations", "id, name, batch, migration_time"),
            of("typeorm", MIGRATIONS, "id, timestamp, name"),
            of("laravel", MIGRATIONS, "id, migration, batch"),
            of("db-migrate", MIGRATIONS, "id, name, run_on"),
            of("golang-migrate", MIGRATIONS, "version, dirty"),
            of("piccolo", "migration", "id, name, app_name, ran_on"),
            of("sequelize", "SequelizeMeta", "name"),
            of("node-pg-migrate", "pgmigrations", "id, name, run_on"),
            of("mikro-orm", "mikro_orm_migrations", "id, name, executed_at"),
            of("efcore", "__EFMigrationsHistory", "MigrationId, ProductVersion"),
            of("doctrine", "doctrine_migration_versions", "version, executed_at, execution_time"),
            of("phinx", "phinxlog", "version, migration_name, start_time, end_time, breakpoint"),
            of("sqitch", "changes", "change_id, script_hash, change, project").in("sqitch"),
            of("atlas", "atlas_schema_revisions", "version, description, applied, total, operator_version")
                    .in("atlas_schema_revisions"),
            of("graphile-migrate", MIGRATIONS, "hash, previous_hash, filename, date")
                    .in("graphile_migrate"),
            of("mybatis", "changelog", "id, applied_at, description").but("checksum"),
            of("evolve", "changelog", "id, type, version, checksum, installed_by, installed_on, success"),
            of("yoyo", "_yoyo_migration", "migration_hash, migration_id, applied_at_utc"),
            of("aerich", "aerich", "id, version, app, content"),
            of("dbup", "schemaversions", "scriptname, applied"),
            of("grate", "ScriptsRun", "script_name, text_hash, one_time_script").in("grate"),
            of("sql-migrate", "gorp_migrations", "id, applied_at"));

    public KnownTable {
        tools = List.copyOf(tools);
    }

    private static KnownTable of(String tools, String name, String columns) {
        return new KnownTable(
                words(tools), new VersionTable(Optional.empty(), name, words(columns), List.of(), List.of()));
    }

    private static List<String> words(String listed) {
        return Arrays.asList(listed.split(", ", -1));
    }

    /** This table, told from one of the same name by columns that it has not. */
    private KnownTable but(String columns) {
        return new KnownTable(
                tools,
                new VersionTable(table.schema(), table.name(), table.required(), List.of(), List.of(), words(columns)));
    }

    /** This table, in a schema of its own where there are schemas. */
    private KnownTable in(String schema) {
        return new KnownTable(
                tools, new VersionTable(Optional.of(schema), table.name(), table.required(), List.of(), List.of()));
    }

    /** Whether a table of these columns is one; one that is known by a single column must have no other. */
    public boolean isLike(String name, List<String> columns) {
        return table.name().equalsIgnoreCase(name)
                && table.required().stream().allMatch(column -> holds(columns, column))
                && table.foreign().stream().noneMatch(column -> holds(columns, column))
                && (table.required().size() > 1 || columns.size() == 1);
    }

    /** The names by which to look for them, each once. */
    public static List<String> names(List<KnownTable> tables) {
        List<String> names = new ArrayList<>();
        for (KnownTable known : tables) {
            if (names.stream().noneMatch(known.table().name()::equalsIgnoreCase)) {
                names.add(known.table().name());
            }
        }
        return names;
    }

    private static boolean holds(List<String> columns, String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase);
    }
}
