package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;

/** What each dialect offers for {@code DROP}, by what goes. */
final class Removals {

    private Removals() {}

    static Offer of(Dialect dialect, ObjectKind kind) {
        return switch (dialect) {
            case POSTGRESQL, H2 -> Offer.of(Way.IF_EXISTS);
            case ORACLE -> new Offer(Way.IF_EXISTS, "23ai");
            case SQL_SERVER -> kind == ObjectKind.LOGIN ? Offer.NONE : new Offer(Way.IF_EXISTS, "2016");
            case SQLITE, MARIADB, MYSQL -> isForgiven(dialect, kind) ? Offer.of(Way.IF_EXISTS) : rest(dialect, kind);
            case ANSI -> Offer.NONE;
        };
    }

    private static boolean isForgiven(Dialect dialect, ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, TRIGGER -> true;
            case INDEX -> dialect != Dialect.MYSQL;
            case SEQUENCE -> dialect == Dialect.MARIADB;
            case DATABASE, SCHEMA, PROCEDURE, FUNCTION, EVENT, USER, ROLE, SERVER -> dialect != Dialect.SQLITE;
            default -> false;
        };
    }

    private static Offer rest(Dialect dialect, ObjectKind kind) {
        return dialect == Dialect.MYSQL && kind == ObjectKind.INDEX ? Offer.of(Way.QUESTION) : Offer.NONE;
    }
}
