package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.rerun.Refused.Fault;

/** Oracle does not make required what is required, nor free what is free. */
final class OracleNulls {

    private static final String FACET = "null";

    private final World world;

    OracleNulls(World world) {
        this.world = world;
    }

    void require(Key key, Column column) {
        String before = world.find(key)
                .map(entry -> entry.facets().getOrDefault(FACET, "unknown"))
                .orElse("unknown");
        if (column.has(Constraint.Kind.NOT_NULL) && before.equals("not")) {
            throw new Refused(Fault.STATE, "-1442", "\"" + key + "\" is required already");
        }
        if (column.has(Constraint.Kind.NULL) && before.isEmpty()) {
            throw new Refused(Fault.STATE, "-1451", "\"" + key + "\" is free already");
        }
    }

    void settle(Key key, Column column) {
        if (column.has(Constraint.Kind.NOT_NULL)) {
            world.change(key, entry -> entry.with(FACET, "not"));
        } else if (column.has(Constraint.Kind.NULL)) {
            world.change(key, entry -> entry.with(FACET, ""));
        }
    }
}
