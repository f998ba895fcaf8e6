package dev.migtrue.language.code.node;

import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;

/** What calls are told to do. */
final class Told {

    private Told() {}

    static Outcome sql(Call call, String... statements) {
        return sql(call, List.of(statements));
    }

    static Outcome sql(Call call, List<String> statements) {
        return Outcome.of(statements.stream()
                .<Operation>map(sql -> new Operation.Called(sql, call.at()))
                .toList());
    }

    /** What the tool itself does only as a guard says. */
    static Outcome guarded(Guard guard, Outcome done, Call call) {
        return Outcome.of(new Operation.Guarded(guard, done.operations(), List.of(), call.at()));
    }

    static Outcome unread(Call call) {
        return Outcome.of(new Operation.Unrecognized("'" + call.name() + "'", call.at()));
    }
}
