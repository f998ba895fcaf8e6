package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.language.sql.program.Operation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What calls do, and what they bring. */
final class Calls {

    /** Whether somebody takes what a call brings. */
    enum Use {
        NONE,
        VALUE
    }

    private static final Pattern CONNECTION = Pattern.compile(
            "(?i)(?:.*[._])?(?:conn|connection|cursor|cur|bind|db|session|engine|get_bind\\(\\)|database)");

    private final Reading reading;
    private final Frame frame;
    private final List<Operation> done;
    private final Use use;

    Calls(Reading reading, Frame frame, List<Operation> done, Use use) {
        this.reading = reading;
        this.frame = frame;
        this.done = done;
        this.use = use;
    }

    Value run(CodeNode call) {
        Expressions expressions = new Expressions(reading, frame, done);
        Value function = call.field("function").map(expressions::value).orElse(new Value.Unknown("broken"));
        Arguments arguments = expressions.arguments(call);
        return switch (function) {
            case Value.Function known -> inlined(known, arguments, call);
            case Value.Instance made -> object(made, arguments, call);
            default -> foreign(function, arguments, call);
        };
    }

    private Value inlined(Value.Function function, Arguments arguments, CodeNode call) {
        Outcome outcome = reading.call(function, arguments, frame, call.span());
        done.addAll(outcome.operations());
        return outcome.value();
    }

    private Value object(Value.Instance made, Arguments arguments, CodeNode call) {
        if (Members.of(made, "__init__", reading.dialect()) instanceof Value.Function init) {
            inlined(init, arguments, call);
        }
        return made;
    }

    private Value foreign(Value function, Arguments arguments, CodeNode call) {
        Optional<Outcome> known = reading.library()
                .call(new Call(function, arguments, new CallFollowing(reading, frame, call, use), call.span()));
        if (known.isPresent()) {
            done.addAll(known.get().operations());
            return known.get().value();
        }
        String name = Values.lastName(function);
        if (Execute.NAMES.contains(name) && isMethod(call)) {
            return arguments
                    .get(0, "statement")
                    .or(() -> arguments.get(0, "sql"))
                    .map(sql -> new Execute(frame, call).run(sql, arguments, use, done))
                    .orElse(new Value.Unknown("what a query brings"));
        }
        return new Fetching(frame)
                .call(function, call)
                .or(() -> new Methods(frame, reading.language()).call(function, arguments, call))
                .or(() -> reading.language().call(function, arguments))
                .or(() -> NamedChecks.call(function, arguments))
                .orElseGet(() -> opaque(function, arguments, call));
    }

    private static boolean isMethod(CodeNode call) {
        return call.field("function")
                .filter(function -> function.is("attribute"))
                .isPresent();
    }

    /** What is done with a connection elsewhere may be anything. */
    private Value opaque(Value function, Arguments arguments, CodeNode call) {
        String name = Values.lastName(function);
        boolean isHandedOver = call.field("arguments").map(CodeNode::children).orElse(List.of()).stream()
                .anyMatch(argument -> CONNECTION.matcher(argument.text()).matches());
        boolean isElsewhere =
                function instanceof Value.Named named && named.path().contains(".") && !isOpening(name);
        if (use == Use.NONE && isHandedOver && (isElsewhere || !isMethod(call))) {
            done.add(new Operation.Unrecognized("a call of '" + name + "'", call.span()));
        }
        boolean isUnfollowed = arguments
                .function()
                .filter(block -> block.definition().is("lambda")
                        && block.definition()
                                .field("body")
                                .filter(body -> body.is("block"))
                                .isPresent())
                .isPresent();
        if (isUnfollowed) {
            done.add(new Operation.Unrecognized("what '" + name + "' does with a function", call.span()));
        }
        return new Value.Made(function, arguments, Optional.of(call.span()));
    }

    private static boolean isOpening(String name) {
        return name.equals("closing") || name.equals("inspect") || name.equals("Session") || name.equals("print");
    }
}
