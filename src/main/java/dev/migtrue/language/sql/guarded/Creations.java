package dev.migtrue.language.sql.guarded;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;

/** What each dialect offers for {@code CREATE}, by what is made. */
final class Creations {

    private Creations() {}

    static Offer of(Dialect dialect, ObjectKind kind) {
        return switch (dialect) {
            case POSTGRESQL -> postgres(kind);
            case MYSQL -> mysql(kind);
            case MARIADB -> mariadb(kind);
            case SQLITE -> sqlite(kind);
            case SQL_SERVER -> sqlServer(kind);
            case ORACLE -> oracle(kind);
            case H2 -> h2(kind);
            case ANSI -> Offer.NONE;
        };
    }

    private static Offer postgres(ObjectKind kind) {
        return switch (kind) {
            case TABLE, FOREIGN_TABLE, EXTENSION -> new Offer(Way.IF_NOT_EXISTS, "9.1");
            case SCHEMA -> new Offer(Way.IF_NOT_EXISTS, "9.3");
            case INDEX, SEQUENCE, MATERIALIZED_VIEW -> new Offer(Way.IF_NOT_EXISTS, "9.5");
            case SERVER, USER_MAPPING, STATISTICS, COLLATION -> new Offer(Way.IF_NOT_EXISTS, "10");
            case VIEW, FUNCTION, PROCEDURE, RULE, LANGUAGE -> Offer.of(Way.OR_REPLACE);
            case AGGREGATE -> new Offer(Way.OR_REPLACE, "12");
            case TRIGGER -> new Offer(Way.OR_REPLACE, "14");
            case POLICY, EVENT_TRIGGER -> Offer.of(Way.DROP_FIRST);
            case DATABASE, TABLESPACE, SUBSCRIPTION -> Offer.NONE;
            default -> Offer.of(Way.HANDLER);
        };
    }

    private static Offer mysql(ObjectKind kind) {
        return switch (kind) {
            case TABLE, DATABASE, SCHEMA, EVENT -> Offer.of(Way.IF_NOT_EXISTS);
            case VIEW -> Offer.of(Way.OR_REPLACE);
            case PROCEDURE, FUNCTION, TRIGGER -> Offer.of(Way.DROP_FIRST);
            case USER -> new Offer(Way.IF_NOT_EXISTS, "5.7.6");
            case ROLE -> new Offer(Way.IF_NOT_EXISTS, "8.0");
            case INDEX, FULLTEXT_INDEX -> Offer.of(Way.QUESTION);
            default -> Offer.NONE;
        };
    }

    private static Offer mariadb(ObjectKind kind) {
        return switch (kind) {
            case TABLE, DATABASE, SCHEMA, EVENT, INDEX, SEQUENCE -> Offer.of(Way.IF_NOT_EXISTS);
            case USER, ROLE -> new Offer(Way.IF_NOT_EXISTS, "10.1.3");
            case VIEW -> Offer.of(Way.OR_REPLACE);
            case PROCEDURE, FUNCTION, TRIGGER -> new Offer(Way.OR_REPLACE, "10.1.3");
            default -> Offer.NONE;
        };
    }

    private static Offer sqlite(ObjectKind kind) {
        return switch (kind) {
            case TABLE, INDEX, VIEW, TRIGGER, VIRTUAL_TABLE -> Offer.of(Way.IF_NOT_EXISTS);
            default -> Offer.NONE;
        };
    }

    private static Offer sqlServer(ObjectKind kind) {
        return switch (kind) {
            case VIEW, PROCEDURE, FUNCTION, TRIGGER -> new Offer(Way.OR_ALTER, "2016 SP1");
            case TABLE, INDEX, SCHEMA, TYPE, SEQUENCE, SYNONYM, ROLE, USER -> Offer.of(Way.QUESTION);
            default -> Offer.NONE;
        };
    }

    private static Offer oracle(ObjectKind kind) {
        return switch (kind) {
            case VIEW, PROCEDURE, FUNCTION, PACKAGE, PACKAGE_BODY, TRIGGER, TYPE, TYPE_BODY, SYNONYM, JAVA_SOURCE ->
                Offer.of(Way.OR_REPLACE);
            case TABLE, INDEX, SEQUENCE, MATERIALIZED_VIEW, USER, ROLE -> new Offer(Way.IF_NOT_EXISTS, "23ai");
            default -> Offer.NONE;
        };
    }

    private static Offer h2(ObjectKind kind) {
        return switch (kind) {
            case TABLE, INDEX, SCHEMA, SEQUENCE, DOMAIN, TYPE, ROLE, USER, ALIAS, CONSTANT, TRIGGER, AGGREGATE ->
                Offer.of(Way.IF_NOT_EXISTS);
            case MATERIALIZED_VIEW -> Offer.of(Way.IF_NOT_EXISTS);
            case VIEW, SYNONYM -> Offer.of(Way.OR_REPLACE);
            default -> Offer.NONE;
        };
    }
}
