package dev.migtrue.model;

/** Which schemas or databases are a database's tenants. */
public sealed interface TenantPattern {

    /** The schemas whose names are like a pattern of SQL, {@code %} standing for anything; on MySQL and MariaDB the databases. */
    record Schemas(String like) implements TenantPattern {}

    /** The databases of the same server whose names are like a pattern of SQL, {@code %} standing for anything. */
    record Databases(String like) implements TenantPattern {}

    /** The schemas that the first column of a query names. */
    record Query(String sql) implements TenantPattern {}
}
