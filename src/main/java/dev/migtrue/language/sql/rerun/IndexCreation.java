package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Index;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.Name;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What making an index does. */
final class IndexCreation {

    private final Engine engine;
    private final World world;
    private final Text text;

    IndexCreation(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void create(Mention on, Index index, Modifiers modifiers) {
        Key table = engine.required(on);
        ObjectKind there = world.find(table).map(Entry::kind).orElse(ObjectKind.TABLE);
        if (there == ObjectKind.VIEW && engine.dialect() == Dialect.POSTGRESQL) {
            throw engine.refused(Fault.OTHER_KIND, Space.RELATION, "\"" + table + "\" is a view");
        }
        for (Index.Key key : index.keys()) {
            key.column()
                    .ifPresentOrElse(
                            column -> engine.requiredColumn(table, column.name().last()),
                            () -> new Readings(engine).check(table, key.clause()));
        }
        replaceImplicit(table, index);
        Key key = index.name()
                .map(name -> engine.names().index(name, on))
                .orElseGet(() -> free(on, index, modifiers.has(Modifier.IF_NOT_EXISTS)));
        if (world.has(key)) {
            if (modifiers.has(Modifier.IF_NOT_EXISTS)) {
                return;
            }
            // H2 reads the words, and then finds that the name is taken.
            boolean isReplaced =
                    Engine.isReplacing(modifiers) && engine.dialect() != dev.migtrue.language.sql.Dialect.H2;
            if (!isReplaced) {
                throw engine.refused(Fault.EXISTS, key.space(), "\"" + key + "\" already exists")
                        .about(key);
            }
        }
        boolean isUnique = modifiers.has(Modifier.UNIQUE) || index.modifiers().has(Modifier.UNIQUE);
        if (isUnique && index.where().isEmpty()) {
            requireNoDuplicates(table, index);
        }
        define(key, table, index, isUnique);
    }

    /** What a foreign key has made gives way first, so that its name is free. */
    private void replaceImplicit(Key table, Index index) {
        if (engine.names().isOneWithDatabase()) {
            new ImplicitIndexes(engine, table)
                    .giveWay(index.keys().stream()
                            .flatMap(one -> one.column().stream())
                            .map(column -> column.name().last())
                            .toList());
        }
    }

    /** Rows that are written out may be twice there. */
    private void requireNoDuplicates(Key table, Index index) {
        List<String> columns = index.keys().stream()
                .map(one -> one.column()
                        .map(column -> column.name().last().toLowerCase(Locale.ROOT))
                        .orElse("()"))
                .toList();
        Set<List<String>> seen = new HashSet<>();
        Rows rows = world.find(table).orElseThrow().rows();
        boolean isWritten = rows.effects().stream().allMatch(Effect.Insert.class::isInstance);
        for (Effect effect : isWritten ? rows.effects() : List.<Effect>of()) {
            for (Map<String, String> row : ((Effect.Insert) effect).values()) {
                List<String> values = columns.stream()
                        .map(column -> row.getOrDefault(column, "NULL"))
                        .toList();
                boolean isGiven = values.stream().noneMatch("NULL"::equalsIgnoreCase);
                if (isGiven && !seen.add(values)) {
                    throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "rows of \"" + table + "\" are alike");
                }
            }
        }
    }

    private void define(Key key, Key table, Index index, boolean isUnique) {
        Set<Key> partOf = new HashSet<>(Set.of(table));
        index.keys()
                .forEach(one -> one.column()
                        .ifPresent(column -> partOf.add(engine.names().column(table, column))));
        Entry entry = Entry.of(ObjectKind.INDEX, text.plain(index.place()));
        String columns = index.keys().stream()
                .map(one -> one.column().map(column -> column.name().last()).orElse("()"))
                .collect(Collectors.joining(","));
        if (isUnique) {
            entry = entry.with("unique", columns);
        }
        entry = entry.with(Traits.KEYS, Traits.keys(index))
                .with(Traits.REST, index.rest().toString());
        if (index.where().isPresent()) {
            entry = entry.with("where", index.where().get().toString());
        }
        if (isUnique && text.plain().toUpperCase(java.util.Locale.ROOT).contains("NULLS NOT DISTINCT")) {
            entry = entry.with("nulls", "equal");
        }
        world.put(key, entry.partOf(partOf));
    }

    private Key free(Mention on, Index index, boolean isGuarded) {
        String columns = index.keys().stream()
                .map(key -> key.column().map(column -> column.name().last()).orElse("expr"))
                .collect(Collectors.joining("_"));
        String table = on.name().last();
        if (engine.names().isOneWithDatabase()) {
            List<String> names = index.keys().stream()
                    .flatMap(key -> key.column().stream())
                    .map(column -> column.name().last())
                    .toList();
            return isGuarded
                    ? engine.names()
                            .relation(on)
                            .member(Space.INDEX, names.isEmpty() ? "functional_index" : names.getFirst())
                    : ConstraintNames.freeIndex(engine, engine.names().relation(on), names);
        }
        String stem = engine.names().hasIndexesOfTables() ? columns : table + "_" + columns + "_idx";
        int number = 0;
        while (true) {
            String name = number == 0 ? stem : stem + number;
            Key key = engine.names().index(new Mention(Name.of(name), on.place()), on);
            if (!world.has(key)) {
                return key;
            }
            number++;
        }
    }
}
