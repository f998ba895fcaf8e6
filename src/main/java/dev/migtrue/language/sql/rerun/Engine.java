package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Does to a {@link World} what a database does for each statement. */
final class Engine {

    private final Server server;
    private final World world;
    private final World start;
    private final Names names;
    private final Doubts doubts = new Doubts();
    private final Session session;
    private final Firing firing;
    private final List<String> emptied = new ArrayList<>();
    private final Map<String, Optional<Expressions.Nature>> tried = new HashMap<>();
    private long moment;
    private final Variables variables = new Variables();
    private String handled = "";
    private boolean isFirstRun = true;
    private int depth;
    private Trail trail = new Trail();

    Engine(Server server, World world) {
        this.server = server;
        this.world = world;
        this.start = world.copy();
        this.names = new Names(server.dialect(), world);
        this.session = new Session(this);
        this.firing = new Firing(this);
    }

    Dialect dialect() {
        return server.dialect();
    }

    /** As it is set by now. */
    Server server() {
        return world.find(Sundries.MODE)
                .map(mode -> server.imitating(mode.definition()))
                .orElse(server);
    }

    World world() {
        return world;
    }

    /** What there was before anything was run. */
    World start() {
        return start;
    }

    Names names() {
        return names;
    }

    Session session() {
        return session;
    }

    /** What the run that is under way did. */
    Trail trail() {
        return trail;
    }

    Doubts doubts() {
        return doubts;
    }

    /** A doubt about nothing but rows. */
    void doubtRows(String reason) {
        doubts.addOfRows(reason);
    }

    void doubt(String reason) {
        doubts.add(reason);
    }

    /** The tables that were dropped or cleared with what they held. */
    List<String> emptied() {
        return emptied;
    }

    void empty(Key table) {
        boolean isTemporary = world.find(table)
                .filter(entry -> entry.facets().containsKey("temporary"))
                .isPresent();
        if (isTemporary) {
            return;
        }
        world.find(table).ifPresent(entry -> trail.empties(table, entry));
        new CounterStarts(this).forget(table);
        if (!emptied.contains(table.toString())) {
            emptied.add(table.toString());
        }
    }

    Variables variables() {
        return variables;
    }

    /** The text that an expression gives; {@link Value.Unknown} where nobody knows. */
    String text(Clause expression) {
        return Formula.of(expression, new OwnRoutines(this))
                .of(variables::value)
                .text();
    }

    /** The number of the error that is being handled. */
    String handled() {
        return handled;
    }

    void handle(String code) {
        handled = code;
    }

    boolean isFirstRun() {
        return isFirstRun;
    }

    void beginSecondRun() {
        isFirstRun = false;
        emptied.clear();
        trail = new Trail();
        world.takeChanged();
    }

    /** What was found out about a statement in the first run, which holds for the second. */
    Optional<Expressions.Nature> once(String statement, Supplier<Optional<Expressions.Nature>> trial) {
        Optional<Expressions.Nature> known = tried.get(statement);
        if (known == null) {
            known = trial.get();
            tried.put(statement, known);
        }
        return known;
    }

    /** A value that never comes back. */
    String newValue() {
        return "moment " + moment++;
    }

    void run(Action action, Text text) {
        if (depth > 20) {
            doubt("code that calls itself");
            return;
        }
        depth++;
        try {
            Grammar.check(action, this, text);
            session.before(action, text);
            Optional<Key> table = firing.table(action);
            Rows before = table.flatMap(world::find).map(Entry::rows).orElse(Rows.NONE);
            dispatch(action, text);
            table.ifPresent(changed -> firing.after(action, changed, before));
            if (depth == 1) {
                session.endStatement();
            }
            trail.did(action, world.takeChanged());
        } finally {
            depth--;
        }
    }

    private void dispatch(Action action, Text text) {
        boolean mayBeNamed = action instanceof Action.Insert
                || action instanceof Action.Update
                || action instanceof Action.Delete
                || action instanceof Action.Several;
        if (mayBeNamed) {
            new Readings(this).checkNamed(text);
        }
        new Qualified(this).check(action, text);
        switch (action) {
            case Action.Create create -> new Creation(this, text).create(create);
            case Action.Alter alter -> new Alteration(this, text).alter(alter);
            case Action.Drop drop -> new Removal(this).drop(drop);
            case Action.Rename rename -> new Renames(this).rename(rename);
            case Action.Comment comment -> new Marks(this, text).comment(comment);
            case Action.Grant grant -> new Marks(this, text).grant(grant);
            case Action.Insert insert -> new Inserts(this, text).insert(insert);
            case Action.Update update -> new RowChanges(this, text).update(update);
            case Action.Delete delete -> new RowRemovals(this, text).delete(delete);
            case Action.Merge merge -> new Merges(this, text).merge(merge);
            case Action.Truncate truncate -> new RowRemovals(this, text).truncate(truncate);
            case Action.Several several -> new NamedParts(this, text).run(several);
            case Action.Transaction transaction -> session.transaction(transaction);
            case Action.Unrecognized unrecognized -> new Rarities(this).run(unrecognized);
            default -> new Sundries(this, text).run(action);
        }
    }

    Refused refused(Fault fault, Space space, String message) {
        return new Refused(fault, Codes.of(dialect(), fault, space), message);
    }

    Refused exists(Key key) {
        return refused(Fault.EXISTS, key.space(), "\"" + key + "\" already exists")
                .about(key);
    }

    Refused missing(Key key) {
        return refused(Fault.MISSING, key.space(), "\"" + key + "\" does not exist")
                .about(key);
    }

    /** What a statement looks for in vain, without being about to drop it. */
    private Refused unread(Key key) {
        String code = names.isOneWithDatabase() ? Codes.unknown(key.space()) : Codes.ofReading(dialect(), key.space());
        return new Refused(Fault.MISSING, code, "\"" + key + "\" does not exist").about(key);
    }

    /** Of what is referred to and not dropped. */
    Refused unknown(Key key) {
        return unread(key);
    }

    /** The table of a statement, which has to be there. */
    Key required(Mention mention) {
        Key key = names.relation(mention);
        if (isOfSystem(key)) {
            return key;
        }
        trail.needs(key);
        if (world.known(key) == World.Known.ABSENT) {
            throw unread(key);
        }
        world.assume(key, ObjectKind.TABLE);
        return key;
    }

    /** A table that a query reads: it may be a name within the query. */
    void read(Mention mention) {
        Key key = names.relation(mention);
        trail.needs(key);
        if (world.isGone(key)) {
            throw unread(key);
        }
    }

    void requiredColumn(Key table, String column) {
        Key key = table.member(Space.COLUMN, column);
        trail.needs(key);
        boolean isMissing = world.known(key) == World.Known.ABSENT && world.has(table);
        if (isMissing && !new SqliteKeys(this).isOfEveryTable(column)) {
            throw unread(key);
        }
    }

    static boolean isOfSystem(Key key) {
        return key.name().startsWith("pg_")
                || key.name().startsWith("information_schema")
                || key.name().startsWith("INFORMATION_SCHEMA")
                || key.name().startsWith("sqlite_");
    }

    static boolean isGuarded(Modifiers modifiers) {
        return modifiers.has(Modifier.IF_EXISTS);
    }

    static boolean isReplacing(Modifiers modifiers) {
        return modifiers.has(Modifier.OR_REPLACE) || modifiers.has(Modifier.OR_ALTER);
    }
}
