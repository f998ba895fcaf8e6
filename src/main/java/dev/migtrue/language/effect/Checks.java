package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Held;

/** Compares what is checked, whatever the checks are called. */
record Checks(Dialect dialect) {

    /** How a check that migrations made compares with one that is there; unsure for all that is no check. */
    Agreement compare(Wanted wanted, SchemaObject object) {
        String checked = wanted.held().facet("checked");
        String there = object.properties().getOrDefault(property(), "");
        boolean isCheck = object.id().kind() == ObjectKind.CHECK_CONSTRAINT && !checked.isEmpty() && !there.isEmpty();
        return isCheck ? Wording.of(head() + checked, dialect).with(Wording.of(there, dialect)) : Agreement.UNSURE;
    }

    /** What a catalogue calls one without a name: after its column where it stands behind one, else after what is checked. */
    String name(Held held) {
        boolean isOfColumn = held.columns().size() == 1;
        return switch (dialect) {
            case SQLITE -> isOfColumn ? "of " + held.columns().getFirst() : "(" + held.facet("checked") + ")";
            case MARIADB -> isOfColumn ? held.columns().getFirst() : "(" + held.facet("checked") + ")";
            case H2 -> "(" + held.facet("checked") + ")";
            case POSTGRESQL, MYSQL, SQL_SERVER, ORACLE, ANSI -> held.name();
        };
    }

    /** Whether that is what it is called, so that one that is gone can be told. */
    boolean areNamed() {
        return switch (dialect) {
            case SQLITE, MARIADB, H2 -> true;
            case POSTGRESQL, MYSQL, SQL_SERVER, ORACLE, ANSI -> false;
        };
    }

    /** Whether the server makes it by itself: MariaDB has none but this for a column of JSON. */
    boolean isOfServer(SchemaObject object) {
        return dialect == Dialect.MARIADB
                && object.properties()
                        .getOrDefault("expression", "")
                        .equals("json_valid(`" + object.id().name() + "`)");
    }

    /** Under which a catalogue has it. */
    String property() {
        return dialect == Dialect.POSTGRESQL ? "definition" : "expression";
    }

    /** What the catalogue puts before it. */
    String head() {
        return dialect == Dialect.POSTGRESQL ? "CHECK " : "";
    }
}
