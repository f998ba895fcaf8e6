package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which kinds of objects and which statements a server has at all. */
final class Repertoire {

    private static final Set<ObjectKind> OF_SQLITE = EnumSet.of(
            ObjectKind.TABLE, ObjectKind.INDEX, ObjectKind.VIEW, ObjectKind.TRIGGER, ObjectKind.VIRTUAL_TABLE);

    /** What neither MySQL nor H2 has. */
    private static final Set<ObjectKind> OF_POSTGRES = EnumSet.of(
            ObjectKind.ACCESS_METHOD,
            ObjectKind.CAST,
            ObjectKind.COLLATION,
            ObjectKind.CONVERSION,
            ObjectKind.EVENT_TRIGGER,
            ObjectKind.EXTENSION,
            ObjectKind.FOREIGN_DATA_WRAPPER,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.GROUP,
            ObjectKind.LANGUAGE,
            ObjectKind.OPERATOR,
            ObjectKind.OPERATOR_CLASS,
            ObjectKind.OPERATOR_FAMILY,
            ObjectKind.POLICY,
            ObjectKind.PUBLICATION,
            ObjectKind.RULE,
            ObjectKind.STATISTICS,
            ObjectKind.SUBSCRIPTION,
            ObjectKind.TEXT_SEARCH_CONFIGURATION,
            ObjectKind.TEXT_SEARCH_DICTIONARY,
            ObjectKind.TEXT_SEARCH_PARSER,
            ObjectKind.TEXT_SEARCH_TEMPLATE,
            ObjectKind.TRANSFORM,
            ObjectKind.USER_MAPPING);

    private static final Set<ObjectKind> NOT_OF_MYSQL = EnumSet.of(
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.SYNONYM,
            ObjectKind.ALIAS,
            ObjectKind.CONSTANT);

    private static final Set<ObjectKind> NOT_OF_H2 = EnumSet.of(
            ObjectKind.PROCEDURE,
            ObjectKind.FUNCTION,
            ObjectKind.EVENT,
            ObjectKind.DATABASE,
            ObjectKind.SERVER,
            ObjectKind.TABLESPACE);

    private static final Set<String> VERBS_OF_SQLITE =
            Set.of("VACUUM", "ANALYZE", "REINDEX", "ATTACH", "DETACH", "EXPLAIN");

    private Repertoire() {}

    static boolean has(Server server, ObjectKind kind) {
        return switch (server.dialect()) {
            case SQLITE -> OF_SQLITE.contains(kind);
            case MYSQL ->
                !OF_POSTGRES.contains(kind)
                        && !NOT_OF_MYSQL.contains(kind)
                        && kind != ObjectKind.SEQUENCE
                        && (kind != ObjectKind.ROLE || !server.isBefore(8, 0, 0));
            case MARIADB -> !OF_POSTGRES.contains(kind) && !NOT_OF_MYSQL.contains(kind);
            case H2 -> !OF_POSTGRES.contains(kind) && !NOT_OF_H2.contains(kind);
            case POSTGRESQL, SQL_SERVER, ORACLE, ANSI -> true;
        };
    }

    /** Whether it is a statement to the server, apart from what it is about. */
    static boolean has(Server server, Action action, Text text) {
        return switch (server.dialect()) {
            case SQLITE -> isOfSqlite(action, text);
            case MYSQL ->
                !(action instanceof Action.Comment
                        || action instanceof Action.Merge
                        || action instanceof Action.Copy
                        || action instanceof Action.Block
                        || action instanceof Action.Dynamic);
            case MARIADB ->
                !(action instanceof Action.Comment || action instanceof Action.Merge || action instanceof Action.Copy);
            case H2 ->
                !(action instanceof Action.Block
                        || action instanceof Action.Copy
                        || action instanceof Action.Prepared
                        || action instanceof Action.Rename
                        || (action instanceof Action.Utility utility
                                && utility.verb().equals("VACUUM"))
                        || text.plain().toUpperCase(Locale.ROOT).startsWith("PRAGMA"));
            case POSTGRESQL, SQL_SERVER, ORACLE, ANSI -> true;
        };
    }

    private static boolean isOfSqlite(Action action, Text text) {
        return switch (action) {
            case Action.Truncate truncate -> false;
            case Action.Grant grant -> false;
            case Action.Comment comment -> false;
            case Action.Rename rename -> false;
            case Action.Merge merge -> false;
            case Action.Call call -> false;
            case Action.Copy copy -> false;
            case Action.Block block -> false;
            case Action.Dynamic dynamic -> false;
            case Action.Prepared prepared -> false;
            case Action.Utility utility -> VERBS_OF_SQLITE.contains(utility.verb());
            case Action.Setting setting -> text.plain().toUpperCase(Locale.ROOT).startsWith("PRAGMA");
            default -> true;
        };
    }
}
