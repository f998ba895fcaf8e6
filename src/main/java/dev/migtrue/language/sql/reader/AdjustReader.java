package dev.migtrue.language.sql.reader;

import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Change.Topic;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Map;
import java.util.Set;

/** Reads changes that set something to a value, known by their first word. */
final class AdjustReader {

    /** What begins a change of a table. */
    static final Set<String> VERBS = Set.of(
            "ADD",
            "ALTER",
            "DROP",
            "RENAME",
            "MODIFY",
            "CHANGE",
            "SET",
            "RESET",
            "OWNER",
            "ENABLE",
            "DISABLE",
            "VALIDATE",
            "ATTACH",
            "DETACH",
            "INHERIT",
            "NO",
            "OF",
            "NOT",
            "CLUSTER",
            "REPLICA",
            "FORCE",
            "CONVERT",
            "ALGORITHM",
            "LOCK",
            "WITH",
            "NOCHECK",
            "CHECK",
            "SWITCH",
            "REBUILD");

    private static final Map<String, Topic> BY_FIRST_WORD = Map.ofEntries(
            Map.entry("OWNER", Topic.OWNER),
            Map.entry("AUTHORIZATION", Topic.OWNER),
            Map.entry("RESET", Topic.OPTIONS),
            Map.entry("ROW_FORMAT", Topic.OPTIONS),
            Map.entry("KEY_BLOCK_SIZE", Topic.OPTIONS),
            Map.entry("STATS_PERSISTENT", Topic.OPTIONS),
            Map.entry("PACK_KEYS", Topic.OPTIONS),
            Map.entry("CHECKSUM", Topic.OPTIONS),
            Map.entry("COMPRESSION", Topic.OPTIONS),
            Map.entry("ENCRYPTION", Topic.OPTIONS),
            Map.entry("TABLESPACE", Topic.TABLESPACE),
            Map.entry("CLUSTER", Topic.CLUSTERING),
            Map.entry("FORCE", Topic.ROW_SECURITY),
            Map.entry("NO", Topic.ROW_SECURITY),
            Map.entry("REPLICA", Topic.REPLICA_IDENTITY),
            Map.entry("NOCHECK", Topic.FIRING),
            Map.entry("CHECK", Topic.FIRING),
            Map.entry("ENGINE", Topic.ENGINE),
            Map.entry("CONVERT", Topic.CHARACTER_SET),
            Map.entry("CHARACTER", Topic.CHARACTER_SET),
            Map.entry("CHARSET", Topic.CHARACTER_SET),
            Map.entry("COLLATE", Topic.CHARACTER_SET),
            Map.entry("DEFAULT", Topic.CHARACTER_SET),
            Map.entry("COMMENT", Topic.COMMENT),
            Map.entry("AUTO_INCREMENT", Topic.COUNTER),
            Map.entry("RESTART", Topic.COUNTER),
            Map.entry("START", Topic.COUNTER),
            Map.entry("INCREMENT", Topic.COUNTER),
            Map.entry("MINVALUE", Topic.COUNTER),
            Map.entry("MAXVALUE", Topic.COUNTER),
            Map.entry("CACHE", Topic.COUNTER),
            Map.entry("CYCLE", Topic.COUNTER),
            Map.entry("OWNED", Topic.COUNTER),
            Map.entry("ORDER", Topic.ORDER),
            Map.entry("ALGORITHM", Topic.PROCEDURE),
            Map.entry("LOCK", Topic.PROCEDURE),
            Map.entry("WITH", Topic.PROCEDURE),
            Map.entry("WITHOUT", Topic.PROCEDURE),
            Map.entry("REBUILD", Topic.PROCEDURE),
            Map.entry("REORGANIZE", Topic.PROCEDURE),
            Map.entry("PASSWORD", Topic.CREDENTIALS),
            Map.entry("IDENTIFIED", Topic.CREDENTIALS),
            Map.entry("LOGIN", Topic.CREDENTIALS),
            Map.entry("UPDATE", Topic.VERSION),
            Map.entry("REFRESH", Topic.VERSION),
            Map.entry("AS", Topic.DEFINITION),
            Map.entry("USING", Topic.DEFINITION),
            Map.entry("TO", Topic.DEFINITION),
            Map.entry("COMPILE", Topic.VERSION),
            Map.entry("VISIBLE", Topic.STATE),
            Map.entry("INVISIBLE", Topic.STATE),
            Map.entry("DEPENDS", Topic.OPTIONS));

    /** What stands behind {@code SET}. */
    private static final Map<String, Topic> BY_SECOND_WORD = Map.of(
            "TABLESPACE", Topic.TABLESPACE,
            "LOGGED", Topic.PERSISTENCE,
            "UNLOGGED", Topic.PERSISTENCE,
            "ACCESS", Topic.ACCESS_METHOD,
            "WITHOUT", Topic.CLUSTERING,
            "DEFAULT", Topic.DEFAULT,
            "NOT", Topic.NULLABILITY,
            "REFERENTIAL_INTEGRITY", Topic.FIRING);

    private final Cursor cursor;
    private final ObjectKind kind;

    AdjustReader(Cursor cursor, ObjectKind kind) {
        this.cursor = cursor;
        this.kind = kind;
    }

    /** The change that began with the token {@code start}, up to the comma behind it. */
    Change read(int start) {
        cursor.goTo(start);
        boolean isKnown = isKnown();
        Topic topic = topic();
        if (kind.isRelation() && kind != ObjectKind.SEQUENCE) {
            cursor.upTo(Set.of());
        } else {
            cursor.rest();
        }
        return isKnown
                ? new Change.Adjust(topic, cursor.since(start), Modifiers.NONE, cursor.placeSince(start))
                : new Change.Unrecognized(cursor.since(start), Modifiers.NONE, cursor.placeSince(start));
    }

    /** All that is left as one change. */
    Change rest() {
        return read(cursor.at());
    }

    /** Whether a known setting comes next. */
    boolean isSetting() {
        return BY_FIRST_WORD.containsKey(cursor.word());
    }

    private boolean isKnown() {
        if (cursor.isAt("SET") || cursor.isAt("ENABLE") || cursor.isAt("DISABLE")) {
            return true;
        }
        boolean isStructure = cursor.isAt("ADD") || cursor.isAt("DROP");
        return BY_FIRST_WORD.containsKey(cursor.word()) || (isAdjustedOnly() && !isStructure && cursor.isWord());
    }

    /** Of these nothing but their own settings is changed. */
    private boolean isAdjustedOnly() {
        return switch (kind) {
            case FUNCTION,
                    PROCEDURE,
                    ROUTINE,
                    AGGREGATE,
                    SEQUENCE,
                    ROLE,
                    USER,
                    LOGIN,
                    DATABASE,
                    SYSTEM,
                    SESSION,
                    SCHEMA,
                    SUBSCRIPTION,
                    EVENT,
                    EVENT_TRIGGER,
                    POLICY,
                    STATISTICS,
                    TABLESPACE,
                    TEXT_SEARCH_DICTIONARY,
                    SERVER,
                    FOREIGN_DATA_WRAPPER,
                    LANGUAGE,
                    OPERATOR,
                    PROFILE -> true;
            default -> false;
        };
    }

    private Topic topic() {
        if (cursor.isAt("ENABLE") || cursor.isAt("DISABLE")) {
            boolean isSecurity = cursor.isAt("ENABLE", "ROW") || cursor.isAt("DISABLE", "ROW");
            boolean isState = kind == ObjectKind.EVENT || kind == ObjectKind.SUBSCRIPTION;
            return isSecurity ? Topic.ROW_SECURITY : isState ? Topic.STATE : Topic.FIRING;
        }
        if (cursor.isAt("SET")) {
            int start = cursor.at();
            cursor.next();
            Topic second = BY_SECOND_WORD.getOrDefault(cursor.word(), Topic.OPTIONS);
            cursor.goTo(start);
            return second;
        }
        return BY_FIRST_WORD.getOrDefault(cursor.word(), Topic.OPTIONS);
    }
}
