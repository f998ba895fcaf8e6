package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Signature;

/** Routines of one name, which PostgreSQL tells apart by what is handed in. */
final class Overloads {

    private Overloads() {}

    static Address address(Address plain, Signature signature, Dialect dialect) {
        return dialect == Dialect.POSTGRESQL
                ? new Address(plain.space(), plain.name() + "(" + String.join(", ", signature.identity()) + ")")
                : plain;
    }

    static Address address(Address plain, Action.Create create, Dialect dialect) {
        return create.definition() instanceof Definition.Routine routine
                ? address(plain, routine.signature(), dialect)
                : plain;
    }
}
