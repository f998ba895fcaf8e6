package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.ArrayList;
import java.util.List;

/** What {@code DROP} does. */
final class Removal {

    private final Engine engine;
    private final World world;

    Removal(Engine engine) {
        this.engine = engine;
        this.world = engine.world();
    }

    void drop(Action.Drop drop) {
        boolean isGuarded = Engine.isGuarded(drop.modifiers());
        List<Key> going = new ArrayList<>();
        for (Action.Dropped dropped : drop.objects()) {
            Key key = key(drop.kind(), dropped);
            switch (world.known(key)) {
                case PRESENT -> {
                    requireNoConstraint(key, drop.kind());
                    if (isOfKind(key, drop.kind(), isGuarded)) {
                        going.add(key);
                    }
                }
                case ABSENT -> absent(drop, dropped, key, isGuarded);
                case UNKNOWN -> world.remove(key);
            }
        }
        removeAll(going, drop.modifiers().has(Modifier.CASCADE));
    }

    /** The index of a constraint goes with the constraint only. */
    private void requireNoConstraint(Key key, ObjectKind kind) {
        boolean isOfConstraint = kind == ObjectKind.INDEX
                && engine.dialect() == Dialect.POSTGRESQL
                && world.find(key)
                        .filter(entry -> entry.definition().startsWith("of ")
                                && entry.partOf().stream()
                                        .anyMatch(owner -> owner.space() == Space.CONSTRAINT && world.has(owner)))
                        .isPresent();
        if (isOfConstraint) {
            throw engine.refused(Fault.IN_USE, Space.RELATION, "a constraint needs \"" + key + "\"");
        }
    }

    private void absent(Action.Drop drop, Action.Dropped dropped, Key key, boolean isGuarded) {
        if (isGuarded) {
            return;
        }
        Space space = drop.kind() == ObjectKind.INDEX ? Space.INDEX : key.space();
        boolean isOfTable = dropped.on().isPresent() && key.space().isOfMembers();
        if (isOfTable && world.isGone(Key.of(Space.RELATION, key.owner()))) {
            space = Space.RELATION;
        }
        if (drop.kind() == ObjectKind.FOREIGN_TABLE) {
            space = Space.OTHER;
        }
        if (drop.kind() == ObjectKind.SEQUENCE && engine.dialect() == Dialect.ORACLE) {
            space = Space.SEQUENCE;
        }
        throw engine.refused(Fault.MISSING, space, "\"" + key + "\" does not exist")
                .about(key);
    }

    private Key key(ObjectKind kind, Action.Dropped dropped) {
        Key key = kind == ObjectKind.INDEX && dropped.on().isPresent()
                ? engine.names().index(dropped.name(), dropped.on().get())
                : engine.names().key(kind, dropped.name(), dropped.on(), dropped.signature());
        if (key.space() == Space.ROUTINE && !world.has(key) && engine.dialect() == Dialect.POSTGRESQL) {
            return routine(key, dropped);
        }
        return key;
    }

    /** Without its parameters a routine has to be the only one of its name. */
    private Key routine(Key key, Action.Dropped dropped) {
        if (dropped.signature().isPresent()) {
            return key;
        }
        List<Key> all = world.keys(
                other -> other.space() == Space.ROUTINE && other.name().startsWith(key.name() + "("));
        if (all.size() > 1) {
            throw new Refused(Fault.STATE, "42725", "\"" + key + "\" is not the only one of its name");
        }
        return all.isEmpty() ? key : all.getFirst();
    }

    private boolean isOfKind(Key key, ObjectKind kind, boolean isGuarded) {
        ObjectKind there = world.find(key).orElseThrow().kind();
        boolean isRight =
                there == kind || (key.space() != Space.RELATION && key.space() != Space.TYPE) || isAlike(there, kind);
        if (isRight) {
            return true;
        }
        boolean isForgiven = isGuarded
                && (engine.names().isOneWithDatabase()
                        || (engine.dialect() == Dialect.H2 && kind != ObjectKind.VIEW)
                        || (engine.dialect() == Dialect.SQLITE && kind == ObjectKind.INDEX));
        if (isForgiven) {
            return false;
        }
        throw engine.refused(Fault.OTHER_KIND, key.space(), "\"" + key + "\" is a " + there.noun());
    }

    private boolean isAlike(ObjectKind there, ObjectKind kind) {
        return (there == ObjectKind.VIRTUAL_TABLE && kind == ObjectKind.TABLE)
                || (there == ObjectKind.SEQUENCE && kind == ObjectKind.TABLE && engine.dialect() == Dialect.MARIADB)
                || (kind == ObjectKind.TYPE && there == ObjectKind.DOMAIN);
    }

    /** Together they go, though one may depend on another. */
    void removeAll(List<Key> going, boolean isCascading) {
        going.forEach(this::requireNoGrants);
        for (Key key : going) {
            List<Key> dependents = world.dependents(key).stream()
                    .filter(dependent -> together(going, key).stream().noneMatch(other -> isPartOf(dependent, other)))
                    .toList();
            if (!dependents.isEmpty() && !isCascading && refusesDependents(key)) {
                throw engine.refused(
                        Fault.IN_USE, key.space(), "\"" + dependents.getFirst() + "\" depends on \"" + key + "\"");
            }
            if (isCascading || engine.dialect() == Dialect.POSTGRESQL) {
                dependents.forEach(dependent -> removeAll(List.of(dependent), true));
            }
        }
        going.stream().filter(this::isTable).forEach(engine::empty);
        going.forEach(world::remove);
        for (Key key : going) {
            if (key.space() == Space.SCHEMA || key.space() == Space.DATABASE) {
                contents(key, isCascading);
            }
        }
    }

    /** What goes before it or with it: MariaDB drops tables one after the other. */
    private List<Key> together(List<Key> going, Key key) {
        boolean isOneByOne = engine.dialect() == Dialect.MARIADB
                || (engine.dialect() == Dialect.MYSQL && engine.server().isBefore(8, 0, 0));
        return isOneByOne ? going.subList(0, going.indexOf(key) + 1) : going;
    }

    private boolean isTable(Key key) {
        return key.space() == Space.RELATION
                && world.find(key)
                        .filter(entry -> entry.kind() == ObjectKind.TABLE)
                        .isPresent();
    }

    private void requireNoGrants(Key role) {
        String facet = "grant " + role.name() + " ";
        boolean isUsed = role.space() == Space.ROLE
                && engine.dialect() == Dialect.POSTGRESQL
                && !world.keys(key -> world.find(key).orElseThrow().facets().entrySet().stream()
                                .anyMatch(one -> one.getKey().startsWith(facet)
                                        && one.getValue().equals("yes")))
                        .isEmpty();
        if (isUsed) {
            throw engine.refused(Fault.IN_USE, Space.ROLE, "\"" + role + "\" holds privileges");
        }
    }

    private void contents(Key schema, boolean isCascading) {
        List<Key> inside = world.keys(
                key -> key.name().startsWith(schema.name() + ".") || key.owner().startsWith(schema.name() + "."));
        boolean isAll = isCascading || engine.names().isOneWithDatabase();
        boolean isLooked = engine.dialect() == Dialect.POSTGRESQL || engine.dialect() == Dialect.H2;
        if (!inside.isEmpty() && !isAll && isLooked) {
            throw engine.refused(Fault.IN_USE, Space.SCHEMA, "\"" + schema + "\" is not empty");
        }
        inside.forEach(world::remove);
    }

    private static boolean isPartOf(Key member, Key owner) {
        return member.equals(owner) || member.isMemberOf(owner);
    }

    private boolean refusesDependents(Key key) {
        return switch (engine.dialect()) {
            case POSTGRESQL, H2, SQL_SERVER, ORACLE -> true;
            case MYSQL, MARIADB ->
                world.dependents(key).stream().anyMatch(one -> one.space() == Space.CONSTRAINT)
                        && !"0".equals(engine.session().variables().getOrDefault("foreign_key_checks", "1"));
            case SQLITE -> engine.session().isOn("foreign_keys") && isReferencedByRows(key);
            case ANSI -> false;
        };
    }

    private boolean isReferencedByRows(Key key) {
        Contents contents = new Contents(world);
        return world.dependents(key).stream()
                .filter(one -> one.space() == Space.CONSTRAINT)
                .anyMatch(one -> contents.isFilled(Key.of(Space.RELATION, one.owner())));
    }
}
