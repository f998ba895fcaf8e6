package dev.migtrue.language.sql.guard;

import static dev.migtrue.language.sql.ddl.ObjectKind.*;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.EnumSet;
import java.util.Set;

/** For which kinds of objects a dialect has a guard, in the newest version that is known. */
final class GuardedKinds {

    private static final Set<ObjectKind> CREATED_BY_POSTGRES = EnumSet.of(
            TABLE,
            FOREIGN_TABLE,
            INDEX,
            MATERIALIZED_VIEW,
            SEQUENCE,
            SCHEMA,
            EXTENSION,
            SERVER,
            USER_MAPPING,
            STATISTICS,
            COLLATION);
    private static final Set<ObjectKind> REPLACED_BY_POSTGRES =
            EnumSet.of(VIEW, FUNCTION, PROCEDURE, AGGREGATE, TRIGGER, RULE, LANGUAGE, TRANSFORM);
    private static final Set<ObjectKind> ALTERED_BY_POSTGRES =
            EnumSet.of(TABLE, FOREIGN_TABLE, INDEX, VIEW, MATERIALIZED_VIEW, SEQUENCE);
    private static final Set<ObjectKind> OF_MYSQL = EnumSet.of(
            TABLE,
            DATABASE,
            SCHEMA,
            EVENT,
            USER,
            ROLE,
            PROCEDURE,
            FUNCTION,
            TRIGGER,
            VIEW,
            SPATIAL_REFERENCE_SYSTEM,
            SERVER);
    private static final Set<ObjectKind> OF_MARIADB = EnumSet.of(
            TABLE,
            DATABASE,
            SCHEMA,
            EVENT,
            USER,
            ROLE,
            PROCEDURE,
            FUNCTION,
            TRIGGER,
            VIEW,
            INDEX,
            SEQUENCE,
            SERVER,
            PACKAGE,
            PACKAGE_BODY);
    private static final Set<ObjectKind> OF_SQLITE = EnumSet.of(TABLE, INDEX, VIEW, TRIGGER, VIRTUAL_TABLE);
    private static final Set<ObjectKind> NOT_REPLACED_BY_ORACLE =
            EnumSet.of(TABLE, INDEX, SEQUENCE, USER, ROLE, TABLESPACE, MATERIALIZED_VIEW);
    private static final Set<ObjectKind> REPLACED_BY_H2 = EnumSet.of(VIEW, SYNONYM, ALIAS, MATERIALIZED_VIEW);

    private final Dialect dialect;

    GuardedKinds(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Whether {@code CREATE … IF NOT EXISTS} is read. */
    boolean isGuarded(ObjectKind kind) {
        return switch (dialect) {
            case POSTGRESQL -> CREATED_BY_POSTGRES.contains(kind);
            case MYSQL -> OF_MYSQL.contains(kind);
            case MARIADB -> OF_MARIADB.contains(kind);
            case SQLITE -> OF_SQLITE.contains(kind);
            case SQL_SERVER -> false;
            case ORACLE, H2, ANSI -> true;
        };
    }

    /** Whether {@code CREATE OR REPLACE} is read. */
    boolean isReplaced(ObjectKind kind) {
        return switch (dialect) {
            case POSTGRESQL -> REPLACED_BY_POSTGRES.contains(kind);
            case MYSQL -> kind == VIEW || kind == SPATIAL_REFERENCE_SYSTEM;
            case MARIADB -> OF_MARIADB.contains(kind);
            case SQLITE, SQL_SERVER -> false;
            case ORACLE -> !NOT_REPLACED_BY_ORACLE.contains(kind);
            case H2 -> REPLACED_BY_H2.contains(kind);
            case ANSI -> true;
        };
    }

    /** Whether {@code ALTER … IF EXISTS} is read. */
    boolean isAltered(ObjectKind kind) {
        return switch (dialect) {
            case POSTGRESQL -> ALTERED_BY_POSTGRES.contains(kind);
            case MYSQL -> kind == USER;
            case SQLITE, SQL_SERVER -> false;
            case MARIADB, ORACLE, H2, ANSI -> true;
        };
    }

    /** Whether {@code DROP … IF EXISTS} is read. */
    boolean isDropped(ObjectKind kind) {
        return switch (dialect) {
            case MYSQL -> OF_MYSQL.contains(kind);
            case SQLITE -> OF_SQLITE.contains(kind);
            case SQL_SERVER -> kind != LOGIN;
            case POSTGRESQL, MARIADB, ORACLE, H2, ANSI -> true;
        };
    }
}
