package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.ColumnChange;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.reader.ExpressionReader;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Optional;

/** What an {@code ALTER} does to columns and attributes. */
final class ColumnChanges {

    private final Engine engine;
    private final World world;
    private final Text text;

    ColumnChanges(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    /** Whether it was a change of a column. */
    boolean change(Key table, Action.Alter alter, Change change) {
        switch (change) {
            case Change.AddColumn add -> add(table, add);
            case Change.DropColumn drop -> {
                requireOthers(table, alter, drop);
                drop(table, drop);
            }
            case Change.RenameColumn rename ->
                new Renames(engine)
                        .move(
                                engine.names().column(table, rename.from()),
                                engine.names().column(table, rename.to()),
                                rename.modifiers(),
                                ObjectKind.COLUMN);
            case Change.RedefineColumn redefine -> redefine(table, redefine);
            case Change.AlterColumn column -> alter(table, alter, column);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void add(Key table, Change.AddColumn add) {
        Key key = engine.names().column(table, add.column().name());
        if (world.has(key)) {
            if (add.modifiers().has(Modifier.IF_NOT_EXISTS)) {
                new ColumnAdditions(engine, text).referTwice(table, add.column());
                return;
            }
            throw engine.exists(key);
        }
        new ColumnAdditions(engine, text).requireAddable(table, add.column());
        new TableCreation(engine, text).column(table, add.column());
        new Positions(world, table, text).follow(add.column(), key.name());
        clear(table, add.column().name());
    }

    /** Of what a column held of that name that went, the new one has nothing. */
    private void clear(Key table, Mention column) {
        world.change(
                table, entry -> entry.holding(entry.rows().without(column.name().last())));
    }

    /** Only PostgreSQL has tables without columns. */
    private void requireOthers(Key table, Action.Alter alter, Change.DropColumn drop) {
        boolean isLast = engine.dialect() != Dialect.POSTGRESQL
                && world.find(table).filter(Entry::isWhole).isPresent()
                && world.members(table, Space.COLUMN).size() == 1
                && world.has(engine.names().column(table, drop.column()))
                && alter.changes().size() == 1;
        if (isLast) {
            throw engine.refused(Fault.STATE, Space.COLUMN, "\"" + table + "\" would have no columns");
        }
    }

    private void drop(Key table, Change.DropColumn drop) {
        Key key = engine.names().column(table, drop.column());
        switch (world.known(key)) {
            case ABSENT -> {
                if (!Engine.isGuarded(drop.modifiers())) {
                    throw engine.missing(key);
                }
            }
            case UNKNOWN -> world.remove(key);
            case PRESENT -> {
                new ColumnUses(engine).requireNone(table, key);
                if (engine.names().isOneWithDatabase()) {
                    new Shrinking(world, key).shrink();
                }
                new Removal(engine).removeAll(List.of(key), drop.modifiers().has(Modifier.CASCADE));
                new Positions(world, table, text).close();
                clear(table, drop.column());
            }
        }
    }

    private void redefine(Key table, Change.RedefineColumn redefine) {
        Key old = engine.names().column(table, redefine.old());
        Key key = engine.names().column(table, redefine.column().name());
        if (world.known(old) == World.Known.ABSENT) {
            if (Engine.isGuarded(redefine.modifiers())) {
                return;
            }
            throw engine.unknown(old);
        }
        if (!old.equals(key)) {
            new Renames(engine).move(old, key, Modifiers.NONE, ObjectKind.COLUMN);
        }
        if (engine.dialect() == Dialect.ORACLE) {
            new OracleNulls(world).require(key, redefine.column());
        }
        String number = world.find(key)
                .map(entry -> entry.facets().getOrDefault("number", ""))
                .orElse("");
        new TableCreation(engine, text).column(table, redefined(redefine.column()));
        if (!number.isEmpty()) {
            world.change(key, entry -> entry.with("number", number));
        }
        new Positions(world, table, text).follow(redefine.column(), key.name());
        if (engine.dialect() == Dialect.ORACLE) {
            new OracleNulls(world).settle(key, redefine.column());
        }
    }

    /** What stands beside it again is taken once, but for the keys. */
    private static Column redefined(Column column) {
        List<Constraint> constraints = column.constraints().stream()
                .filter(constraint ->
                        constraint.kind() != Constraint.Kind.CHECK && constraint.kind() != Constraint.Kind.FOREIGN_KEY)
                .toList();
        return new Column(column.name(), column.type(), constraints, column.place());
    }

    private void alter(Key table, Action.Alter alter, Change.AlterColumn change) {
        Key key = engine.names().column(table, change.column());
        boolean isGuarded = Engine.isGuarded(change.modifiers());
        boolean isOfTable = alter.kind() != ObjectKind.INDEX;
        if (isOfTable && world.known(key) == World.Known.ABSENT) {
            if (isGuarded) {
                return;
            }
            throw engine.unknown(key);
        }
        world.assume(key, ObjectKind.COLUMN);
        switch (change.change()) {
            case ColumnChange.SetType type -> retype(table, key, type);
            case ColumnChange.SetDefault set -> set(key, "default", set.value());
            case ColumnChange.DropDefault drop -> dropDefault(key);
            case ColumnChange.SetNotNull set -> world.change(key, entry -> entry.with("null", "not"));
            case ColumnChange.DropNotNull drop -> world.change(key, entry -> entry.with("null", ""));
            case ColumnChange.AddIdentity add -> addIdentity(table, key, add);
            case ColumnChange.DropIdentity drop -> dropState(key, "identity", drop.modifiers());
            case ColumnChange.SetExpression set -> set(key, "generated", set.expression());
            case ColumnChange.DropExpression drop -> dropState(key, "generated", drop.modifiers());
            case ColumnChange.Adjust adjust -> {
                new CounterStarts(engine).restart(key, adjust.clause());
                set(key, "adjusted " + adjust.clause().words().stream().limit(2).toList(), adjust.clause());
            }
            case ColumnChange.Unrecognized unrecognized -> engine.doubt("a change of a column that is not understood");
        }
    }

    /** Of a serial column the sequence stays and is used no more. */
    private void dropDefault(Key key) {
        world.change(key, entry -> {
            boolean isSerial =
                    entry.facets().containsKey("counted") && !entry.facets().containsKey("identity");
            return isSerial ? entry.without("default").without("counted") : entry.without("default");
        });
    }

    private void set(Key key, String facet, Clause value) {
        world.change(key, entry -> entry.with(facet, value.toString()));
    }

    private void retype(Key table, Key key, ColumnChange.SetType type) {
        requireRetypable(key, type);
        Optional<Expressions.Nature> tried = type.using()
                .flatMap(using -> engine.once(
                        key + " " + text.plain(), () -> Conversions.of(engine, table, key, using, type.type())));
        Key of = Key.of(Space.TYPE, type.type().family().replace("[]", ""));
        world.change(
                key,
                entry -> entry.with("type", type.type().written().toString())
                        .using(world.has(of) ? java.util.Set.of(of) : java.util.Set.of()));
        type.using().ifPresent(using -> {
            Expressions.Nature nature =
                    tried.orElseGet(() -> new Expressions(engine).natureOf(using, List.of(key.name())));
            if (nature == Expressions.Nature.UNCLEAR) {
                engine.doubtRows("what becomes of \"" + key + "\" when it is converted again");
            }
            if (nature != Expressions.Nature.MOVING) {
                return;
            }
            String effect = "using " + using;
            world.change(
                    table,
                    entry -> entry.holding(entry.rows()
                            .after(new Effect.Update(
                                    effect, java.util.Set.of(key.name()), java.util.Set.of(key.name()), false, true))));
        });
    }

    private void requireRetypable(Key key, ColumnChange.SetType type) {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        boolean isSeen = world.dependents(key).stream()
                .filter(one -> one.space() == Space.RELATION)
                .map(one -> world.find(one).orElseThrow().kind())
                .anyMatch(kind -> kind == ObjectKind.VIEW || kind == ObjectKind.MATERIALIZED_VIEW);
        if (isSeen) {
            throw new Refused(Fault.IN_USE, "0A000", "a view uses \"" + key + "\"");
        }
        String family = Types.family(world, key);
        String standard = world.find(key).orElseThrow().facets().getOrDefault("default", "NULL");
        boolean isLiteral =
                KnownRows.literal(standard).filter(value -> !value.isNull()).isPresent();
        if (isLiteral && !Types.isAssignable(family, type.type().family())) {
            throw new Refused(Fault.STATE, "42804", "the default of \"" + key + "\" is of another type");
        }
        type.using().ifPresent(using -> Types.requireComparable(engine, Key.of(Space.RELATION, key.owner()), using));
        boolean isOfOther = type.using()
                .filter(using ->
                        !family.isEmpty() && !Types.takes(ExpressionReader.read(using, engine.dialect()), family))
                .isPresent();
        if (isOfOther) {
            throw engine.refused(Fault.MISSING, Space.ROUTINE, "there is no such function of " + family);
        }
    }

    private void addIdentity(Key table, Key key, ColumnChange.AddIdentity add) {
        Entry column = world.find(key).orElseThrow();
        boolean hasDefault =
                column.facets().containsKey("default") || column.facets().containsKey("counted");
        if (hasDefault && !column.facets().containsKey("identity") && engine.dialect() == Dialect.POSTGRESQL) {
            throw engine.refused(Fault.STATE, Space.COLUMN, "\"" + key + "\" has a default value");
        }
        if (world.find(key).orElseThrow().facets().containsKey("identity")) {
            throw engine.refused(Fault.STATE, Space.COLUMN, "\"" + key + "\" has an identity");
        }
        world.change(
                key, entry -> entry.with("identity", add.clause().toString()).with("counted", "yes"));
        world.put(
                Key.of(Space.RELATION, table.name() + "_" + key.name() + "_seq"),
                Entry.of(ObjectKind.SEQUENCE, "of " + key).partOf(java.util.Set.of(key)));
    }

    private void dropState(Key key, String facet, Modifiers modifiers) {
        Entry entry = world.find(key).orElseThrow();
        boolean isThere = entry.facets().containsKey(facet);
        boolean isKnown = !entry.definition().startsWith("given ")
                || "none".equals(entry.facets().getOrDefault("no " + facet, ""));
        if (!isThere && isKnown) {
            if (!Engine.isGuarded(modifiers) && engine.dialect() != Dialect.H2) {
                throw engine.refused(Fault.STATE, Space.COLUMN, "\"" + key + "\" has no " + facet);
            }
            return;
        }
        world.change(key, same -> same.without(facet).without("counted").with("no " + facet, "none"));
        if (facet.equals("identity")) {
            world.change(key, same -> same.with("null", "not"));
            world.keys(
                            Space.RELATION,
                            other ->
                                    world.find(other).orElseThrow().definition().equals("of " + key))
                    .forEach(world::remove);
        }
    }
}
