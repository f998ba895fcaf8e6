package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Column;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Label;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.ddl.Signature;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code CREATE} does. */
final class Creation {

    private final Engine engine;
    private final World world;
    private final Text text;

    Creation(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void create(Action.Create create) {
        if (create.definition() instanceof Definition.Index index && create.on().isPresent()) {
            new IndexCreation(engine, text).create(create.on().get(), index.index(), create.modifiers());
            return;
        }
        create.on().filter(on -> isOfTable(create.kind())).ifPresent(engine::required);
        if (create.name().isEmpty()) {
            unnamed(create);
            return;
        }
        Key key = engine.names().key(create.kind(), create.name().get(), create.on(), signature(create));
        requireNoType(key);
        if (isFree(key, create)) {
            requireSchema(create.name().get(), key);
            define(key, create);
        } else {
            readInVain(create.definition());
        }
    }

    /** What a table would be made from is read before it is found that there is one. */
    private void readInVain(Definition definition) {
        boolean isReading =
                engine.dialect() == Dialect.POSTGRESQL || engine.names().isOneWithDatabase();
        if (isReading) {
            switch (definition) {
                case Definition.Table table -> table.query().ifPresent(new Readings(engine)::check);
                case Definition.View view -> new Readings(engine).check(view.query());
                default -> {}
            }
        }
    }

    /** PostgreSQL has a type for each table and view. */
    private void requireNoType(Key key) {
        boolean isTaken = engine.dialect() == Dialect.POSTGRESQL
                && key.space() == Space.TYPE
                && !world.has(key)
                && world.find(Key.of(Space.RELATION, key.name()))
                        .filter(entry -> entry.kind() != ObjectKind.INDEX && entry.kind() != ObjectKind.SEQUENCE)
                        .isPresent();
        if (isTaken) {
            throw engine.exists(key);
        }
    }

    private static boolean isOfTable(ObjectKind kind) {
        return switch (kind) {
            case TRIGGER, POLICY, RULE -> true;
            default -> false;
        };
    }

    private void unnamed(Action.Create create) {
        int number = 1;
        String stem = create.kind().noun() + " "
                + create.on().map(engine.names()::plain).orElse("") + " of its own ";
        while (world.has(Key.of(Space.OTHER, stem + number))) {
            number++;
        }
        define(Key.of(Space.OTHER, stem + number), create);
    }

    private static Optional<Signature> signature(Action.Create create) {
        return create.definition() instanceof Definition.Routine routine
                ? Optional.of(routine.signature())
                : Optional.empty();
    }

    private void requireSchema(Mention name, Key key) {
        if (engine.dialect() == Dialect.POSTGRESQL && key.space() == Space.RELATION) {
            name.name().qualifier().ifPresent(schema -> {
                if (world.isGone(Key.of(Space.SCHEMA, schema.toString()))) {
                    throw engine.missing(Key.of(Space.SCHEMA, schema.toString()));
                }
            });
        }
    }

    /** Whether there is something to be made; what is to be replaced goes. */
    private boolean isFree(Key key, Action.Create create) {
        if (world.known(key) != World.Known.PRESENT) {
            return true;
        }
        Modifiers modifiers = create.modifiers();
        if (modifiers.has(Modifier.IF_NOT_EXISTS)) {
            return false;
        }
        if (!Engine.isReplacing(modifiers) || isReplacedInVain(create.kind())) {
            throw engine.exists(key);
        }
        Entry old = world.find(key).orElseThrow();
        if (old.kind() != create.kind()) {
            throw engine.refused(
                    Fault.OTHER_KIND,
                    key.space(),
                    "\"" + key + "\" is a " + old.kind().noun());
        }
        new Replacement(engine, text).check(key, old, create);
        return true;
    }

    /** H2 reads the words, and then finds that the name is taken. */
    private boolean isReplacedInVain(ObjectKind kind) {
        return engine.dialect() == Dialect.H2 && kind != ObjectKind.VIEW && kind != ObjectKind.SYNONYM;
    }

    /** A user that is made anew may do nothing yet. */
    private void forgetGrants(Key role) {
        for (Key key : world.keys(other -> true)) {
            world.find(key).orElseThrow().facets().keySet().stream()
                    .filter(facet -> facet.startsWith("grant " + role.name() + " "))
                    .forEach(facet -> world.change(key, entry -> entry.without(facet)));
        }
    }

    private void define(Key key, Action.Create create) {
        Optional<Entry> old = world.find(key);
        boolean isTable = create.definition() instanceof Definition.Table;
        if (old.isPresent() && key.space() == Space.ROLE) {
            forgetGrants(key);
        }
        if (old.isPresent() && isTable) {
            engine.empty(key);
            world.remove(key);
        }
        Entry entry = Entry.of(create.kind(), text.plain());
        if (create.kind() == ObjectKind.VIRTUAL_TABLE) {
            // Its module may have columns that nobody writes down.
            entry = entry.whole(Entry.Extent.PARTLY);
        }
        if (create.modifiers().has(Modifier.TEMPORARY) && isOfSession()) {
            entry = entry.with("temporary", "");
        }
        if (!isTable) {
            entry = old.map(Entry::facets).map(Replacement::kept).orElse(java.util.Map.of()).entrySet().stream()
                    .reduce(entry, (made, facet) -> made.with(facet.getKey(), facet.getValue()), (one, other) -> other);
        }
        world.put(key, entry);
        members(key, create);
        if (entry.facets().containsKey("temporary")
                && text.plain().toUpperCase(Locale.ROOT).contains("ON COMMIT DROP")) {
            engine.session().keepUntilCommit(key);
        }
    }

    private void know(Key key, Definition.Routine routine) {
        world.know(key, new World.Routine(text.source(), routine.body(), parameters(routine)));
        world.change(
                key,
                entry -> entry.with("shape", Replacement.shape(routine))
                        .with("defaults", String.valueOf(Replacement.defaults(routine))));
    }

    private void know(Key key, Definition.Trigger trigger, Action.Create create) {
        world.change(key, entry -> entry.with("events", trigger.events().toString()));
        trigger.runs().ifPresent(routine -> useRoutine(key, routine));
        world.know(key, new World.Routine(text.source(), trigger.body(), List.of()));
        if (key.owner().isEmpty()) {
            ofWhat(key, create);
        }
    }

    /** The temporary tables of H2 stay without their rows, unless they are said to be local. */
    private boolean isOfSession() {
        return engine.dialect() != Dialect.H2 || Text.words(text.plain()).contains("local");
    }

    private void members(Key key, Action.Create create) {
        switch (create.definition()) {
            case Definition.Table table -> new TableCreation(engine, text).fill(key, table);
            case Definition.View view -> new ViewCreation(engine, text).fill(key, view);
            case Definition.Enumeration enumeration -> {
                for (Label label : enumeration.labels()) {
                    world.put(key.member(Space.LABEL, label.value()), Entry.of(ObjectKind.LABEL, label.value()));
                }
            }
            case Definition.Composite composite -> {
                for (Column attribute : composite.attributes()) {
                    world.put(
                            engine.names().column(key, attribute.name()),
                            Entry.of(ObjectKind.COLUMN, text.plain(attribute.place())));
                }
            }
            case Definition.Domain domain ->
                domain.constraints().forEach(constraint -> new ConstraintAddition(engine, text).add(key, constraint));
            case Definition.Sequence sequence -> sequence.ownedBy().ifPresent(column -> ownedBy(key, column));
            case Definition.Trigger trigger -> know(key, trigger, create);
            case Definition.Routine routine -> know(key, routine);
            case Definition.Members members ->
                members.tables().forEach(table -> world.put(member(key, table), Entry.of(ObjectKind.TABLE, "")));
            case Definition.Schema schema -> schema.elements().forEach(element -> engine.run(element, text));
            default -> ofWhat(key, create);
        }
    }

    /** A server of a wrapper and the like go with what they belong to. */
    private void ofWhat(Key key, Action.Create create) {
        create.on()
                .map(engine.names()::relation)
                .filter(world::has)
                .ifPresent(table -> world.change(key, entry -> entry.partOf(Set.of(table))));
    }

    private void ownedBy(Key key, Mention column) {
        Key owner = engine.names().key(ObjectKind.COLUMN, column, Optional.empty(), Optional.empty());
        world.change(key, entry -> entry.partOf(Set.of(owner)));
    }

    /** Their names in lower case; empty for one without. */
    private static List<String> parameters(Definition.Routine routine) {
        return routine.signature().parameters().stream()
                .map(parameter -> parameter
                        .name()
                        .map(name -> Equalities.last(name.toString()))
                        .orElse(""))
                .toList();
    }

    private void useRoutine(Key key, Mention routine) {
        String name = engine.names().plain(routine);
        Set<Key> uses = world
                .keys(
                        Space.ROUTINE,
                        other -> (other.name().equals(name) || other.name().startsWith(name + "(")))
                .stream()
                .collect(Collectors.toSet());
        world.change(key, entry -> entry.using(uses));
    }

    Key member(Key publication, Mention table) {
        return publication.member(Space.MEMBER, engine.names().plain(table));
    }
}
