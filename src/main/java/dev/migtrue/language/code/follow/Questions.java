package dev.migtrue.language.code.follow;

import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Guard;
import java.util.Optional;

/** What libraries ask of a database: whether something is there. */
public final class Questions {

    private Questions() {}

    public static Value.Question table(String name) {
        return of(ObjectKind.TABLE, name, Optional.empty());
    }

    public static Value.Question column(String table, String name) {
        return of(ObjectKind.COLUMN, name, Optional.of(table));
    }

    public static Value.Question index(String table, String name) {
        return of(ObjectKind.INDEX, name, Optional.of(table));
    }

    public static Value.Question constraint(String table, String name) {
        return of(ObjectKind.CONSTRAINT, name, Optional.of(table));
    }

    /**
     * Whether an object is there.
     *
     * @param on the table that it belongs to; absent where it belongs to none, or to one that is not named
     */
    public static Value.Question of(ObjectKind kind, String name, Optional<String> on) {
        return new Value.Question(new Guard.Exists(kind, name, on));
    }
}
