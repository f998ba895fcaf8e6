package dev.migtrue.language.code.follow;

import dev.migtrue.language.code.CodeNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Gives the arguments of a call to the parameters of a function. */
final class Parameters {

    /** Under which a call hands over the block that stands behind it. */
    private static final String FUNCTION = "do";

    private final Reading reading;
    private final Frame inside;

    Parameters(Reading reading, Frame inside) {
        this.reading = reading;
        this.inside = inside;
    }

    void bind(Value.Function function, Arguments arguments) {
        List<Value> left = new ArrayList<>(function.bound());
        left.addAll(arguments.positional());
        SequencedMap<String, Value> named = new LinkedHashMap<>(arguments.keywords());
        List<CodeNode> parameters = function.definition()
                .field("parameters")
                .map(CodeNode::children)
                .orElse(List.of());
        for (CodeNode parameter : parameters) {
            if (parameter.is("list_splat_pattern")) {
                set(parameter.text().substring(1), new Value.Items(left));
                left.clear();
            } else if (parameter.is("function_parameter")) {
                set(name(parameter), named.getOrDefault(FUNCTION, new Value.None()));
            } else if (parameter.is("dictionary_splat_pattern")) {
                set(parameter.text().substring(2), new Value.Unknown("what is handed over by name"));
            } else {
                String name = name(parameter);
                set(name, given(parameter, name, left, named));
            }
        }
        Optional.ofNullable(named.get(FUNCTION)).ifPresent(handed -> set(FUNCTION, handed));
    }

    private Value given(CodeNode parameter, String name, List<Value> left, SequencedMap<String, Value> named) {
        Value byName = named.remove(name);
        if (byName != null) {
            return byName;
        }
        if (!left.isEmpty()) {
            return left.removeFirst();
        }
        return parameter
                .field("value")
                .map(value -> reading.value(value, inside, new ArrayList<>()))
                .orElseGet(() -> missing(name));
    }

    /** Some projects hand the operations of Alembic over. */
    private static Value missing(String name) {
        return name.equals("op") ? new Value.Named("alembic.op") : new Value.Unknown("the argument '" + name + "'");
    }

    private static String name(CodeNode parameter) {
        return parameter
                .field("name")
                .or(() -> parameter.children().stream().findFirst())
                .orElse(parameter)
                .text();
    }

    private void set(String name, Value value) {
        inside.scope().set(name, value);
    }
}
