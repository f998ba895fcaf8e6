package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Definition;
import dev.migtrue.language.sql.ddl.Mention;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.model.FileSpan;
import dev.migtrue.model.RepoPath;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Does to an inventory what a database does for each statement. */
final class Replay {

    private static final Pattern NO_WORD = Pattern.compile("\\W+");

    private final Inventory inventory;
    private final Dialect dialect;
    private final Making making;
    private final Altering altering;

    Replay(Inventory inventory, Dialect dialect) {
        this.inventory = inventory;
        this.dialect = dialect;
        this.making = new Making(dialect);
        this.altering = new Altering(inventory, dialect);
    }

    void run(Passage passage, RepoPath file) {
        switch (passage.action()) {
            case Action.Create create -> create(create, passage, file);
            case Action.Alter alter -> alter(alter, passage, file);
            case Action.Drop drop -> drop(drop, passage);
            case Action.Rename rename -> rename.renamings().forEach(renaming -> rename(rename.kind(), renaming));
            case Action.Dynamic dynamic -> {
                if (dynamic.text().isEmpty()) {
                    doubt(passage);
                }
            }
            case Action.Call call -> doubt(passage);
            case Action.Unrecognized unrecognized -> doubt(passage);
            default -> {}
        }
    }

    /** Whatever is named there may have been changed. */
    private void doubt(Passage passage) {
        doubt(passage.statement().in(passage.excerpt().text()));
    }

    void doubt(String text) {
        inventory.doubt(words(text));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text, -1)).collect(Collectors.toSet());
    }

    private void create(Action.Create create, Passage passage, RepoPath file) {
        Optional<Address> found = making.address(create);
        if (found.isEmpty() || create.modifiers().has(Modifier.TEMPORARY)) {
            return;
        }
        Address address = found.get();
        Manner manner = manner(create, passage, address);
        if (manner == Manner.GUARDED && inventory.find(address).isPresent()) {
            return;
        }
        FileSpan at = new FileSpan(file, passage.span());
        Thing thing = making.thing(create, passage, at);
        inventory.remove(address);
        inventory.put(address, manner == Manner.UNSURE ? thing.doubted() : thing);
        if (create.definition() instanceof Definition.Table table) {
            Mention name = create.name().orElseThrow();
            table.indexes()
                    .forEach(index -> index.name().ifPresent(of -> {
                        boolean isUnique = index.modifiers().has(Modifier.UNIQUE);
                        inventory.put(
                                Address.of(ObjectKind.INDEX, of, Optional.of(name), dialect),
                                making.index(at, name, index, isUnique));
                    }));
        }
    }

    static Manner manner(Action.Create create, Passage passage, Address address) {
        Manner around = Manner.of(passage, address.last().replaceFirst("\\(.*", ""));
        return around == Manner.PLAIN && create.modifiers().has(Modifier.IF_NOT_EXISTS) ? Manner.GUARDED : around;
    }

    private void alter(Action.Alter alter, Passage passage, RepoPath file) {
        Optional<Address> address = altering.address(alter);
        if (address.isEmpty()) {
            return;
        }
        FileSpan at = new FileSpan(file, passage.span());
        List<Change> done = alter.changes().stream()
                .filter(change -> !isThere(change, passage, address.get()))
                .toList();
        altering.alter(
                new Action.Alter(alter.kind(), alter.modifiers(), alter.name(), alter.on(), alter.signature(), done),
                passage,
                at);
        boolean isUnsure = !passage.around().isEmpty() && Manner.of(passage, member(alter)) == Manner.UNSURE;
        if (isUnsure) {
            inventory.change(address.get(), Thing::doubted);
        }
    }

    /** Whether a guard around the statement keeps the change from being made. */
    private boolean isThere(Change change, Passage passage, Address table) {
        if (!(change instanceof Change.AddColumn add)) {
            return false;
        }
        String column = add.column().name().name().last();
        return Manner.of(passage, column) == Manner.GUARDED
                && inventory
                        .find(table)
                        .filter(thing -> thing.has(Columns.part(column)))
                        .isPresent();
    }

    /** What a question before the statement would ask for. */
    static String member(Action.Alter alter) {
        String table = alter.name().map(name -> name.name().last()).orElse("");
        return alter.changes().stream().findFirst().flatMap(Replay::member).orElse(table);
    }

    private static Optional<String> member(Change change) {
        return switch (change) {
            case Change.AddColumn add -> Optional.of(add.column().name().name().last());
            case Change.DropColumn drop -> Optional.of(drop.column().name().last());
            case Change.RenameColumn rename -> Optional.of(rename.from().name().last());
            case Change.AddConstraint add ->
                add.constraint().name().map(name -> name.name().last());
            case Change.DropConstraint drop ->
                drop.name().map(name -> name.name().last());
            case Change.AddLabel add -> Optional.of(add.label().value());
            default -> Optional.empty();
        };
    }

    private void rename(ObjectKind kind, Action.Renaming renaming) {
        Address from = Address.of(kind, renaming.from(), Optional.empty(), dialect);
        inventory.rename(from, from.beside(Address.plain(renaming.to().name())));
    }

    private void drop(Action.Drop drop, Passage passage) {
        for (Action.Dropped dropped : drop.objects()) {
            Address plain = Address.of(drop.kind(), dropped.name(), dropped.on(), dialect);
            if (Manner.of(passage, plain.last()) == Manner.UNSURE) {
                doubt(passage);
                continue;
            }
            dropped(drop, dropped, plain);
            if (drop.modifiers().has(Modifier.CASCADE)) {
                String name = plain.last();
                inventory.changeAll((address, thing) -> thing.mentions(name), Thing::doubted);
            }
        }
    }

    private void dropped(Action.Drop drop, Action.Dropped dropped, Address plain) {
        switch (drop.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE, ROUTINE ->
                dropped.signature()
                        .map(signature -> Overloads.address(plain, signature, dialect))
                        .ifPresentOrElse(
                                inventory::remove,
                                () -> inventory
                                        .named(plain.space(), plain.name())
                                        .forEach(entry -> inventory.remove(entry.getKey())));
            case SCHEMA, DATABASE -> {
                inventory.remove(plain);
                inventory.removeAll((address, thing) -> address.name().startsWith(plain.name() + "."));
            }
            default -> inventory.remove(plain);
        }
    }
}
