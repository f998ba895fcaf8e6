package dev.migtrue.language.sql.standing;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.language.sql.ddl.Action;
import dev.migtrue.language.sql.ddl.Change;
import dev.migtrue.language.sql.ddl.Modifier;
import dev.migtrue.language.sql.ddl.ObjectKind;
import dev.migtrue.language.sql.guard.Accepted;
import dev.migtrue.language.sql.program.Passage;
import dev.migtrue.language.sql.program.Reading;
import dev.migtrue.model.RepoPath;
import dev.migtrue.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds each statement of a script against what is there before it. */
final class Search {

    private final Inventory inventory;
    private final Dialect dialect;
    private final RepoPath file;
    private final Making making;
    private final Altering altering;
    private final Columns columns;
    private final Accepted accepted;
    private final List<Clash> found = new ArrayList<>();
    private final List<Hidden> hidden = new ArrayList<>();

    /** What a guard may have hidden: the rest of the script may still make it right. */
    private record Hidden(Address address, Thing wanted, Clash clash) {}

    Search(Inventory inventory, Dialect dialect, RepoPath file) {
        this.inventory = inventory;
        this.dialect = dialect;
        this.file = file;
        this.making = new Making(dialect);
        this.altering = new Altering(inventory, dialect);
        this.columns = new Columns(dialect);
        this.accepted = new Accepted(dialect);
    }

    void before(Passage passage, Reading reading) {
        if (accepted.unknown(passage.action(), passage.excerpt().text()).isPresent()) {
            return;
        }
        switch (passage.action()) {
            case Action.Create create -> create(create, passage, reading);
            case Action.Alter alter ->
                altering.address(alter)
                        .ifPresent(address ->
                                inventory.find(address).ifPresent(thing -> alter(alter, passage, address, thing)));
            default -> {}
        }
    }

    /** All that the whole script leaves as it is. */
    List<Clash> found() {
        List<Clash> all = new ArrayList<>(found);
        for (Hidden one : hidden) {
            boolean isLeft = inventory
                    .find(one.address())
                    .filter(thing -> !differences(thing, one.wanted()).isEmpty())
                    .isPresent();
            if (isLeft) {
                all.add(one.clash());
            }
        }
        return all;
    }

    private void create(Action.Create create, Passage passage, Reading reading) {
        Optional<Address> address = making.address(create);
        if (address.isEmpty() || create.modifiers().has(Modifier.TEMPORARY)) {
            return;
        }
        Optional<Thing> there = inventory.find(address.get());
        if (create.modifiers().has(Modifier.OR_REPLACE)) {
            Replacing replacing = new Replacing(inventory, dialect);
            there.ifPresentOrElse(
                    thing -> found.addAll(replacing.of(create, thing, passage)),
                    () -> replacing
                            .beside(create, address.get(), passage, reading, file)
                            .ifPresent(found::add));
        } else if (there.isPresent() && Replay.manner(create, passage, address.get()) == Manner.GUARDED) {
            Thing wanted = making.thing(create, passage, there.get().built());
            String object = "%s \"%s\""
                    .formatted(there.get().kind().noun(), address.get().name());
            hide(address.get(), there.get(), wanted, passage, passage.span(), object);
        }
    }

    private void hide(Address address, Thing there, Thing wanted, Passage passage, Span at, String object) {
        List<String> differences = differences(there, wanted);
        if (!differences.isEmpty()) {
            Span statement = passage.span(passage.statement());
            String more = differences.size() == 1 ? "" : " (and %d more)".formatted(differences.size() - 1);
            hidden.add(new Hidden(
                    address,
                    wanted,
                    new Clash(Clash.Kind.HIDDEN, at, statement, object, differences.getFirst() + more, there.built())));
        }
    }

    /** An index that keeps out duplicates does what a constraint would. */
    private List<String> differences(Thing there, Thing wanted) {
        String table = there.part(Thing.ITSELF).getOrDefault(Making.TABLE, "");
        return Comparison.differences(there, wanted).stream()
                .filter(difference -> inventory.ownedBy(table).stream()
                        .map(entry -> entry.getValue().part(Thing.ITSELF))
                        .filter(index -> index.containsKey("UNIQUE"))
                        .noneMatch(index -> difference.equals("it has no UNIQUE "
                                + index.getOrDefault("keys", "")
                                        .replace("( ", "(")
                                        .replace(" )", ")")
                                        .replace(" ,", ","))))
                .toList();
    }

    private void alter(Action.Alter alter, Passage passage, Address address, Thing there) {
        for (Change change : alter.changes()) {
            switch (change) {
                case Change.AddColumn add -> column(add, passage, address, there);
                case Change.AddConstraint add -> constraint(add, passage, address, there);
                case Change.AddLabel add -> label(add, passage, address, there);
                case Change.AddIndex add -> index(alter, add, passage);
                case Change.RedefineColumn redefine ->
                    new Redefining(dialect)
                            .lost(there, redefine, columns)
                            .ifPresent(lost -> found.add(new Clash(
                                    Clash.Kind.RESTATED,
                                    passage.span(redefine.place()),
                                    passage.span(passage.statement()),
                                    "column \"%s\" of \"%s\"".formatted(redefine.old(), address.name()),
                                    lost,
                                    there.built())));
                default -> {}
            }
        }
    }

    private static boolean isGuarded(Change change, Passage passage, String name) {
        Manner manner = Manner.of(passage, name);
        return manner == Manner.GUARDED
                || (manner == Manner.PLAIN && change.modifiers().has(Modifier.IF_NOT_EXISTS));
    }

    private void column(Change.AddColumn add, Passage passage, Address address, Thing there) {
        String name = add.column().name().name().last();
        if (there.has(Columns.part(name)) && isGuarded(add, passage, name)) {
            Thing wanted = columns.with(Thing.of(there.kind(), there.built()), add.column());
            hide(
                    address,
                    there,
                    wanted,
                    passage,
                    passage.span(add.place()),
                    "%s of \"%s\"".formatted(Columns.part(name), address.name()));
        }
    }

    private void constraint(Change.AddConstraint add, Passage passage, Address address, Thing there) {
        Optional<String> name = add.constraint().name().map(of -> of.name().last());
        boolean isThere = name.flatMap(of -> Altering.constraint(there, of)).isPresent();
        if (isThere && isGuarded(add, passage, name.orElseThrow())) {
            Thing wanted = columns.with(Thing.of(there.kind(), there.built()), add.constraint());
            hide(
                    address,
                    there,
                    wanted,
                    passage,
                    passage.span(add.place()),
                    "constraint \"%s\" of \"%s\"".formatted(name.orElseThrow(), address.name()));
        }
    }

    private void index(Action.Alter alter, Change.AddIndex add, Passage passage) {
        boolean isGuarded = add.modifiers().has(Modifier.IF_NOT_EXISTS)
                || add.index().modifiers().has(Modifier.IF_NOT_EXISTS);
        if (!isGuarded || add.index().name().isEmpty()) {
            return;
        }
        Address address = Address.of(ObjectKind.INDEX, add.index().name().get(), alter.name(), dialect);
        inventory.find(address).ifPresent(there -> {
            boolean isUnique = add.index().modifiers().has(Modifier.UNIQUE);
            Thing wanted = making.index(there.built(), alter.name().orElseThrow(), add.index(), isUnique);
            hide(address, there, wanted, passage, passage.span(add.place()), "index \"%s\"".formatted(address.last()));
        });
    }

    /** Where a label stands among the others cannot be changed later. */
    private void label(Change.AddLabel add, Passage passage, Address address, Thing there) {
        List<String> labels = Labels.of(there);
        int own = labels.indexOf(add.label().value());
        boolean isGuarded = isGuarded(add, passage, add.label().value());
        Labels.position(add, passage)
                .filter(position -> own >= 0 && isGuarded && !there.isDoubtful())
                .filter(position -> labels.contains(position.getValue()))
                .filter(position -> own < labels.indexOf(position.getValue())
                        != position.getKey().equals("BEFORE"))
                .ifPresent(position -> found.add(new Clash(
                        Clash.Kind.HIDDEN,
                        passage.span(add.place()),
                        passage.span(passage.statement()),
                        "label '%s' of \"%s\"".formatted(add.label().value(), address.name()),
                        "it does not stand %s '%s'"
                                .formatted(
                                        position.getKey().equals("BEFORE") ? "before" : "behind", position.getValue()),
                        there.built())));
    }
}
