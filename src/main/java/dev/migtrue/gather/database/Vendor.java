package dev.migtrue.gather.database;

import java.util.regex.Pattern;

/** A database whose driver does not come with migtrue: whoever has one of these brings its jar along. */
enum Vendor {
    SQL_SERVER(
            "SQL Server",
            "sqlserver",
            "com.microsoft.sqlserver.jdbc.SQLServerDriver",
            "mssql-jdbc-[0-9].*",
            "mssql-jdbc-VERSION.jre11.jar (com.microsoft.sqlserver:mssql-jdbc)"),
    ORACLE(
            "Oracle",
            "oracle",
            "oracle.jdbc.OracleDriver",
            "ojdbc[0-9].*",
            "ojdbc11-VERSION.jar (com.oracle.database.jdbc:ojdbc11)"),
    CLICKHOUSE(
            "ClickHouse",
            "clickhouse",
            "com.clickhouse.jdbc.Driver",
            "clickhouse-jdbc-.*all.*",
            "clickhouse-jdbc-VERSION-all.jar (com.clickhouse:clickhouse-jdbc)");

    private final String title;
    private final String scheme;
    private final String driver;
    private final Pattern jar;
    private final String wanted;

    Vendor(String title, String scheme, String driver, String jar, String wanted) {
        this.title = title;
        this.scheme = scheme;
        this.driver = driver;
        this.jar = Pattern.compile("(?!.*-(sources|javadoc)\\.jar$)" + jar + "\\.jar");
        this.wanted = wanted;
    }

    /** What messages call it. */
    String title() {
        return title;
    }

    /** What its addresses begin with when they are shown. */
    String scheme() {
        return scheme;
    }

    /** The class that is its driver. */
    String driver() {
        return driver;
    }

    /** Whether a file of this name should hold its driver. */
    boolean isJar(String fileName) {
        return jar.matcher(fileName).matches();
    }

    /** The jar to get, with the name by which a repository of artifacts knows it. */
    String wanted() {
        return wanted;
    }
}
