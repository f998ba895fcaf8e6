package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One connection: its transaction, and what goes with it at its end. */
final class Session {

    private final Engine engine;
    private Optional<World> begin = Optional.empty();
    private final Set<String> labels = new HashSet<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, Worth> worths = new HashMap<>();
    private boolean isRecounted;

    private final Savepoints savepoints;
    private final Set<Key> untilCommit = new LinkedHashSet<>();

    Session(Engine engine) {
        this.engine = engine;
        this.savepoints = new Savepoints(engine);
    }

    /** What is run here was run long ago on a database that others know: nothing is as wanted unless it is known to be. */
    void recount() {
        isRecounted = true;
    }

    boolean isRecounted() {
        return isRecounted;
    }

    /** What is known of the variables and parameters of a script, by their names in lower case. */
    Map<String, Worth> worths() {
        return worths;
    }

    Map<String, String> variables() {
        return variables;
    }

    Dialect dialect() {
        return engine.dialect();
    }

    boolean isOn(String setting) {
        return Set.of("1", "on", "true", "yes")
                .contains(variables.getOrDefault(setting, "").toLowerCase(Locale.ROOT));
    }

    /** Whether rows that others point to are looked after. */
    boolean isEnforcing() {
        return switch (engine.dialect()) {
            case MYSQL, MARIADB -> !"0".equals(variables.getOrDefault("foreign_key_checks", "1"));
            case H2 -> !variables.getOrDefault("referential_integrity", "").equalsIgnoreCase("FALSE");
            case SQLITE -> isOn("foreign_keys");
            case SQL_SERVER, ORACLE -> true;
            case POSTGRESQL, ANSI -> false;
        };
    }

    boolean isInTransaction() {
        return begin.isPresent();
    }

    void begin() {
        begin = Optional.of(engine.world().copy());
    }

    /** Where nothing is committed by itself, each first statement begins a transaction. */
    private void beginUnasked(Action action) {
        boolean isAbout = action instanceof Action.Setting || action instanceof Action.Transaction;
        if (isUncommitted() && !isInTransaction() && !isAbout) {
            begin();
        }
    }

    private boolean isUncommitted() {
        boolean isSetting = engine.names().isOneWithDatabase() || engine.dialect() == Dialect.H2;
        return isSetting
                && Set.of("0", "off", "false")
                        .contains(variables.getOrDefault("autocommit", "1").toLowerCase(Locale.ROOT));
    }

    /** Where definitions end the transaction, this does. */
    void before(Action action, Text text) {
        beginUnasked(action);
        boolean isDefinition = action instanceof Action.Create
                || action instanceof Action.Alter
                || action instanceof Action.Drop
                || action instanceof Action.Rename
                || action instanceof Action.Grant
                || action instanceof Action.Truncate;
        if (isDefinition && begin.isPresent() && !isUndone(engine.dialect())) {
            // What came before is committed with it.
            begin = Optional.empty();
            savepoints.clear();
        }
        if (begin.isPresent() && Standalone.is(action, engine.dialect())) {
            throw new Refused(Fault.STATE, "25001", "cannot run inside a transaction block");
        }
        checkLabels(action, text);
    }

    /** A label that was added in this transaction cannot be used in it. */
    private void checkLabels(Action action, Text text) {
        boolean isOfRows = action instanceof Action.Insert || action instanceof Action.Update;
        if (isOfRows
                && isInTransaction()
                && labels.stream().anyMatch(label -> text.plain().contains("'" + label + "'"))) {
            throw new Refused(Fault.STATE, "55P04", "a label is not committed yet");
        }
        if (isInTransaction() && action instanceof Action.Alter alter) {
            alter.changes().forEach(change -> {
                if (change instanceof Change.AddLabel add
                        && engine.dialect() == Dialect.POSTGRESQL
                        && !isThere(alter, add)) {
                    labels.add(add.label().value());
                }
            });
        }
    }

    private boolean isThere(Action.Alter alter, Change.AddLabel add) {
        return alter.name()
                .map(type -> Key.of(Space.TYPE, engine.names().plain(type))
                        .member(Space.LABEL, add.label().value()))
                .filter(engine.world()::has)
                .isPresent();
    }

    /** Whether what is defined within a transaction goes with it. */
    static boolean isUndone(Dialect dialect) {
        return switch (dialect) {
            case POSTGRESQL, SQLITE, SQL_SERVER, ANSI -> true;
            case MYSQL, MARIADB, ORACLE, H2 -> false;
        };
    }

    void transaction(Action.Transaction action) {
        String name = Equalities.last(action.clause().words().getLast());
        switch (action.verb()) {
            case BEGIN -> {
                if (isInTransaction() && engine.dialect() == Dialect.SQLITE) {
                    throw new Refused(Fault.STATE, "", "a transaction within a transaction");
                }
                begin();
            }
            case COMMIT -> {
                requireTransaction();
                commit();
            }
            case ROLLBACK -> {
                requireTransaction();
                rollback();
            }
            case SAVEPOINT, ROLLBACK_TO, RELEASE -> savepoints.run(action.verb(), name);
            case TWO_PHASE -> engine.doubt("a commit in two phases");
        }
    }

    private void requireTransaction() {
        if (engine.dialect() == Dialect.SQLITE && !isInTransaction() && savepoints.isEmpty()) {
            throw new Refused(Fault.STATE, "1", "no transaction is under way");
        }
    }

    void commit() {
        begin = Optional.empty();
        savepoints.clear();
        labels.clear();
        untilCommit.forEach(engine.world()::remove);
        untilCommit.clear();
    }

    /** A table that goes when the transaction ends, or the statement that is one by itself. */
    void keepUntilCommit(Key table) {
        untilCommit.add(table);
    }

    /** Behind a statement of its own, not within one. */
    void endStatement() {
        if (!isInTransaction() && !untilCommit.isEmpty()) {
            commit();
        }
    }

    void rollback() {
        begin.ifPresent(new Undoing(engine)::back);
        commit();
    }

    /** What is not committed is undone, and what is temporary goes. */
    void close() {
        rollback();
        World world = engine.world();
        new SqliteFiles(engine).close();
        for (Key key : world.keys(Space.PREPARED, key -> true)) {
            world.remove(key);
        }
        for (Key key : world.keys(key -> world.find(key)
                .filter(entry -> entry.facets().containsKey("temporary"))
                .isPresent())) {
            world.remove(key);
        }
        variables.clear();
        worths.clear();
        engine.names().search(List.of());
    }
}
