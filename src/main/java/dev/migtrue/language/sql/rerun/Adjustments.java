package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.Optional;

/** What {@code ALTER} sets on an object as a whole. */
final class Adjustments {

    private final Engine engine;
    private final World world;

    Adjustments(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    /** H2: a view is only read once more. One that gets another query gets it again. */
    boolean isIdle(Key key, Clause clause) {
        boolean isQuery = world.find(key)
                        .filter(entry -> entry.kind() == ObjectKind.VIEW)
                        .isPresent()
                && clause.words().stream().limit(1).anyMatch(word -> word.equalsIgnoreCase("AS") || word.equals("("));
        if (isQuery) {
            world.change(key, entry -> entry.with("query", clause.toString()));
            return true;
        }
        return engine.dialect() == Dialect.H2 && clause.toString().equalsIgnoreCase("RECOMPILE");
    }

    void adjust(Key key, Change.Adjust adjust) {
        if (new Partitions(engine, key).change(adjust.clause())) {
            return;
        }
        requireFreeOrder(key, adjust);
        new CounterStarts(engine).restart(key, adjust.clause());
        String clause = adjust.clause().toString();
        String facet = switch (adjust.topic()) {
            case FIRING, ROW_SECURITY, OPTIONS ->
                adjust.topic().name() + " "
                        + Optional.of(clause)
                                .filter(words -> words.contains("="))
                                .map(words -> words.replaceAll("=.*", ""))
                                .orElse("");
            default -> adjust.topic().name();
        };
        String value = new Passwords(engine).kept(key, clause);
        world.change(key, entry -> entry.with(facet, value));
    }

    /** MySQL once refused to sort what a primary key sorts. */
    private void requireFreeOrder(Key key, Change.Adjust adjust) {
        boolean isSorted = adjust.topic() == Change.Topic.ORDER
                && engine.dialect() == Dialect.MYSQL
                && engine.server().isBefore(8, 0, 0)
                && world.has(ConstraintNames.primaryKey(world, key));
        if (isSorted) {
            throw new Refused(Fault.STATE, "1105", "the primary key sorts \"" + key + "\" already");
        }
    }
}
