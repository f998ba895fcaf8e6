package dev.migtrue.language.effect;

import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.rerun.Chronicle;
import dev.migtrue.language.sql.rerun.Doubt;
import dev.migtrue.language.sql.rerun.Held;
import java.util.List;

/**
 * What the migrations that ran on a database left there, as far as their texts tell.
 *
 * @param home the schema that objects lie in unless their names say otherwise; empty where there are no schemas
 * @param held what may be there
 * @param doubts where something happened that nobody knows
 * @param scope whether all that was ever done is told
 */
public record Account(Dialect dialect, String home, List<Held> held, List<Doubt> doubts, Scope scope) {

    /** How much of what was done an account tells of. */
    public enum Scope {
        /** All of it, so that what it does not tell of was made by nobody. */
        ALL,
        /** Others did something as well. */
        SOME
    }

    public Account {
        held = List.copyOf(held);
        doubts = List.copyOf(doubts);
    }

    /** That of what was told. */
    public static Account of(Chronicle chronicle, Dialect dialect, String home, Scope scope) {
        return new Account(dialect, home, chronicle.held(), chronicle.doubts(), scope);
    }

    /** What is there, held against it. */
    public Assessment against(Schema actual) {
        return new Reckoning(this, actual).assessment();
    }
}
