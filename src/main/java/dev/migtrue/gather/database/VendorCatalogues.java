package dev.migtrue.gather.database;

import dev.migtrue.gather.database.catalogue.Catalogue;
import dev.migtrue.gather.database.catalogue.ClickHouseCatalogue;
import dev.migtrue.gather.database.catalogue.liquibase.LiquibaseCatalogue;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Omission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The catalogues of databases whose driver the user brings along, and what is not read of them. */
public final class VendorCatalogues {

    private static final String REASON = "liquibase-core, which reads %s for migtrue, does not tell";

    /** Names of system-named constraints end with a number in hexadecimal digits. */
    private static final Pattern SQL_SERVER_NAMES = Pattern.compile("(PK|UQ|FK)__.*__[0-9A-F]{8}([0-9A-F]{8})?");

    private static final Pattern ORACLE_NAMES = Pattern.compile("SYS_C\\d+");

    private VendorCatalogues() {}

    /**
     * What is never read of a kind of database.
     *
     * @param kind what its addresses begin with; of others than these three, everything is read
     */
    public static List<Omission> omissions(String kind) {
        return Arrays.stream(Vendor.values())
                .filter(vendor -> vendor.scheme().equals(kind))
                .flatMap(vendor -> of(vendor).omissions().stream())
                .toList();
    }

    static Catalogue of(Vendor vendor) {
        return switch (vendor) {
            case SQL_SERVER -> sqlServer();
            case ORACLE -> oracle();
            case CLICKHOUSE -> new ClickHouseCatalogue();
        };
    }

    /** All schemas but those of the server and of its fixed roles. */
    private static Catalogue sqlServer() {
        String reason = REASON.formatted(Vendor.SQL_SERVER.title());
        return new LiquibaseCatalogue(
                """
                SELECT name FROM sys.schemas
                WHERE schema_id < 16384 AND name NOT IN ('sys', 'INFORMATION_SCHEMA', 'guest') ORDER BY name""",
                """
                SELECT 'yes' AS whole
                WHERE HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'VIEW DEFINITION') = 1
                  AND HAS_PERMS_BY_NAME(DB_NAME(), 'DATABASE', 'SELECT') = 1""",
                Optional.empty(),
                SQL_SERVER_NAMES,
                List.of(
                        new Omission.Kinds(
                                EnumSet.of(
                                        ObjectKind.DOMAIN,
                                        ObjectKind.COMPOSITE_TYPE,
                                        ObjectKind.CHECK_CONSTRAINT,
                                        ObjectKind.STATISTICS,
                                        ObjectKind.FUNCTION,
                                        ObjectKind.PROCEDURE,
                                        ObjectKind.AGGREGATE,
                                        ObjectKind.TRIGGER,
                                        ObjectKind.POLICY,
                                        ObjectKind.EVENT_TRIGGER,
                                        ObjectKind.SYNONYM),
                                reason),
                        of(ObjectKind.TABLE, reason, "grants", "partitions", "storage options", "temporal history"),
                        of(ObjectKind.COLUMN, reason, "collation", "expression", "mask", "sparse"),
                        of(ObjectKind.FOREIGN_KEY, reason, "enabled", "trusted"),
                        of(ObjectKind.INDEX, reason, "enabled"),
                        of(ObjectKind.SEQUENCE, reason, "type", "cache"),
                        of(ObjectKind.VIEW, reason, "grants")));
    }

    /** The schemas of users of which something is shown. */
    private static Catalogue oracle() {
        String reason = REASON.formatted(Vendor.ORACLE.title());
        return new LiquibaseCatalogue(
                """
                SELECT u.username AS "name" FROM all_users u
                WHERE u.username = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')
                   OR (u.oracle_maintained = 'N' AND EXISTS (SELECT 1 FROM all_tables t WHERE t.owner = u.username))
                ORDER BY u.username""",
                """
                SELECT 'yes' AS "whole" FROM dual
                WHERE EXISTS (SELECT 1 FROM session_privs p WHERE p.privilege IN ('SELECT ANY TABLE', 'READ ANY TABLE'))
                   OR NOT EXISTS (SELECT 1 FROM all_tables t JOIN all_users u ON u.username = t.owner
                                  WHERE u.oracle_maintained = 'N' AND t.owner <> SYS_CONTEXT('USERENV', 'SESSION_USER'))""",
                Optional.of("""
                        SELECT t.owner AS "schema", t.table_name AS "name"
                        FROM all_tables t JOIN all_users u ON u.username = t.owner
                        WHERE u.oracle_maintained = 'N'"""),
                ORACLE_NAMES,
                List.of(
                        new Omission.Kinds(
                                EnumSet.of(
                                        ObjectKind.COMPOSITE_TYPE,
                                        ObjectKind.CHECK_CONSTRAINT,
                                        ObjectKind.MATERIALIZED_VIEW,
                                        ObjectKind.FUNCTION,
                                        ObjectKind.PROCEDURE,
                                        ObjectKind.AGGREGATE,
                                        ObjectKind.TRIGGER,
                                        ObjectKind.POLICY,
                                        ObjectKind.EVENT_TRIGGER,
                                        ObjectKind.SYNONYM),
                                reason),
                        of(ObjectKind.SCHEMA, reason, "packages"),
                        of(ObjectKind.TABLE, reason, "grants", "partitions", "storage options"),
                        of(ObjectKind.COLUMN, reason, "collation", "identity sequence"),
                        of(ObjectKind.PRIMARY_KEY, reason, "deferrable", "enabled"),
                        of(ObjectKind.FOREIGN_KEY, reason, "enabled"),
                        of(ObjectKind.INDEX, reason, "method", "visible", "partitions"),
                        // Where it stands is all that Oracle knows of where it began.
                        of(ObjectKind.SEQUENCE, reason, "start"),
                        of(ObjectKind.VIEW, reason, "grants")));
    }

    private static Omission of(ObjectKind kind, String reason, String... properties) {
        return new Omission.Properties(kind, Set.of(properties), reason);
    }
}
