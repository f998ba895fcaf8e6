package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.ObjectKind;
import java.util.Set;

/**
 * A place behind which nobody can say what became of some objects.
 *
 * @param reason what is not known there, completing "not known: …"
 * @param names all words that stand there, in lower case: what is called so may have been changed, made or removed
 * @param scope whether these are all the names that count
 * @param makes the kinds of which something of whatever name may have been made
 */
public record Doubt(String reason, Origin at, Set<String> names, Scope scope, Set<ObjectKind> makes) {

    /** What may have become other. */
    public enum Scope {
        /** Only what is named. */
        NAMED,
        /** Something that is not named may have been made as well. */
        OPEN
    }

    public Doubt {
        names = Set.copyOf(names);
        makes = Set.copyOf(makes);
    }
}
