package dev.migtrue.language.code.follow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that a stretch of code sees, and what they hold. */
public final class Scope {

    private final Optional<Scope> outer;
    private final Map<String, Value> names;

    private Scope(Optional<Scope> outer, Map<String, Value> names) {
        this.outer = outer;
        this.names = names;
    }

    static Scope ofModule() {
        return new Scope(Optional.empty(), new HashMap<>());
    }

    /** One inside this: of a function that is called. */
    Scope inner() {
        return new Scope(Optional.of(this), new HashMap<>());
    }

    /** One that holds the same, and may go another way. */
    Scope copy() {
        return new Scope(outer, new HashMap<>(names));
    }

    void set(String name, Value value) {
        names.put(name, value);
    }

    Optional<Value> get(String name) {
        return Optional.ofNullable(names.get(name)).or(() -> outer.flatMap(scope -> scope.get(name)));
    }

    /** Goes on where two ways meet: what they made different is not known any more. */
    void join(Scope one, Scope other) {
        names.clear();
        names.putAll(one.names);
        other.names.forEach((name, value) -> {
            if (!value.equals(one.names.getOrDefault(name, value))) {
                names.put(name, new Value.Unknown("set in one of two ways"));
            } else {
                names.put(name, value);
            }
        });
    }
}
