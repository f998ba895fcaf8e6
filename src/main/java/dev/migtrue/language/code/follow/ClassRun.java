package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import dev.migtrue.model.Span;
import java.util.List;
import java.util.Optional;

/** A class whose body has run, and whose methods can be run then. */
public final class ClassRun {

    /** Under which a method reaches the object that it is called on. */
    private static final List<String> ITSELF = List.of("self", "this");

    private final CodeNode definition;
    private final Reading reading;
    private final Scope scope;
    private final Following.Followed body;

    private ClassRun(CodeNode definition, Reading reading, Scope scope, Following.Followed body) {
        this.definition = definition;
        this.reading = reading;
        this.scope = scope;
        this.body = body;
    }

    static ClassRun of(CodeNode definition, Reading reading, Scope around) {
        Scope inside = around.inner();
        ITSELF.forEach(name -> inside.set(name, new Value.Instance(definition, inside)));
        List<CodeNode> statements = Walk.block(definition, "body");
        Following.Followed body =
                reading.apart(() -> reading.walk().run(statements, Frame.first(inside), Next.NOTHING));
        return new ClassRun(definition, reading, inside, body);
    }

    /** What the statements of its body do and say. */
    public Following.Followed body() {
        return body;
    }

    /** Its name; empty where it has none. */
    public String name() {
        return definition.field("name").map(CodeNode::text).orElse("");
    }

    /** What it is made from, as written; empty where nothing is named. */
    public String superclasses() {
        return definition.field("superclasses").map(CodeNode::text).orElse("");
    }

    /** What its body sets a name to; absent where it does not. */
    public Optional<Value> value(String name) {
        return scope.get(name);
    }

    /** Runs a method of it with values in its parameters; absent where it has none of this name. */
    public Optional<Following.Followed> call(String method, Value... values) {
        return scope.get(method)
                .filter(Value.Function.class::isInstance)
                .map(Value.Function.class::cast)
                .map(function -> reading.follow(function, Arguments.of(values), Frame.first(scope), Span.START));
    }
}
