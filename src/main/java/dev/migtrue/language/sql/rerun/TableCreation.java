package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Index;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a table is made from: its columns, what they are held to, the rows of a query. */
final class TableCreation {

    private static final Pattern PARTITION = Pattern.compile("(?i)\\bPARTITION `?(\\w+)`? VALUES");

    private final Engine engine;
    private final World world;
    private final Text text;

    TableCreation(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void fill(Key key, Definition.Table table) {
        table.partitionOf().ifPresent(parent -> partition(key, engine.required(parent)));
        table.inherits().forEach(parent -> inherit(key, engine.required(parent)));
        table.like().forEach(like -> like(key, engine.required(like)));
        table.ofType().ifPresent(type -> {
            Key of = Key.of(Space.TYPE, engine.names().plain(type));
            world.change(key, entry -> entry.using(Set.of(of)).with("of type", of.name()));
            members(key, of);
        });
        for (Column column : table.columns()) {
            requireNew(key, table, column);
            column(key, column);
        }
        table.constraints().forEach(constraint -> new ConstraintAddition(engine, text).add(key, constraint));
        for (Index index : table.indexes()) {
            new IndexCreation(engine, text).create(new Mention(name(key), index.place()), index, Modifiers.NONE);
        }
        table.query().ifPresent(query -> ofQuery(key, query));
        partitions(key);
    }

    /** A column that is inherited may be said once more. */
    private void requireNew(Key key, Definition.Table table, Column column) {
        Key own = engine.names().column(key, column.name());
        boolean isOfItsOwn = table.inherits().isEmpty()
                && table.partitionOf().isEmpty()
                && table.ofType().isEmpty();
        if (isOfItsOwn && world.has(own)) {
            throw engine.exists(own);
        }
    }

    private static dev.migtrue.language.sql.ddl.Name name(Key key) {
        return dev.migtrue.language.sql.ddl.Name.of(key.name().split("\\."));
    }

    /** Those that are written out, as MySQL has it. */
    private void partitions(Key key) {
        if (engine.names().isOneWithDatabase()) {
            PARTITION
                    .matcher(text.plain())
                    .results()
                    .forEach(found -> world.put(
                            key.member(Space.PARTITION, found.group(1)), Entry.of(ObjectKind.TABLE, found.group())));
        }
    }

    private void partition(Key key, Key parent) {
        world.put(key.member(Space.PARENT, parent.name()), Entry.of(ObjectKind.TABLE, "partition"));
        world.change(key, entry -> entry.partOf(Set.of(parent)));
        columnsOf(key, parent);
    }

    private void inherit(Key key, Key parent) {
        world.put(
                key.member(Space.PARENT, parent.name()),
                Entry.of(ObjectKind.TABLE, "").using(Set.of(parent)));
        columnsOf(key, parent);
    }

    /** With as much beyond the columns as {@code INCLUDING} says; MySQL takes the keys. */
    private void like(Key key, Key other) {
        columnsOf(key, other);
        if (engine.names().isOneWithDatabase()) {
            keysOf(key, other);
        }
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        world.change(key, entry -> entry.with("like", other.toString()));
        world.members(key, Space.COLUMN)
                .forEach(column -> world.change(column, entry -> entry.with("like", other.toString())));
        String words = text.plain().toUpperCase(Locale.ROOT);
        boolean isAll = words.contains("INCLUDING ALL");
        if (!isAll && !words.contains("INCLUDING DEFAULTS")) {
            world.members(key, Space.COLUMN)
                    .forEach(column -> world.change(
                            column,
                            entry -> entry.without("default").without("counted").without("identity")));
        }
        if (isAll || words.contains("INCLUDING DEFAULTS")) {
            shareSequences(key, other);
        }
        if (isAll || words.contains("INCLUDING INDEXES")) {
            for (Keys.Unique unique : new Keys(world).all(other)) {
                Entry entry = Entry.of(ObjectKind.CONSTRAINT, "like " + other)
                        .partOf(Set.of(key))
                        .with("unique", String.join(",", unique.columns()));
                Entry with = unique.isNullEqual() ? entry.with("nulls", "equal") : entry;
                world.put(
                        new ConstraintNames(engine, key).freeOfAll(unique.columns()),
                        unique.where().isEmpty() ? with : with.with("where", unique.where()));
            }
        }
    }

    /** The default of a serial column goes on counting with the sequence of the other table. */
    private void shareSequences(Key key, Key other) {
        for (Key column : world.members(key, Space.COLUMN)) {
            Optional<Key> sequence = world.parts(other.member(Space.COLUMN, column.name())).stream()
                    .filter(part -> world.find(part).orElseThrow().kind() == ObjectKind.SEQUENCE)
                    .findFirst();
            boolean isSerial = world.find(column)
                    .filter(entry -> entry.facets().containsKey("counted")
                            && !entry.facets().containsKey("identity"))
                    .isPresent();
            if (isSerial && sequence.isPresent()) {
                world.change(column, entry -> entry.using(Set.of(sequence.get())));
            }
        }
    }

    private void keysOf(Key key, Key other) {
        Entry model = world.find(other).orElseThrow();
        world.change(key, entry -> entry.define(model.definition()));
        for (Key member : world.members(other)) {
            boolean isForeign = ConstraintAddition.kind(world.find(member).orElseThrow())
                    .filter("FOREIGN_KEY"::equals)
                    .isPresent();
            boolean isKept = member.space() == Space.INDEX || (member.space() == Space.CONSTRAINT && !isForeign);
            if (isKept) {
                Entry entry = world.find(member).orElseThrow().renamed(part -> moved(part, other, key));
                world.put(moved(member, other, key), entry);
            }
        }
    }

    private static Key moved(Key part, Key from, Key to) {
        return part.equals(from) ? to : part.isMemberOf(from) ? new Key(part.space(), to.name(), part.name()) : part;
    }

    private void columnsOf(Key key, Key other) {
        members(key, other);
        if (world.find(other).filter(Entry::isWhole).isEmpty()) {
            world.change(key, entry -> entry.whole(Entry.Extent.PARTLY));
        }
    }

    private void members(Key key, Key other) {
        for (Key column : world.members(other, Space.COLUMN)) {
            Entry entry = world.find(column).orElseThrow();
            world.put(
                    key.member(Space.COLUMN, column.name()),
                    entry.using(Set.of()).partOf(Set.of()));
        }
    }

    private void ofQuery(Key key, Query query) {
        new Readings(engine).check(query);
        Definition.View view = new Definition.View(List.of(), query);
        List<String> columns = new ViewCreation(engine, text).columns(view);
        for (String column : columns) {
            Key member = key.member(Space.COLUMN, column);
            if (!world.has(member)) {
                world.put(member, numbered(key, Entry.of(ObjectKind.COLUMN, column)));
            }
        }
        boolean isEmpty = text.plain().toUpperCase(Locale.ROOT).endsWith("WITH NO DATA");
        Rows rows = isEmpty ? Rows.NONE : new Sources(engine).rows(query);
        world.change(
                key, entry -> entry.holding(rows).whole(columns.isEmpty() ? Entry.Extent.PARTLY : Entry.Extent.WHOLE));
    }

    /** A column with all that stands behind its name. */
    void column(Key table, Column column) {
        Key key = engine.names().column(table, column.name());
        Entry entry = typed(column);
        boolean isCounted = isCounted(column);
        if (isCounted) {
            entry = entry.with("counted", isRowId(column) ? "by row" : "yes");
        }
        if (column.has(Constraint.Kind.IDENTITY)) {
            entry = entry.with("identity", text.plain(column.place()));
        }
        if (column.has(Constraint.Kind.GENERATED)) {
            entry = entry.with("generated", "");
        }
        for (Constraint constraint : column.constraints()) {
            if (constraint.kind() == Constraint.Kind.DEFAULT) {
                entry = entry.with(
                        "default", constraint.expression().map(Object::toString).orElse(""));
            }
        }
        entry = new Traits(text).on(entry, column);
        world.put(key, numbered(table, entry));
        if (isCounted && engine.dialect() == Dialect.POSTGRESQL) {
            sequence(table, key);
        }
        for (Constraint constraint : column.constraints()) {
            new ConstraintAddition(engine, text).addInline(table, column, constraint);
        }
        new UniqueCounters(engine, text).add(table, column);
    }

    private Entry typed(Column column) {
        Entry entry = Entry.of(ObjectKind.COLUMN, text.plain(column.place()));
        return column.type()
                .map(type -> {
                    Key of = Key.of(
                            Space.TYPE,
                            engine.dialect().names().plain(type.family().replace("[]", "")));
                    return entry.using(world.has(of) ? Set.of(of) : Set.of())
                            .with("type", type.written().toString());
                })
                .orElse(entry);
    }

    private boolean isCounted(Column column) {
        String family = column.type().map(type -> type.family()).orElse("");
        return family.endsWith("serial")
                || family.startsWith("serial")
                || column.has(Constraint.Kind.IDENTITY)
                || column.has(Constraint.Kind.AUTO_INCREMENT)
                || isRowId(column);
    }

    /** SQLite gives such a column a value from the rows that are there. */
    private boolean isRowId(Column column) {
        return engine.dialect() == Dialect.SQLITE
                && column.has(Constraint.Kind.PRIMARY_KEY)
                && !column.has(Constraint.Kind.AUTO_INCREMENT)
                && column.type()
                        .filter(type -> type.written().toString().equalsIgnoreCase("integer"))
                        .isPresent();
    }

    private void sequence(Key table, Key column) {
        Key sequence = Key.of(Space.RELATION, table.name() + "_" + column.name() + "_seq");
        if (!world.has(sequence)) {
            world.put(sequence, Entry.of(ObjectKind.SEQUENCE, "of " + column).partOf(Set.of(column)));
        }
    }

    private Entry numbered(Key table, Entry entry) {
        int last = world.members(table, Space.COLUMN).stream()
                .map(column -> world.find(column).orElseThrow().facets())
                .mapToInt(TableCreation::number)
                .max()
                .orElse(0);
        return entry.with("number", String.valueOf(last + 1));
    }

    private static int number(Map<String, String> facets) {
        return Integer.parseInt(facets.getOrDefault("number", "0"));
    }

    /** The names of its columns in order. */
    static List<String> columns(World world, Key table) {
        List<Key> columns = new ArrayList<>(world.members(table, Space.COLUMN));
        columns.sort(Comparator.comparingInt(column -> number(
                Optional.ofNullable(world.find(column).orElseThrow().facets()).orElse(Map.of()))));
        return columns.stream().map(Key::name).toList();
    }
}
