package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.Modifiers;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.FileSpan;
import java.util.Optional;

/** What {@code ALTER} makes of the objects that are there. */
final class Altering {

    private final Inventory inventory;
    private final Dialect dialect;
    private final Columns columns;
    private final ColumnAltering columnChanges;

    Altering(Inventory inventory, Dialect dialect) {
        this.inventory = inventory;
        this.dialect = dialect;
        this.columns = new Columns(dialect);
        this.columnChanges = new ColumnAltering(columns);
    }

    /** The object of an {@code ALTER}; a routine by its arguments is looked for by its name. */
    Optional<Address> address(Action.Alter alter) {
        return alter.name().map(name -> {
            Address plain = Address.of(alter.kind(), name, alter.on(), dialect);
            if (!plain.space().equals(Address.ROUTINE)) {
                return plain;
            }
            Optional<Address> exact = alter.signature().map(signature -> Overloads.address(plain, signature, dialect));
            return exact.filter(address -> inventory.find(address).isPresent())
                    .orElseGet(() -> inventory.named(plain.space(), plain.name()).stream()
                            .map(entry -> entry.getKey())
                            .findFirst()
                            .orElse(plain));
        });
    }

    void alter(Action.Alter alter, Passage passage, FileSpan at) {
        Optional<Address> address = address(alter);
        if (address.isEmpty()) {
            return;
        }
        Address now = address.get();
        for (Change change : alter.changes()) {
            now = change(now, alter, change, passage, at);
        }
    }

    private Address change(Address address, Action.Alter alter, Change change, Passage passage, FileSpan at) {
        switch (change) {
            case Change.RenameTo rename -> {
                Address to = address.beside(Address.plain(rename.to().name()));
                inventory.rename(address, to);
                return to;
            }
            case Change.SetSchema schema -> {
                Address to = inSchema(address, Address.plain(schema.schema().name()));
                inventory.rename(address, to);
                return to;
            }
            case Change.AddIndex add -> add.index().name().ifPresent(name -> addIndex(alter, add, name, at));
            case Change.DropIndex drop -> inventory.remove(index(drop.index(), alter));
            case Change.RenamePart rename -> renamePart(address, alter, rename);
            case Change.AttachPartition attach ->
                inventory.change(
                        Address.relation(attach.partition()),
                        thing -> thing.with(Thing.ITSELF, "partition of", address.name()));
            case Change.DetachPartition detach ->
                inventory.change(
                        Address.relation(detach.partition()), thing -> thing.without(Thing.ITSELF, "partition of"));
            default -> inventory.change(address, thing -> changed(thing, alter, change, passage));
        }
        return address;
    }

    private static Address inSchema(Address address, String schema) {
        String last = address.name().substring(address.name().lastIndexOf('.') + 1);
        boolean isUsual = schema.equals("public") || schema.equals("PUBLIC") || schema.equals("dbo");
        return new Address(address.space(), isUsual ? last : schema + "." + last);
    }

    private Address index(Mention name, Action.Alter alter) {
        return Address.of(ObjectKind.INDEX, name, alter.name(), dialect);
    }

    private void addIndex(Action.Alter alter, Change.AddIndex add, Mention name, FileSpan at) {
        Address address = index(name, alter);
        boolean isKept = add.modifiers().has(Modifier.IF_NOT_EXISTS)
                && inventory.find(address).isPresent();
        if (!isKept) {
            boolean isUnique = add.index().modifiers().has(Modifier.UNIQUE);
            inventory.put(address, new Making(dialect).index(at, alter.name().orElseThrow(), add.index(), isUnique));
        }
    }

    private void renamePart(Address address, Action.Alter alter, Change.RenamePart rename) {
        String to = rename.to().name().last();
        if (rename.kind() == ObjectKind.INDEX) {
            inventory.rename(index(rename.from(), alter), index(rename.to(), alter));
        } else if (rename.kind() == ObjectKind.CONSTRAINT) {
            inventory.change(
                    address,
                    thing -> constraint(thing, rename.from().name().last())
                            .map(part -> thing.with(part, Columns.NAME, to))
                            .orElse(thing));
        } else {
            inventory.change(address, Thing::doubted);
        }
    }

    private Thing changed(Thing thing, Action.Alter alter, Change change, Passage passage) {
        return switch (change) {
            case Change.AddColumn add ->
                isKept(add.modifiers(), thing, Columns.part(add.column().name()))
                        ? thing
                        : columns.with(thing, add.column());
            case Change.DropColumn drop ->
                ColumnAltering.without(thing, drop.column().name().last());
            case Change.RenameColumn rename ->
                ColumnAltering.renamed(
                        thing, rename.from().name().last(), rename.to().name().last());
            case Change.RedefineColumn redefine -> columnChanges.redefined(thing, redefine);
            case Change.AlterColumn alterColumn -> columnChanges.altered(thing, alterColumn);
            case Change.AddConstraint add ->
                alter.kind() == ObjectKind.DOMAIN ? thing.doubted() : columns.with(thing, add.constraint());
            case Change.DropConstraint drop -> withoutConstraint(thing, drop);
            case Change.AddLabel add -> Labels.with(thing, add, passage);
            case Change.RenameLabel rename -> Labels.renamed(thing, rename);
            case Change.Adjust adjust -> Attributes.set(thing, alter.kind(), adjust);
            case Change.SettleConstraint settle -> thing;
            default -> thing.doubted();
        };
    }

    private static boolean isKept(Modifiers modifiers, Thing thing, String part) {
        return modifiers.has(Modifier.IF_NOT_EXISTS) && thing.has(part);
    }

    private static Thing withoutConstraint(Thing thing, Change.DropConstraint drop) {
        if (drop.name().isEmpty()) {
            return thing.without(part -> part.startsWith("primary key"));
        }
        String name = drop.name().get().name().last();
        return constraint(thing, name)
                .map(part -> thing.without(part::equals))
                .orElse(drop.modifiers().has(Modifier.IF_EXISTS) ? thing : thing.doubted());
    }

    static Optional<String> constraint(Thing thing, String name) {
        return thing.parts().entrySet().stream()
                .filter(part -> name.equals(part.getValue().get(Columns.NAME)))
                .map(part -> part.getKey())
                .findFirst();
    }
}
