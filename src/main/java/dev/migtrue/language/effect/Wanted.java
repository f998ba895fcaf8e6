package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;
import java.util.Optional;

/**
 * What a catalogue would call an object that migrations left.
 *
 * @param table that it is a part of, with its schema unless that is the usual one
 * @param name with its schema unless that is the usual one, or unless it is a part
 */
record Wanted(ObjectKind kind, Optional<String> table, String name, Held held) {

    private static final int LONGEST = 60;

    boolean isDoubtful() {
        return held.isDoubtful();
    }

    /** Whether the name is one that the server made up, which may be another one. That of a counter is no secret unless it is long. */
    boolean isMadeUp() {
        boolean isCounter = kind == ObjectKind.SEQUENCE && name.length() < LONGEST;
        return held.naming() == Held.Naming.MADE_UP && held.origin().isPresent() && !isCounter;
    }

    /** Whether the catalogue would tell of it under this name. Long ones are cut, and that of a check depends on what is checked. */
    boolean isNameSure(Dialect dialect) {
        if (held.naming() == Held.Naming.WRITTEN) {
            return true;
        }
        boolean isCheck = kind == ObjectKind.CHECK_CONSTRAINT || kind == ObjectKind.EXCLUSION_CONSTRAINT;
        boolean isCalledByContent = kind == ObjectKind.CHECK_CONSTRAINT && new Checks(dialect).areNamed();
        boolean isOfOneColumn = (dialect == Dialect.POSTGRESQL && held.columns().size() == 1) || isCalledByContent;
        boolean isOfSeveral = kind == ObjectKind.FOREIGN_KEY && held.columns().size() != 1;
        return (name.length() < LONGEST || isCalledByContent) && (!isCheck || isOfOneColumn) && !isOfSeveral;
    }
}
