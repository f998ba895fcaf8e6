package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Constraint;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;

/** What {@code ALTER} does: all of its changes, or none. */
final class Alteration {

    private final Engine engine;
    private final World world;
    private final Text text;

    Alteration(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void alter(Action.Alter alter) {
        Key key = alter.name()
                .map(name -> key(alter, name))
                .orElseGet(() -> Key.of(Space.OTHER, alter.kind().noun()));
        if (world.known(key) == World.Known.ABSENT) {
            if (Engine.isGuarded(alter.modifiers())) {
                return;
            }
            throw engine.missing(key);
        }
        world.assume(key, alter.kind());
        World before = world.copy();
        try {
            requireNoReturn(key, alter);
            for (Change change : new Simultaneous(engine, key).rename(alter)) {
                key = one(key, alter, change);
            }
        } catch (Refused refused) {
            world.become(before);
            throw refused;
        }
    }

    /** MySQL cannot drop a foreign key and make one of the same name at once. */
    private void requireNoReturn(Key key, Action.Alter alter) {
        if (!engine.names().isOneWithDatabase()) {
            return;
        }
        for (Change change : alter.changes()) {
            boolean isReturning = change instanceof Change.DropConstraint drop
                    && drop.kind().filter(Constraint.Kind.FOREIGN_KEY::equals).isPresent()
                    && drop.name()
                            .filter(name ->
                                    world.has(constraint(key, name.name().last())))
                            .isPresent()
                    && alter.changes().stream()
                            .anyMatch(other -> other instanceof Change.AddConstraint add
                                    && add.constraint()
                                            .name()
                                            .map(Mention::name)
                                            .equals(drop.name().map(Mention::name)));
            if (isReturning) {
                throw new Refused(Fault.EXISTS, "1005", "a foreign key cannot be replaced at once");
            }
        }
    }

    private Key key(Action.Alter alter, Mention name) {
        if (alter.kind() == ObjectKind.INDEX && alter.on().isPresent()) {
            return engine.names().index(name, alter.on().get());
        }
        Key key = engine.names().key(alter.kind(), name, alter.on(), alter.signature());
        if (key.space() == Space.ROUTINE && !world.has(key)) {
            return world.keys(Space.ROUTINE, other -> other.name().startsWith(key.name() + "(")).stream()
                    .findFirst()
                    .orElse(key);
        }
        boolean isOfRelation = key.space() == Space.OTHER && alter.kind().isRelation();
        return isOfRelation ? engine.names().relation(name) : key;
    }

    private Key one(Key key, Action.Alter alter, Change change) {
        switch (change) {
            case Change.RenameTo rename -> {
                return rename(key, alter, new Renames(engine).beside(key, rename.to()));
            }
            case Change.SetSchema schema -> {
                return schema(key, alter, schema);
            }
            case Change.AddConstraint add -> addConstraint(key, add);
            case Change.DropConstraint drop -> dropConstraint(key, drop);
            case Change.SettleConstraint settle -> settle(key, settle);
            case Change.AddIndex add ->
                new IndexCreation(engine, text).create(mention(alter), add.index(), add.modifiers());
            case Change.DropIndex drop -> dropMember(engine.names().index(drop.index(), mention(alter)), drop);
            case Change.RenamePart rename -> renamePart(key, alter, rename);
            case Change.Adjust adjust -> new Adjustments(engine).adjust(key, adjust);
            case Change.Unrecognized unrecognized -> {
                if (new Partitions(engine, key).change(unrecognized.clause())
                        || new Adjustments(engine).isIdle(key, unrecognized.clause())) {
                    return key;
                }
                boolean isSet = key.space() == Space.TEXT_SEARCH
                        && unrecognized.clause().words().getFirst().equalsIgnoreCase("ALTER");
                if (!isSet) {
                    engine.doubts().addOf("a change that is not understood", text.plain());
                }
                world.change(key, entry -> entry.with(unrecognized.clause().toString(), ""));
            }
            default -> parts(key, alter, change);
        }
        return key;
    }

    private void parts(Key key, Action.Alter alter, Change change) {
        boolean isOfColumn = new ColumnChanges(engine, text).change(key, alter, change);
        if (!isOfColumn) {
            new MemberChanges(engine, text).change(key, change);
        }
    }

    private static Mention mention(Action.Alter alter) {
        return alter.name().orElseThrow();
    }

    private Key rename(Key key, Action.Alter alter, Key to) {
        if (key.equals(to)) {
            throw engine.exists(to);
        }
        Key full = key.space() == Space.ROUTINE && key.name().contains("(")
                ? Key.of(
                        Space.ROUTINE,
                        to.name() + key.name().substring(key.name().indexOf('(')))
                : key.space() == Space.OTHER || key.space() == Space.TEXT_SEARCH
                        ? Key.of(key.space(), alter.kind().noun() + " " + to.name())
                        : to;
        if (world.has(full)) {
            boolean isOnlyAssumed = Engine.isGuarded(alter.modifiers())
                    && world.find(key).filter(Entry::isWhole).isEmpty();
            if (isOnlyAssumed) {
                // Where the name is taken, a script that runs has nothing there to rename.
                world.remove(key);
                return key;
            }
            throw engine.exists(full);
        }
        world.rename(key, full);
        return full;
    }

    private Key schema(Key key, Action.Alter alter, Change.SetSchema schema) {
        String name = engine.names().plain(schema.schema());
        if (alter.kind() == ObjectKind.EXTENSION) {
            world.change(key, entry -> entry.with("schema", name));
            return key;
        }
        String last = key.name().substring(key.name().lastIndexOf('.') + 1);
        String prefix = name.equals("public") || name.equals("PUBLIC") || name.equals("dbo") ? "" : name + ".";
        Key to = new Key(key.space(), key.owner(), prefix + last);
        if (key.equals(to)) {
            return key;
        }
        Key moved = rename(key, alter, to);
        String from = key.name().substring(0, key.name().length() - last.length());
        world.parts(moved).forEach(part -> follow(part, from, prefix));
        takeCounters(moved, prefix);
        return moved;
    }

    /** What goes with a table, such as its indexes, is in its schema. */
    private void follow(Key part, String from, String to) {
        if (part.space() == Space.RELATION && part.name().startsWith(from) && !from.equals(to)) {
            String plain = part.name().substring(from.length());
            if (!plain.contains(".")) {
                world.rename(part, Key.of(Space.RELATION, to + plain));
            }
        }
    }

    /** The sequences of its columns go with a table. */
    private void takeCounters(Key table, String prefix) {
        for (Key column : world.members(table, Space.COLUMN)) {
            for (Key part : world.parts(column)) {
                String last = part.name().substring(part.name().lastIndexOf('.') + 1);
                Key to = new Key(part.space(), part.owner(), prefix + last);
                boolean isCounter = world.find(part).orElseThrow().kind() == ObjectKind.SEQUENCE;
                if (isCounter && !part.equals(to) && !world.has(to)) {
                    world.rename(part, to);
                }
            }
        }
    }

    private void addConstraint(Key key, Change.AddConstraint add) {
        boolean isGuarded = add.modifiers().has(dev.migtrue.language.sql.ddl.Modifier.IF_NOT_EXISTS);
        try {
            new ConstraintAddition(engine, text).add(key, add.constraint());
        } catch (Refused refused) {
            if (!isGuarded || refused.fault() != Fault.EXISTS) {
                throw refused;
            }
        }
    }

    private void dropConstraint(Key key, Change.DropConstraint drop) {
        Key named = drop.name()
                .map(name -> drop.kind().isPresent()
                        ? key.member(Space.CONSTRAINT, name.name().last())
                        : constraint(key, name.name().last()))
                .orElseGet(() -> ConstraintNames.primaryKey(world, key));
        if (world.known(named) == World.Known.ABSENT) {
            if (Engine.isGuarded(drop.modifiers())) {
                return;
            }
            throw engine.missing(named);
        }
        boolean isCascading = drop.modifiers().has(dev.migtrue.language.sql.ddl.Modifier.CASCADE);
        boolean isKey = world.find(named)
                .map(entry -> entry.facets().containsKey("unique"))
                .orElse(false);
        if (isKey && new Keys(world).isReferenced(key, named)) {
            if (!isCascading) {
                throw engine.refused(Fault.IN_USE, Space.CONSTRAINT, "a foreign key needs \"" + named + "\"");
            }
            world.users(key).stream()
                    .filter(user -> user.space() == Space.CONSTRAINT)
                    .forEach(world::remove);
        }
        world.remove(named);
    }

    private Key constraint(Key table, String name) {
        Key index = table.member(Space.INDEX, name);
        Key constraint = table.member(Space.CONSTRAINT, name);
        boolean isIndex = engine.names().isOneWithDatabase()
                && world.find(index)
                        .filter(entry -> entry.facets().containsKey("unique"))
                        .isPresent()
                && !world.has(constraint);
        return isIndex ? index : constraint;
    }

    private void settle(Key table, Change.SettleConstraint settle) {
        Key key = table.member(Space.CONSTRAINT, settle.name().name().last());
        if (world.known(key) == World.Known.ABSENT) {
            throw engine.missing(key);
        }
        world.assume(key, ObjectKind.CONSTRAINT);
        String clause = settle.clause().toString();
        boolean isValidation = clause.toUpperCase(java.util.Locale.ROOT).contains("VALIDATE") || clause.isBlank();
        world.change(key, entry -> isValidation ? entry.with("valid", "yes") : entry.with("settled", clause));
    }

    private void dropMember(Key member, Change change) {
        if (world.known(member) == World.Known.ABSENT) {
            if (Engine.isGuarded(change.modifiers())) {
                return;
            }
            throw engine.missing(member);
        }
        new Removal(engine).removeAll(List.of(member), false);
    }

    private void renamePart(Key key, Action.Alter alter, Change.RenamePart rename) {
        Space space = engine.names().space(rename.kind());
        Key from = space == Space.INDEX
                ? engine.names().index(rename.from(), mention(alter))
                : key.member(space, rename.from().name().last());
        Key to = space == Space.INDEX
                ? engine.names().index(rename.to(), mention(alter))
                : key.member(space, rename.to().name().last());
        boolean isMoved = new Renames(engine).move(from, to, rename.modifiers(), rename.kind());
        Key index = Key.of(Space.RELATION, from.name());
        if (isMoved && space == Space.CONSTRAINT && world.has(index)) {
            world.rename(index, Key.of(Space.RELATION, to.name()));
        }
    }
}
