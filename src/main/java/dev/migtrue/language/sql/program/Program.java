package dev.migtrue.language.sql.program;

import dev.migtrue.language.sql.Dialect;
import java.util.List;

/**
 * What a migration does, whatever language it is written in.
 *
 * @param dialect what its SQL is written in
 * @param mode how its tool puts it into transactions
 * @param operations in the order in which they are done
 */
public record Program(Dialect dialect, Mode mode, List<Operation> operations) {

    public Program {
        operations = List.copyOf(operations);
    }

    /** The same, put into transactions in another way. */
    public Program with(Mode other) {
        return new Program(dialect, other, operations);
    }
}
