package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Operation;
import java.util.ArrayList;
import java.util.List;

/** Follows what one call hands over. */
record CallFollowing(Reading reading, Frame frame, CodeNode call, Calls.Use use) implements Following {

    @Override
    public Followed call(Value.Function function, Arguments arguments) {
        return reading.follow(function, arguments, frame, call.span());
    }

    @Override
    public Outcome inline(Value.Function function, Arguments arguments) {
        return reading.call(function, arguments, frame, call.span());
    }

    @Override
    public Outcome query(Value sql, Arguments values) {
        List<Operation> done = new ArrayList<>();
        Value brought = new Execute(frame, call).run(sql, values.behind(sql), use, done);
        return Outcome.of(brought).behind(done);
    }

    @Override
    public Operation sql(Value given) {
        return new Execute(frame, call).operation(given);
    }
}
