package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Clause;
import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What making a constraint does. */
final class ConstraintAddition {

    private final Engine engine;
    private final World world;
    private final Text text;

    ConstraintAddition(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    /** One that stands behind a column. */
    void addInline(Key table, Column column, Constraint constraint) {
        switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE, CHECK, EXCLUDE ->
                add(table, constraint, List.of(column.name().name().last()));
            case FOREIGN_KEY -> {
                // MySQL reads it and makes nothing of it.
                if (engine.dialect() != Dialect.MYSQL) {
                    add(table, constraint, List.of(column.name().name().last()));
                }
            }
            default -> {}
        }
    }

    void add(Key table, Constraint constraint) {
        List<String> columns = constraint.columns().stream()
                .map(column -> column.name().last())
                .toList();
        if (world.has(table) && table.space() == Space.RELATION && constraint.kind() != Constraint.Kind.CHECK) {
            columns.forEach(column -> engine.requiredColumn(table, column));
        }
        add(table, constraint, columns);
    }

    private void add(Key table, Constraint constraint, List<String> columns) {
        if (constraint.kind() == Constraint.Kind.NOT_NULL) {
            columns.forEach(
                    column -> world.change(table.member(Space.COLUMN, column), entry -> entry.with("null", "not")));
            return;
        }
        if (constraint.kind() == Constraint.Kind.CHECK && isPassedOver()) {
            return;
        }
        if (constraint.kind() == Constraint.Kind.PRIMARY_KEY) {
            requireNew(table, constraint);
            requireNoPrimaryKey(table);
        }
        boolean isOther = engine.dialect() != Dialect.POSTGRESQL;
        if (isOther && isUnique(constraint.kind()) && new Contents(world).holdsAlike(table, columns)) {
            throw engine.refused(Fault.DUPLICATE_ROW, Space.RELATION, "rows of \"" + table + "\" are alike");
        }
        requireFreeColumn(table, constraint, columns);
        Key key = constraint
                .name()
                .map(name -> named(table, constraint, name.name().last()))
                .orElseGet(() -> new ConstraintNames(engine, table).free(constraint.kind(), columns));
        if (world.has(key) || new ConstraintNames(engine, table).isTakenElsewhere(key, constraint)) {
            throw taken(key, constraint);
        }
        Entry entry = entry(table, constraint, columns);
        if (isIndexed(constraint.kind())) {
            index(table, key, constraint);
        }
        world.put(key, entry);
        if (constraint.kind() == Constraint.Kind.FOREIGN_KEY && engine.names().isOneWithDatabase()) {
            new ImplicitIndexes(engine, table).make(key, columns);
        }
    }

    private Entry entry(Key table, Constraint constraint, List<String> columns) {
        Set<Key> uses = new HashSet<>();
        constraint.references().ifPresent(to -> {
            Key other = engine.names().relation(to.table());
            uses.add(
                    other.equals(table)
                            ? table
                            : engine.dialect() == Dialect.SQLITE ? other : engine.required(to.table()));
        });
        uses.remove(table);
        Set<Key> partOf = new HashSet<>(Set.of(table));
        columns.forEach(column -> partOf.add(table.member(Space.COLUMN, column)));
        Entry entry = Entry.of(ObjectKind.CONSTRAINT, text.plain(constraint.place()))
                .using(uses)
                .partOf(partOf)
                .with("kind", constraint.kind().name())
                .with("referred", referred(constraint))
                .with("valid", constraint.modifiers().has(Modifier.NOT_VALID) ? "no" : "yes");
        entry = Traits.on(entry, constraint, columns);
        if (isUnique(constraint.kind())) {
            entry = entry.with("unique", String.join(",", columns));
        }
        if (constraint.kind() == Constraint.Kind.EXCLUDE) {
            entry = entry.with("unique", String.join(",", excluding(constraint)));
        }
        boolean isNullEqual = text.plain(constraint.place())
                .toUpperCase(java.util.Locale.ROOT)
                .contains("NULLS NOT DISTINCT");
        return isNullEqual ? entry.with("nulls", "equal") : entry;
    }

    /** The columns by which a row excludes another one like it; none where it does not. */
    private static List<String> excluding(Constraint constraint) {
        List<List<String>> parts = constraint.expression().map(SelectList::parts).orElse(List.of()).stream()
                .map(Clause::words)
                .toList();
        boolean isOfEqual = parts.stream()
                .allMatch(words -> words.size() == 3 && Set.of("=", "&&").contains(words.getLast()));
        return isOfEqual
                ? parts.stream().map(words -> Equalities.last(words.getFirst())).toList()
                : List.of();
    }

    /** H2 looks at the name before it looks for another key. */
    private void requireNew(Key table, Constraint constraint) {
        boolean isTaken = engine.dialect() == Dialect.H2
                && constraint
                        .name()
                        .filter(name -> world.has(
                                table.member(Space.CONSTRAINT, name.name().last())))
                        .isPresent();
        if (isTaken) {
            throw taken(
                    table.member(
                            Space.CONSTRAINT,
                            constraint.name().orElseThrow().name().last()),
                    constraint);
        }
    }

    /** MariaDB takes a guarded key without a name for the one that the column names. */
    private void requireFreeColumn(Key table, Constraint constraint, List<String> columns) {
        boolean isGuarded = constraint.kind() == Constraint.Kind.UNIQUE
                && constraint.name().isEmpty()
                && constraint.modifiers().has(Modifier.IF_NOT_EXISTS)
                && !columns.isEmpty();
        if (isGuarded && world.has(table.member(Space.INDEX, columns.getFirst()))) {
            throw taken(table.member(Space.INDEX, columns.getFirst()), constraint);
        }
    }

    /** MySQL once read checks and made nothing of them. */
    private boolean isPassedOver() {
        return engine.dialect() == Dialect.MYSQL && engine.server().isBefore(8, 0, 16);
    }

    /** The columns that a foreign key points to; empty where it means the primary key. */
    private static String referred(Constraint constraint) {
        return constraint.references().map(Constraint.Reference::columns).orElse(List.of()).stream()
                .map(column -> column.name().last())
                .collect(java.util.stream.Collectors.joining(","));
    }

    private Refused taken(Key key, Constraint constraint) {
        String message = "constraint \"" + key + "\" already exists";
        boolean isIndex = isIndexed(constraint.kind()) && engine.dialect() == Dialect.POSTGRESQL;
        String code = ConstraintNames.taken(engine.server(), constraint.kind());
        if (!code.isEmpty()) {
            return new Refused(Fault.EXISTS, code, message).about(key);
        }
        return engine.refused(Fault.EXISTS, isIndex ? Space.RELATION : key.space(), message)
                .about(key);
    }

    private void requireNoPrimaryKey(Key table) {
        boolean hasOne = world.members(table, Space.CONSTRAINT).stream()
                .anyMatch(key -> "PRIMARY_KEY"
                        .equals(world.find(key).orElseThrow().facets().getOrDefault("kind", "")));
        if (hasOne) {
            String code = switch (engine.dialect()) {
                case MYSQL, MARIADB -> "1068";
                case ORACLE -> "-2260";
                case SQL_SERVER -> "1779";
                case H2 -> "90017";
                case POSTGRESQL, SQLITE, ANSI -> "42P16";
            };
            // A guard is about the name, and so no guard against this.
            Fault fault = engine.dialect() == Dialect.H2 ? Fault.STATE : Fault.EXISTS;
            throw new Refused(fault, code, "\"" + table + "\" has a primary key");
        }
    }

    /** PostgreSQL's index of a constraint is a relation like others. */
    private void index(Key table, Key key, Constraint constraint) {
        if (engine.dialect() != Dialect.POSTGRESQL) {
            return;
        }
        Key index = Key.of(Space.RELATION, key.name());
        if (constraint.modifiers().has(Modifier.USING_INDEX)) {
            usingIndex(index, key, constraint);
            return;
        }
        if (world.has(index)) {
            throw engine.exists(index);
        }
        world.put(index, Entry.of(ObjectKind.INDEX, "of " + key).partOf(Set.of(key, table)));
    }

    private void usingIndex(Key index, Key key, Constraint constraint) {
        String words = text.plain(constraint.place());
        String name = words.substring(words.toUpperCase(java.util.Locale.ROOT).indexOf("USING INDEX") + 11)
                .strip()
                .replaceFirst("(?s)[ ,;].*", "");
        Key old = Key.of(Space.RELATION, engine.dialect().names().plain(name));
        if (world.known(old) == World.Known.ABSENT) {
            throw engine.refused(Fault.MISSING, Space.INDEX, "\"" + old + "\" does not exist");
        }
        Entry entry = world.assume(old, ObjectKind.INDEX);
        if (entry.facets().containsKey("constraint")) {
            throw engine.refused(Fault.STATE, Space.INDEX, "\"" + old + "\" is of a constraint");
        }
        if (!old.equals(index)) {
            if (world.has(index)) {
                throw engine.exists(index);
            }
            world.rename(old, index);
        }
        Set<Key> partOf = new HashSet<>(entry.partOf());
        partOf.add(key);
        world.change(index, same -> same.partOf(partOf).with("constraint", key.toString()));
    }

    static boolean isUnique(Constraint.Kind kind) {
        return kind == Constraint.Kind.PRIMARY_KEY || kind == Constraint.Kind.UNIQUE;
    }

    static boolean isIndexed(Constraint.Kind kind) {
        return isUnique(kind) || kind == Constraint.Kind.EXCLUDE;
    }

    private Key named(Key table, Constraint constraint, String name) {
        if (engine.names().isOneWithDatabase()) {
            return constraint.kind() == Constraint.Kind.UNIQUE
                    ? table.member(Space.INDEX, name)
                    : table.member(
                            Space.CONSTRAINT, constraint.kind() == Constraint.Kind.PRIMARY_KEY ? "PRIMARY" : name);
        }
        return table.member(Space.CONSTRAINT, name);
    }

    static Optional<String> kind(Entry entry) {
        return Optional.ofNullable(entry.facets().get("kind"));
    }
}
