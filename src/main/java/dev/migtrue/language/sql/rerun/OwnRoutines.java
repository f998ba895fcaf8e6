package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Body;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out functions that a script has made and whose body is one {@code SELECT} of an expression. */
final class OwnRoutines implements Formula.Routines {

    private final Engine engine;

    OwnRoutines(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Value call(String name, List<Value> arguments) {
        List<Key> all = engine.world().keys(Space.ROUTINE, key -> plain(key).equals(name));
        if (all.size() != 1) {
            throw new Value.Unknown("what " + name + " gives");
        }
        World.Routine routine = engine.world().routine(all.getFirst()).orElseThrow(() -> new Value.Unknown(name));
        Map<String, Value> given = new HashMap<>();
        for (int index = 0; index < arguments.size(); index++) {
            given.put("$" + (index + 1), arguments.get(index));
            if (index < routine.parameters().size()) {
                given.put(routine.parameters().get(index), arguments.get(index));
            }
        }
        return Formula.of(expression(routine), this).of(column -> {
            Value value = given.get(column);
            if (value == null) {
                throw new Value.Unknown("the value of " + column);
            }
            return value;
        });
    }

    private static String plain(Key routine) {
        return Equalities.last(routine.name().replaceAll("\\(.*", ""));
    }

    private Clause expression(World.Routine routine) {
        Optional<Body> body = routine.body();
        List<Statement> statements = body.map(code -> Script.within(routine.source(), code.code(), engine.dialect())
                        .statements())
                .orElse(List.of());
        if (statements.size() != 1) {
            throw new Value.Unknown("a body of more than one statement");
        }
        Clause whole = statements.getFirst().content();
        Clause list = SelectList.list(whole);
        boolean isPlain = whole.words().getFirst().equalsIgnoreCase("SELECT")
                && list.words().size() == whole.words().size() - 1;
        if (!isPlain) {
            throw new Value.Unknown("a body that asks tables");
        }
        return list;
    }
}
