package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Places within a transaction to which one can go back. */
final class Savepoints {

    private final Engine engine;
    private final SequencedMap<String, World> all = new LinkedHashMap<>();

    Savepoints(Engine engine) {
        this.engine = engine;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void clear() {
        all.clear();
    }

    void run(Action.Transaction.Verb verb, String name) {
        boolean isOutside = !engine.session().isInTransaction();
        if (isOutside && engine.dialect() == Dialect.POSTGRESQL) {
            throw new Refused(Fault.STATE, "25P01", "there are savepoints within a transaction only");
        }
        if (verb == Action.Transaction.Verb.SAVEPOINT) {
            // Where each statement is a transaction of its own, this one has ended with it.
            if (!isOutside || !engine.names().isOneWithDatabase()) {
                all.put(name, engine.world().copy());
            }
            return;
        }
        World past = all.get(name);
        if (past == null) {
            throw new Refused(Fault.STATE, unknown(), "there is no savepoint \"" + name + "\"");
        }
        if (verb == Action.Transaction.Verb.ROLLBACK_TO) {
            new Undoing(engine).back(past);
        } else {
            all.remove(name);
        }
    }

    private String unknown() {
        return switch (engine.dialect()) {
            case POSTGRESQL -> "3B001";
            case MYSQL, MARIADB -> "1305";
            case H2 -> "90063";
            case SQLITE, SQL_SERVER, ORACLE, ANSI -> "";
        };
    }
}
