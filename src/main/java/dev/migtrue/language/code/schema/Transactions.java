package dev.migtrue.language.code.schema;

import dev.migtrue.language.code.follow.Arguments;
import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.code.follow.Value;
import dev.migtrue.language.sql.program.Mode;
import dev.migtrue.language.sql.program.Operation;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Transactions that a program begins itself.
 *
 * @param mode what the program runs in already
 * @param handed what a function is handed that runs in one
 */
public record Transactions(Mode mode, Value handed) {

    /** One around a function, or one that is open from here on. */
    public Outcome run(Call call) {
        return call.arguments()
                .function()
                .map(function -> around(call.following().inline(function, Arguments.of(handed)), call.at()))
                .orElseGet(() -> Outcome.of(handed).behind(word("BEGIN", call.at())));
    }

    /** A commit, or what takes everything back. */
    public Outcome ended(Call call) {
        return Outcome.of(word(call.name().startsWith("rollback") ? "ROLLBACK" : "COMMIT", call.at()));
    }

    public Outcome around(Outcome done, Span at) {
        if (done.operations().isEmpty()) {
            return done;
        }
        if (mode == Mode.ONE_TRANSACTION) {
            return Outcome.of(done.value()).behind(List.of(new Operation.Nested(done.operations(), at)));
        }
        List<Operation> all = new ArrayList<>(word("BEGIN", at));
        all.addAll(done.operations());
        all.addAll(word("COMMIT", at));
        return Outcome.of(done.value()).behind(all);
    }

    /** Inside a transaction of the tool's own, nothing more is begun. */
    private List<Operation> word(String word, Span at) {
        return mode == Mode.ONE_TRANSACTION
                ? List.of()
                : List.of(new Operation.Called(word.toUpperCase(Locale.ROOT), at));
    }
}
