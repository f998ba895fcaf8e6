package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.Script;
import dev.migtrue.language.sql.Statement;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Body;
import dev.migtrue.language.sql.ddl.Code;
import dev.migtrue.language.sql.ddl.Expression;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Query;
import dev.migtrue.language.sql.reader.CodeReader;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.reader.StatementReader;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all other statements do. */
final class Sundries {

    /** What H2 was last told to imitate. */
    static final Key MODE = Key.of(Space.OTHER, "mode");

    private final Engine engine;
    private final World world;
    private final Text text;

    Sundries(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void run(Action action) {
        switch (action) {
            case Action.Select select -> select(select);
            case Action.Block block -> block(block.body());
            case Action.Dynamic dynamic -> dynamic(dynamic);
            case Action.Call call -> {
                give(call);
                call(call.routine());
            }
            case Action.Prepared prepared -> prepared(prepared);
            case Action.Setting setting -> setting(setting);
            case Action.Utility utility -> utility(utility);
            case Action.Copy copy -> new Copies(engine, text).copy(copy);
            default -> throw new IllegalStateException("not a sundry: " + action);
        }
    }

    private void select(Action.Select select) {
        boolean isTable =
                select.query().into().isPresent() && !engine.variables().isInCode();
        if (isTable && engine.dialect() == Dialect.POSTGRESQL) {
            create(select.query().into().get(), select.query());
            return;
        }
        new Readings(engine).check(select.query());
        select.query().into().ifPresent(into -> remember(into, select.query().clause()));
        callAll(select.query().clause());
    }

    /** {@code SELECT … INTO t}, where that makes a table. */
    private void create(Mention into, Query query) {
        Key key = engine.names().relation(into);
        if (world.has(key)) {
            throw engine.exists(key);
        }
        world.put(
                key,
                Entry.of(ObjectKind.TABLE, text.plain())
                        .whole(Entry.Extent.PARTLY)
                        .holding(new Sources(engine).rows(query)));
    }

    /** {@code SELECT … INTO v}, where that sets a variable. */
    private void remember(Mention into, Clause query) {
        String variable = into.name().last().toLowerCase(Locale.ROOT);
        Worth worth = new Evaluation(engine).of(query);
        engine.session().worths().put(variable, worth);
        if (worth instanceof Worth.Words words) {
            engine.session().variables().put(variable, words.text());
        }
    }

    /** Does what the functions do that a query calls. */
    private void callAll(Clause query) {
        Expression expression = ExpressionReader.read(query, engine.dialect());
        SequenceCalls sequences = new SequenceCalls(engine);
        sequences.countNext(query);
        for (Mention call : expression.calls()) {
            String name = call.name().last().toLowerCase(Locale.ROOT);
            if (SequenceCalls.COUNTING.contains(name)) {
                sequences.count(name, query);
            } else if (!Builtins.isHarmless(name) || routines(call).size() == 1) {
                call(call);
            }
        }
    }

    private List<Key> routines(Mention routine) {
        String name = engine.names().plain(routine);
        return world.keys(
                Space.ROUTINE,
                key -> key.name()
                        .replaceAll("\\(.*", "")
                        .replaceAll("^(function|procedure) ", "")
                        .equals(name));
    }

    /** What the parameters of a routine are for this call. */
    private void give(Action.Call call) {
        List<Key> all = routines(call.routine());
        Optional<World.Routine> known = all.size() == 1 ? world.routine(all.getFirst()) : Optional.empty();
        List<String> parameters = known.map(World.Routine::parameters).orElse(List.of());
        List<Clause> given = SelectList.parts(SelectList.inside(call.arguments()));
        for (int index = 0; index < Math.min(parameters.size(), given.size()); index++) {
            Worth worth = new Evaluation(engine).of(given.get(index));
            engine.session().worths().put(parameters.get(index).toLowerCase(Locale.ROOT), worth);
        }
    }

    /** Runs the body of a routine that is known. */
    private void call(Mention routine) {
        List<Key> all = routines(routine);
        Optional<World.Routine> known = all.size() == 1 ? world.routine(all.getFirst()) : Optional.empty();
        Optional<Body> body = known.flatMap(World.Routine::body);
        if (body.isEmpty()) {
            engine.doubt("what \"" + routine + "\" does");
            return;
        }
        String source = known.orElseThrow().source();
        blocks(CodeReader.read(source, body.get(), engine.dialect()), source);
    }

    private void block(Body body) {
        Code code = CodeReader.read(text.source(), body, engine.dialect());
        blocks(code, text.source());
    }

    private void blocks(Code code, String source) {
        try {
            new Blocks(engine).run(code, source);
        } catch (Variables.Left left) {
            // The end of the code, wherever it is.
        }
    }

    private void dynamic(Action.Dynamic dynamic) {
        if (dynamic.text().isEmpty()) {
            String known = engine.names().isOneWithDatabase() ? new Evaluation(engine).text(dynamic.expression()) : "";
            if (!known.isEmpty()) {
                runText(known);
                return;
            }
            composed(dynamic.expression());
            return;
        }
        Body body = dynamic.text().get();
        String content = body.code().in(text.source());
        runText(body.isEscaped() ? content.replace("''", "'") : content);
    }

    private void composed(Clause expression) {
        try {
            runText(engine.text(expression));
        } catch (Value.Unknown unknown) {
            engine.doubt("text that is put together and run");
        }
    }

    void runText(String content) {
        for (Statement statement : Script.of(content, engine.dialect()).statements()) {
            engine.run(
                    StatementReader.read(statement),
                    new Text(content, statement.content().place()));
        }
    }

    private void prepared(Action.Prepared prepared) {
        Key key = Key.of(Space.PREPARED, prepared.name().name().last());
        switch (prepared.stage()) {
            case PREPARE -> {
                if (world.has(key) && !engine.names().isOneWithDatabase()) {
                    throw engine.exists(key);
                }
                world.put(key, Entry.of(ObjectKind.SESSION, prepared.source().text()));
            }
            case EXECUTE -> execute(key);
            case DEALLOCATE -> world.remove(key);
        }
    }

    private void execute(Key key) {
        String source = world.find(key).map(Entry::definition).orElse("");
        String variable = source.strip();
        String content = variable.startsWith("@")
                ? engine.session().variables().getOrDefault(variable.toLowerCase(Locale.ROOT), "")
                : variable.startsWith("'") ? Equalities.content(variable) : source;
        if (content.isBlank()) {
            engine.doubt("what a prepared statement says");
            return;
        }
        runText(content);
    }

    private void setting(Action.Setting setting) {
        String name = setting.name().name().last().toLowerCase(Locale.ROOT);
        Worth worth = new Evaluation(engine).of(setting.value());
        engine.session().worths().put(name, worth);
        if (name.startsWith("@") && !name.startsWith("@@")) {
            engine.session().variables().put(name, worth instanceof Worth.Words words ? words.text() : "");
            return;
        }
        if (name.equals("mode") && engine.dialect() == Dialect.H2) {
            world.put(MODE, Entry.of(ObjectKind.SESSION, setting.value().toString()));
        }
        engine.session().variables().put(name, setting.value().toString());
        if (name.equals("search_path") || name.equals("schema")) {
            boolean isIdle =
                    setting.modifiers().has(Modifier.LOCAL) && !engine.session().isInTransaction();
            engine.names()
                    .search(
                            isIdle
                                    ? List.of()
                                    : SelectList.parts(setting.value()).stream()
                                            .map(part -> schema(part.text().strip()))
                                            .toList());
        }
    }

    private String schema(String written) {
        boolean isPlain = engine.dialect() == Dialect.H2 && !written.contains("\"") && !written.contains("'");
        return isPlain
                ? engine.dialect().names().plain(written)
                : Equalities.content(written).replace("\"", "");
    }

    private void utility(Action.Utility utility) {
        switch (utility.verb()) {
            case "REFRESH" -> refresh(utility);
            case "ATTACH", "DETACH", "VACUUM" -> new SqliteFiles(engine).run(utility);
            case "USE" ->
                engine.names()
                        .search(utility.objects().stream().map(Object::toString).toList());
            case "LOCK" -> {
                if (engine.dialect() == Dialect.POSTGRESQL && !engine.session().isInTransaction()) {
                    throw new Refused(Fault.STATE, "25P01", "a lock outside of a transaction");
                }
            }
            case "IMPORT", "INSTALL" -> {
                Key key = Key.of(Space.RELATION, "imported " + utility.clause());
                if (world.has(key)) {
                    throw engine.exists(key);
                }
                world.put(key, Entry.of(ObjectKind.FOREIGN_TABLE, text.plain()));
            }
            default -> {}
        }
    }

    private void refresh(Action.Utility utility) {
        for (Mention mention : utility.objects()) {
            Key key = engine.required(mention);
            String query = world.find(key).orElseThrow().definition();
            boolean isMoving = query.toLowerCase(Locale.ROOT)
                    .matches("(?s).*\\b(now|random|clock_timestamp|gen_random_uuid)\\b.*");
            world.change(key, entry -> entry.with("refreshed", isMoving ? engine.newValue() : sources(entry)));
        }
    }

    private String sources(Entry view) {
        StringBuilder rows = new StringBuilder();
        view.uses().stream()
                .filter(key -> key.space() == Space.RELATION)
                .sorted(java.util.Comparator.comparing(Key::name))
                .forEach(key -> rows.append(world.find(key).map(Entry::rows)));
        return rows.toString();
    }
}
