package dev.migtrue.language.code.schema;

import dev.migtrue.language.code.follow.Call;
import dev.migtrue.language.code.follow.Outcome;
import dev.migtrue.language.sql.program.Guard;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;

/** What calls are told to do. */
public final class Told {

    private Told() {}

    public static Outcome sql(Call call, String... statements) {
        return sql(call, List.of(statements));
    }

    public static Outcome sql(Call call, List<String> statements) {
        return Outcome.of(statements.stream()
                .<Operation>map(sql -> new Operation.Called(sql, call.at()))
                .toList());
    }

    /** What the tool itself does only as a guard says. */
    public static Outcome guarded(Guard guard, Outcome done, Call call) {
        return Outcome.of(new Operation.Guarded(guard, done.operations(), List.of(), call.at()));
    }

    public static Outcome unread(Call call) {
        return Outcome.of(new Operation.Unrecognized("'" + call.name() + "'", call.at()));
    }
}
