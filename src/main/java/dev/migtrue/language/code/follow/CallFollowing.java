package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Operation;

/** Follows what one call hands over. */
record CallFollowing(Reading reading, Frame frame, CodeNode call) implements Following {

    @Override
    public Followed call(Value.Function function, Arguments arguments) {
        return reading.follow(function, arguments, frame, call.span());
    }

    @Override
    public Outcome inline(Value.Function function, Arguments arguments) {
        return reading.call(function, arguments, frame, call.span());
    }

    @Override
    public Operation sql(Value given) {
        return new Execute(frame, call).operation(given);
    }
}
