package dev.migtrue.gather.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migtrue.gather.database.catalogue.CannedServer;
import dev.migtrue.language.schema.ObjectKind;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is made of the answers that SQL Server and Oracle are documented to give to Liquibase's queries; no server of theirs is here. */
class VendorCataloguesTest {

    private static CannedServer sqlServer() {
        return new CannedServer(Map.of(
                        "getDatabaseProductName", "Microsoft SQL Server",
                        "getDatabaseProductVersion", "16.00.4105",
                        "getDatabaseMajorVersion", 16,
                        "getDriverName", "Microsoft JDBC Driver 13.6 for SQL Server",
                        "getDriverMajorVersion", 13,
                        "getCatalog", "shop"))
                .says("FROM sys.schemas", "name\ndbo")
                .says("getCatalogs", "TABLE_CAT\nshop")
                .says("getSchemas", "TABLE_SCHEM | TABLE_CATALOG\ndbo | -")
                .says("'Collation'", "collation\nLatin1_General_CI_AS")
                .says("AS whole", "whole\nyes")
                .says("schema_name()", "schema\ndbo")
                .says("o.type in ('U')", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | TABLE_TYPE | REMARKS
                        shop | dbo | people | TABLE | everybody
                        shop | dbo | orders | TABLE | -""")
                .says("sys.columns c inner join", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | COLUMN_NAME | IS_FILESTREAM | IS_ROWGUIDCOL | IS_AUTOINCREMENT | REMARKS | TYPE_NAME | COLUMN_DEF_NAME | COLUMN_DEF | DATA_TYPE | NULLABLE | NUM_PREC_RADIX | ORDINAL_POSITION | DECIMAL_DIGITS | COLUMN_SIZE | DATA_PRECISION | IS_COMPUTED
                        shop | dbo | people | id | no | no | YES | - | int | - | - | 4 | 0 | 10 | 1 | 0 | 4 | 10 | no
                        shop | dbo | people | name | no | no | NO | who | nvarchar | DF_name | ('nobody') | -9 | 0 | 10 | 2 | 0 | 100 | 0 | no
                        shop | dbo | orders | person | no | no | NO | - | int | - | - | 4 | 1 | 10 | 1 | 0 | 4 | 10 | no""")
                .says("sys.identity_columns", """
                        schema_name | table_name | column_name | start_value | increment_by
                        dbo | people | id | 10L | 5L""")
                .says("[kc].[type] = 'PK'", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | COLUMN_NAME | ASC_OR_DESC | KEY_SEQ | PK_NAME
                        shop | dbo | people | id | A | 1 | PK__people__3213E83F2B3F6F97""")
                .says("sys.indexes i join sys.index_columns", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | NON_UNIQUE | INDEX_NAME | TYPE | ORDINAL_POSITION | COLUMN_NAME | ASC_OR_DESC | FILTER_CONDITION | INTERNAL_OBJECT_TYPE | IS_INCLUDED_COLUMN | IS_PADDED | FILL_FACTOR
                        shop | dbo | people | 0 | PK__people__3213E83F2B3F6F97 | 1 | 1 | id | A | - | U | no | no | 0
                        shop | dbo | people | 1 | by_name | 3 | 1 | name | D | ([name]>'a') | U | no | no | 80""")
                .says("getImportedKeys", """
                        PKTABLE_CAT | PKTABLE_SCHEM | PKTABLE_NAME | PKCOLUMN_NAME | FKTABLE_CAT | FKTABLE_SCHEM | FKTABLE_NAME | FKCOLUMN_NAME | KEY_SEQ | UPDATE_RULE | DELETE_RULE | FK_NAME | PK_NAME | DEFERRABILITY
                        shop | dbo | people | id | shop | dbo | orders | person | 1 | 1 | 0 | orders_person | PK__people__3213E83F2B3F6F97 | 7""");
    }

    private static CannedServer oracle() {
        return new CannedServer(Map.of(
                        "getDatabaseProductName", "Oracle",
                        "getDatabaseProductVersion", "Oracle Database 19c",
                        "getDatabaseMajorVersion", 19,
                        "getUserName", "SHOP"))
                .says("AS \"name\" FROM all_users", "name\nSHOP")
                .says("AS \"whole\"", "whole\nyes")
                .says("current_schema", "schema\nSHOP")
                .says("getSchemas", "TABLE_SCHEM\nSHOP")
                .says("from ALL_TABLES a", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | TEMPORARY | DURATION | TABLE_TYPE | REMARKS | TABLESPACE_NAME | DEFAULT_TABLESPACE
                        - | SHOP | PEOPLE | N | - | TABLE | everybody | USERS | true""")
                .says("FROM ALL_TAB_COLS c", """
                        TABLE_CAT | TABLE_SCHEM | IS_AUTOINCREMENT | REMARKS | OWNER | TABLE_NAME | COLUMN_NAME | DATA_TYPE_NAME | DATA_TYPE | DATA_LENGTH | DATA_PRECISION | DATA_SCALE | CHAR_LENGTH | CHAR_USED | NULLABLE | ORDINAL_POSITION | DATA_DEFAULT | VIRTUAL_COLUMN | DEFAULT_ON_NULL | IDENTITY_COLUMN | GENERATION_TYPE
                        - | SHOP | NO | - | SHOP | PEOPLE | ID | NUMBER | 3 | 22 | 10 | 0 | 0 | - | N | 1 | - | NO | NO | YES | ALWAYS
                        - | SHOP | NO | who | SHOP | PEOPLE | NAME | VARCHAR2 | 12 | 200 | - | - | 50 | C | Y | 2 | 'nobody' | NO | NO | NO | -""")
                .says("k.constraint_type = 'P'", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | COLUMN_NAME | KEY_SEQ | PK_NAME | VALIDATED
                        - | SHOP | PEOPLE | ID | 1 | SYS_C007321 | VALIDATED""")
                .says("FROM ALL_IND_COLUMNS c", """
                        INDEX_NAME | TYPE | TABLE_SCHEM | TABLE_NAME | COLUMN_NAME | ORDINAL_POSITION | FILTER_CONDITION | INDEX_OWNER | NON_UNIQUE | ASC_OR_DESC | TABLESPACE_NAME
                        SYS_C007321 | 3 | SHOP | PEOPLE | ID | 1 | - | SHOP | 0 | A | -
                        BY_NAME | 3 | SHOP | PEOPLE | NAME | 1 | - | SHOP | 1 | A | -""")
                .says("FROM ALL_SEQUENCES", """
                        SEQUENCE_NAME | MIN_VALUE | MAX_VALUE | INCREMENT_BY | WILL_CYCLE | IS_ORDERED | START_VALUE | CACHE_SIZE
                        TICKETS | 1 | 9999 | 5 | N | N | 371 | 20""")
                .says("from ALL_VIEWS a", """
                        TABLE_CAT | TABLE_SCHEM | TABLE_NAME | TABLE_TYPE | REMARKS | OBJECT_BODY | EDITIONING_VIEW
                        - | SHOP | ADULTS | TABLE | - | select id from people | N""");
    }

    @Test
    void whatSqlServerIsMadeOf() {
        assertThat(sqlServer().read(VendorCatalogues.of(Vendor.SQL_SERVER)).text())
                .isEqualTo("""
                schema dbo
                table dbo.orders
                table dbo.people
                  comment: everybody
                column dbo.orders.person
                  type: int(10)
                  nullable: yes
                column dbo.people.id
                  type: int(10)
                  nullable: no
                  identity: yes
                  identity sequence: start 10 increment 5
                column dbo.people.name
                  type: nvarchar(50)
                  nullable: no
                  default: 'nobody'
                  comment: who
                primary key dbo.people.PRIMARY
                  columns: id
                foreign key dbo.orders.orders_person
                  columns: person
                  references: dbo.people (id)
                  on update: no action
                  on delete: cascade
                index dbo.people.by_name
                  unique: no
                  columns: name desc
                  fill factor: 80
                  predicate: ([name]>'a')""");
    }

    /** Where sequences and identity columns began, the library cannot know. */
    @Test
    void whatOracleIsMadeOf() {
        assertThat(oracle().read(VendorCatalogues.of(Vendor.ORACLE)).text()).isEqualTo("""
                schema SHOP
                sequence SHOP.TICKETS
                  increment: 5
                  minimum: 1
                  maximum: 9999
                  cache: 20
                table SHOP.PEOPLE
                  comment: everybody
                column SHOP.PEOPLE.ID
                  type: NUMBER(10, 0)
                  nullable: no
                  identity: always
                column SHOP.PEOPLE.NAME
                  type: VARCHAR(50 CHAR)
                  nullable: yes
                  default: 'nobody'
                  comment: who
                primary key SHOP.PEOPLE.PRIMARY
                  columns: ID
                index SHOP.PEOPLE.BY_NAME
                  unique: no
                  columns: NAME
                view SHOP.ADULTS
                  definition: select id from people""");
    }

    @Test
    void whoeverIsShownAPartOnlyComparesNothing() {
        CannedServer server = oracle().says("AS \"whole\"", "whole");

        assertThat(server.read(VendorCatalogues.of(Vendor.ORACLE)).hidden())
                .containsExactlyInAnyOrder(ObjectKind.values());
    }

    @Test
    void aSchemaThatTheLibraryDoesNotFindIsNoEmptySchema() {
        CannedServer server = sqlServer().says("getSchemas", "TABLE_SCHEM | TABLE_CATALOG\nother | -");

        assertThatThrownBy(() -> server.read(VendorCatalogues.of(Vendor.SQL_SERVER)))
                .hasMessageContaining("it does not find the schema dbo");
    }

    @Test
    void everyQueryOfTheLibraryIsARead() {
        CannedServer sqlServer = sqlServer();
        CannedServer oracle = oracle();
        sqlServer.read(VendorCatalogues.of(Vendor.SQL_SERVER));
        oracle.read(VendorCatalogues.of(Vendor.ORACLE));

        assertThat(Stream.of(sqlServer, oracle).flatMap(server -> server.asked().stream()))
                .hasSizeGreaterThan(20)
                .allMatch(sql ->
                        sql.startsWith("get") || sql.toUpperCase(Locale.ROOT).startsWith("SELECT"));
    }
}
