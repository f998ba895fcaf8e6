package dev.migtrue.gather.database;

/** Who would read an address that names hosts: they agree on most of it. */
enum UrlDialect {
    /** The database's own programs. */
    NATIVE,
    SQLALCHEMY,
    JDBC;

    static UrlDialect of(boolean isJdbc, String scheme) {
        if (isJdbc) {
            return JDBC;
        }
        return scheme.contains("+") ? SQLALCHEMY : NATIVE;
    }
}
