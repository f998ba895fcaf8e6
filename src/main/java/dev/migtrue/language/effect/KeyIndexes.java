package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.Dialect;

/** The indexes that MySQL makes for foreign keys by itself, and keeps in ways of its own. */
record KeyIndexes(Dialect dialect, Live live) {

    /** Whether one that is there may be such a one. */
    boolean mayBe(ObjectId id) {
        boolean isMySql = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
        return isMySql
                && id.kind() == ObjectKind.INDEX
                && live.family(ObjectKind.FOREIGN_KEY, id.table().orElse("")).stream()
                        .anyMatch(key -> key.id().name().equals(id.name())
                                || key.properties().getOrDefault("columns", "").startsWith(id.name()));
    }

    /** Whether one that is not there may have gone by itself: the server drops it when another one serves the key as well. */
    boolean mayBeGone(Wanted wanted) {
        return wanted.held().facets().containsKey("implicit");
    }
}
