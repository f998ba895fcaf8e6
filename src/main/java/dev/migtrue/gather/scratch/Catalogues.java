package dev.migtrue.gather.scratch;

import dev.migtrue.language.sql.Dialect;

/** Who reads what a database of a dialect holds. */
final class Catalogues {

    private Catalogues() {}

    static Catalogue of(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL -> new PostgresCatalogue();
            case MYSQL, MARIADB -> new MariaDbCatalogue();
            case SQLITE -> new SqliteCatalogue();
            case H2 -> new H2Catalogue();
            case SQL_SERVER, ORACLE, ANSI ->
                throw new IllegalArgumentException("no scratch database of " + dialect.id());
        };
    }
}
