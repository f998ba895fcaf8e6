package dev.migtrue.language.sql.rerun;

import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Label;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.rerun.Refused.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an {@code ALTER} does to what an object is made from: labels, partitions, parents, members, options. */
final class MemberChanges {

    private static final Pattern ADDED = Pattern.compile("(?i)\\bADD\\s+(\\w+)|\\bDROP\\s+(\\w+)|(\\bSET\\s+\\w+)");

    private final Engine engine;
    private final World world;
    private final Text text;

    MemberChanges(Engine engine, Text text) {
        this.engine = engine;
        this.world = engine.world();
        this.text = text;
    }

    void change(Key key, Change change) {
        switch (change) {
            case Change.AddLabel add -> addLabel(key, add);
            case Change.RenameLabel rename -> renameLabel(key, rename.from(), rename.to());
            case Change.AttachPartition attach -> attach(key, attach);
            case Change.DetachPartition detach -> leave(engine.required(detach.partition()), key);
            case Change.Inherit inherit -> inherit(key, engine.required(inherit.parent()));
            case Change.NoInherit leave -> leave(key, engine.required(leave.parent()));
            case Change.OfType of ->
                world.change(key, entry -> entry.with("of type", engine.names().plain(of.type())));
            case Change.NotOfType not -> notOfType(key);
            case Change.AddPartitions add -> {
                if (add.partitions().isEmpty()) {
                    new Partitions(engine, key).change(add.clause());
                }
                add.partitions().forEach(one -> add(key, Space.PARTITION, one, add, ""));
            }
            case Change.DropPartitions drop -> {
                requireOneLeft(key, drop);
                drop.partitions().forEach(one -> drop(key, Space.PARTITION, one, drop));
            }
            case Change.TruncatePartitions truncate ->
                world.change(
                        key,
                        entry -> entry.holding(entry.rows()
                                .after(new Effect.Delete(text.plain(truncate.place()), false, "", Set.of()))));
            case Change.AddMembers add ->
                add.members()
                        .forEach(one ->
                                add(key, Space.MEMBER, one, add, add.clause().toString()));
            case Change.DropMembers drop -> drop.members().forEach(one -> drop(key, Space.MEMBER, one, drop));
            case Change.SetMembers set -> set(key, set);
            case Change.AlterOptions options -> options(key, options);
            default -> engine.doubt("a change that is not understood");
        }
    }

    /** The last partition of MySQL stays. */
    private void requireOneLeft(Key table, Change.DropPartitions drop) {
        List<Key> there = world.members(table, Space.PARTITION);
        boolean isLast = engine.names().isOneWithDatabase()
                && !Engine.isGuarded(drop.modifiers())
                && there.size() == 1
                && world.find(table).filter(Entry::isWhole).isPresent();
        if (isLast) {
            throw new Refused(Fault.STATE, "1508", "\"" + table + "\" has no other partitions");
        }
    }

    private void addLabel(Key type, Change.AddLabel add) {
        Key key = type.member(Space.LABEL, add.label().value());
        if (world.has(key)) {
            if (add.modifiers().has(Modifier.IF_NOT_EXISTS)) {
                return;
            }
            throw engine.exists(key);
        }
        world.put(key, Entry.of(ObjectKind.LABEL, add.label().value()));
    }

    private void renameLabel(Key type, Label from, Label to) {
        Key old = type.member(Space.LABEL, from.value());
        Key now = type.member(Space.LABEL, to.value());
        if (world.known(old) == World.Known.ABSENT) {
            throw engine.missing(old);
        }
        world.assume(old, ObjectKind.LABEL);
        if (world.has(now)) {
            throw engine.exists(now);
        }
        world.rename(old, now);
        String name = type.name().substring(type.name().lastIndexOf('.') + 1);
        world.keys(
                        Space.COLUMN,
                        column -> Text.words(world.find(column)
                                        .orElseThrow()
                                        .facets()
                                        .getOrDefault("type", ""))
                                .contains(name.toLowerCase(Locale.ROOT)))
                .forEach(column -> world.change(column, entry -> relabelled(entry, from, to)));
    }

    /** A default goes on meaning what it meant. */
    private static Entry relabelled(Entry entry, Label from, Label to) {
        String standard = entry.facets().getOrDefault("default", "");
        return standard.contains(from.value())
                ? entry.with("default", standard.replace(from.value(), to.value()))
                : entry;
    }

    private void attach(Key parent, Change.AttachPartition attach) {
        Key child = engine.required(attach.partition());
        Key key = child.member(Space.PARENT, parent.name());
        boolean isIndex = world.find(parent).orElseThrow().kind() == ObjectKind.INDEX;
        if (world.has(key) && !isIndex) {
            throw engine.refused(Fault.OTHER_KIND, Space.PARENT, "\"" + child + "\" is a partition already");
        }
        world.put(key, Entry.of(ObjectKind.TABLE, "partition"));
    }

    private void inherit(Key child, Key parent) {
        Key key = child.member(Space.PARENT, parent.name());
        if (world.has(key)) {
            throw engine.exists(key);
        }
        world.put(key, Entry.of(ObjectKind.TABLE, "").using(Set.of(parent)));
    }

    private void leave(Key child, Key parent) {
        Key key = child.member(Space.PARENT, parent.name());
        if (world.known(key) == World.Known.ABSENT) {
            throw engine.missing(key);
        }
        world.remove(key);
        world.change(child, entry -> entry.partOf(Set.of()));
    }

    private void notOfType(Key key) {
        Entry entry = world.find(key).orElseThrow();
        if (!entry.facets().containsKey("of type")
                && (entry.isWhole() || entry.facets().containsKey("of no type"))) {
            throw engine.refused(Fault.OTHER_KIND, Space.RELATION, "\"" + key + "\" is not of a type");
        }
        world.put(key, entry.without("of type").with("of no type", "").using(Set.of()));
    }

    private void add(Key owner, Space space, Mention member, Change change, String clause) {
        Key key = owner.member(space, engine.names().plain(member));
        if (world.has(key)) {
            if (change.modifiers().has(Modifier.IF_NOT_EXISTS)) {
                return;
            }
            ObjectKind kind = world.find(owner).orElseThrow().kind();
            if (kind == ObjectKind.GROUP || kind == ObjectKind.ROLE) {
                return;
            }
            throw kind == ObjectKind.EXTENSION
                    ? engine.refused(Fault.STATE, space, "\"" + key + "\" is a member already")
                    : engine.exists(key);
        }
        world.put(key, Entry.of(ObjectKind.TABLE, clause));
    }

    private void drop(Key owner, Space space, Mention member, Change change) {
        Key key = owner.member(space, engine.names().plain(member));
        if (world.known(key) == World.Known.ABSENT) {
            if (Engine.isGuarded(change.modifiers())) {
                return;
            }
            throw engine.missing(key);
        }
        world.remove(key);
        if (space == Space.PARTITION) {
            world.change(
                    owner,
                    entry -> entry.holding(
                            entry.rows().after(new Effect.Delete("partition " + member, false, "", Set.of()))));
        }
    }

    private void set(Key owner, Change.SetMembers set) {
        world.members(owner, Space.MEMBER).forEach(world::remove);
        for (Mention member : set.members()) {
            world.put(owner.member(Space.MEMBER, engine.names().plain(member)), Entry.of(ObjectKind.TABLE, ""));
        }
        world.change(owner, entry -> entry.with("members", set.clause().toString()));
    }

    private void options(Key owner, Change.AlterOptions options) {
        String all = options.clause().toString();
        List<java.util.regex.MatchResult> found = ADDED.matcher(all).results().toList();
        for (java.util.regex.MatchResult one : found) {
            if (one.group(1) != null) {
                Key key = owner.member(Space.OPTION, one.group(1));
                if (world.has(key)) {
                    throw engine.exists(key);
                }
                world.put(key, Entry.of(ObjectKind.SERVER, all));
            } else if (one.group(2) != null) {
                Key key = owner.member(Space.OPTION, one.group(2));
                if (world.isGone(key)) {
                    throw engine.missing(key);
                }
                world.remove(key);
            }
        }
        world.change(owner, entry -> entry.with("options", all));
    }
}
