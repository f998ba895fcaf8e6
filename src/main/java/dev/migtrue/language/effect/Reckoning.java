package dev.migtrue.language.effect;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.sql.rerun.Doubt;
import dev.migtrue.language.sql.rerun.Held;
import dev.migtrue.language.sql.rerun.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Holds what is there against an account. */
final class Reckoning {

    /** What is told of where no migration makes it; of all else, servers and tools make some by themselves. */
    private static final Set<ObjectKind> TOLD = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.ENUM_TYPE,
            ObjectKind.DOMAIN,
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE_CONSTRAINT,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK_CONSTRAINT,
            ObjectKind.INDEX,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.FUNCTION,
            ObjectKind.PROCEDURE);

    private final Account account;
    private final Schema actual;
    private final Live live;
    private final Rumours rumours;
    private final KeyIndexes keyIndexes;
    private final Map<Live.Family, List<Wanted>> families = new LinkedHashMap<>();
    private final Map<String, Held> tables = new HashMap<>();
    private final Set<ObjectId> explained = new HashSet<>();
    private final Set<ObjectId> doubtful = new HashSet<>();
    private final Set<ObjectId> open = new HashSet<>();
    private final SortedMap<ObjectId, Origin> origins = new TreeMap<>();
    private final SortedMap<ObjectId, Origin> changes = new TreeMap<>();
    private final List<Assessment.Lost> lost = new ArrayList<>();
    private final Details details;
    private final SortedMap<ObjectId, Claims> claims = new TreeMap<>();

    Reckoning(Account account, Schema actual) {
        this.account = account;
        this.actual = actual;
        this.live = new Live(actual, account.dialect(), account.home());
        this.keyIndexes = new KeyIndexes(account.dialect(), live);
        this.rumours = new Rumours(account.doubts());
        this.details = new Details(account.dialect(), account.held());
        Catalogued catalogued = new Catalogued(account.dialect(), account.held());
        for (Held held : account.held()) {
            if (Catalogued.isRelation(held)) {
                tables.put(live.folded(held.name()), held);
            }
            catalogued
                    .of(held)
                    .ifPresent(wanted -> families.computeIfAbsent(
                                    new Live.Family(
                                            wanted.kind(),
                                            live.folded(wanted.table().orElse(""))),
                                    first -> new ArrayList<>())
                            .add(wanted));
        }
    }

    Assessment assessment() {
        families.forEach(this::match);
        Set<ObjectId> gone = lost.stream().map(Assessment.Lost::object).collect(Collectors.toSet());
        List<Assessment.Lost> told = lost.stream()
                .filter(one -> holder(one.object()).filter(gone::contains).isEmpty())
                .sorted(Comparator.comparing(Assessment.Lost::object))
                .toList();
        SortedMap<ObjectId, String> silent = new TreeMap<>();
        List<ObjectId> unexplained = new ArrayList<>();
        for (SchemaObject object : actual.all()) {
            ObjectId id = object.id();
            if (doubtful.contains(id)) {
                silent.put(id, "whether migrations left it is not sure");
            }
            if (!explained.contains(id)) {
                silence(object).ifPresentOrElse(why -> silent.put(id, why), () -> unexplained.add(id));
            }
        }
        Set<ObjectId> strange = Set.copyOf(unexplained);
        new Gone(live, lost).forget(claims);
        return new Assessment(
                expected(strange),
                told,
                unexplained.stream()
                        .filter(id -> holder(id).filter(strange::contains).isEmpty())
                        .toList(),
                origins,
                changes,
                silent,
                decided());
    }

    private SortedMap<ObjectId, Set<String>> decided() {
        SortedMap<ObjectId, Set<String>> decided = new TreeMap<>();
        claims.forEach((id, claim) -> decided.put(id, claim.decided()));
        return decided;
    }

    private static Optional<ObjectId> holder(ObjectId id) {
        return id.table().map(table -> ObjectId.of(ObjectKind.TABLE, id.schema(), table));
    }

    private Schema expected(Set<ObjectId> strange) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : actual.all()) {
            ObjectId id = object.id();
            if (!strange.contains(id) && holder(id).filter(strange::contains).isEmpty()) {
                objects.add(Optional.ofNullable(claims.get(object.id()))
                        .map(Claims::expected)
                        .orElse(object));
            }
        }
        lost.forEach(one -> objects.add(new SchemaObject(one.object(), new LinkedHashMap<>())));
        return Schema.of(objects).hiding(actual.hidden());
    }

    /** Those of one kind in one table: by their names first, and then, where the server made names up, by their number. */
    private void match(Live.Family family, List<Wanted> all) {
        List<Wanted> left = new ArrayList<>();
        List<SchemaObject> there = new ArrayList<>(live.family(family.kind(), family.table()));
        for (Wanted wanted : all) {
            live.find(wanted)
                    .ifPresentOrElse(
                            object -> {
                                explain(object, wanted);
                                there.remove(object);
                            },
                            () -> left.add(wanted));
        }
        if (actual.hidden().contains(family.kind())) {
            return;
        }
        left.stream()
                .filter(one -> !one.isMadeUp() && !one.isDoubtful() && !isRedundant(one) && !keyIndexes.mayBeGone(one))
                .forEach(this::lose);
        List<Wanted> madeUp = new ArrayList<>(
                left.stream().filter(one -> one.isMadeUp() && !isRedundant(one)).toList());
        pairChecks(madeUp, there);
        boolean isSure = madeUp.stream().noneMatch(Wanted::isDoubtful);
        if (!madeUp.isEmpty() && !family.table().isEmpty()) {
            List<ObjectId> nameless = there.stream()
                    .map(SchemaObject::id)
                    .filter(id -> MadeUpNames.mayBe(id, account.dialect()))
                    .toList();
            open.addAll(nameless);
            if (isSure && nameless.isEmpty()) {
                madeUp.forEach(this::lose);
            }
        }
    }

    /** Of checks without a name, what is checked tells which one it is. */
    private void pairChecks(List<Wanted> madeUp, List<SchemaObject> there) {
        Checks checks = new Checks(account.dialect());
        there.removeIf(checks::isOfServer);
        for (Wanted wanted : List.copyOf(madeUp)) {
            there.stream()
                    .filter(object -> checks.compare(wanted, object) == Agreement.SAME)
                    .findFirst()
                    .ifPresent(object -> {
                        explain(object, wanted);
                        madeUp.remove(wanted);
                        there.remove(object);
                    });
        }
        boolean areOthers = madeUp.stream()
                .allMatch(
                        wanted -> there.stream().allMatch(object -> checks.compare(wanted, object) == Agreement.OTHER));
        if (areOthers && !there.isEmpty()) {
            madeUp.stream().filter(wanted -> !wanted.isDoubtful()).forEach(this::lose);
            madeUp.clear();
        }
    }

    /** Of two constraints of one statement over the same columns, PostgreSQL makes one. */
    private boolean isRedundant(Wanted wanted) {
        String columns = wanted.held().facet("unique");
        return wanted.kind() == ObjectKind.UNIQUE_CONSTRAINT
                && account.held().stream()
                        .anyMatch(other -> !other.equals(wanted.held())
                                && other.owner().equals(wanted.held().owner())
                                && other.facet("unique").equals(columns)
                                && other.origin().equals(wanted.held().origin()));
    }

    private void explain(SchemaObject object, Wanted wanted) {
        ObjectId id = object.id();
        explained.add(id);
        claims.put(id, details.of(wanted, object));
        if (wanted.isDoubtful()) {
            wanted.held().origin().ifPresent(origin -> doubtful.add(id));
        } else {
            wanted.held().origin().ifPresent(origin -> origins.put(id, origin));
            wanted.held().changed().ifPresent(origin -> changes.put(id, origin));
        }
    }

    private void lose(Wanted wanted) {
        ObjectId id = live.id(wanted);
        boolean isOfUnknown =
                wanted.table().isPresent() && !isSettled(wanted.table().get());
        // Whether code makes a counter hangs on more than a type and a key.
        boolean isOfCode =
                wanted.kind() == ObjectKind.SEQUENCE && wanted.held().facets().containsKey("blurred");
        if (!isOfUnknown && !isOfCode && wanted.isNameSure(account.dialect())) {
            wanted.held().origin().ifPresent(origin -> {
                lost.add(new Assessment.Lost(id, origin));
                origins.put(id, origin);
            });
        }
    }

    /** Whether it is known that there is such a table. */
    private boolean isSettled(String table) {
        return Optional.ofNullable(tables.get(live.folded(table)))
                .filter(held -> !held.isDoubtful())
                .isPresent();
    }

    /** Why nobody can say that what no migration makes is too much; absent where somebody can. */
    private Optional<String> silence(SchemaObject object) {
        ObjectId id = object.id();
        if (account.scope() == Account.Scope.SOME) {
            return Optional.of("not all that was done is known");
        }
        boolean isRoutine = id.kind() == ObjectKind.FUNCTION || id.kind() == ObjectKind.PROCEDURE;
        boolean isUnfollowed = isRoutine && !Routines.areFollowed(account.dialect());
        if (!TOLD.contains(id.kind()) || isUnfollowed) {
            return Optional.of("objects of this kind are not followed");
        }
        if (open.contains(id) || keyIndexes.mayBe(id) || new Checks(account.dialect()).isOfServer(object)) {
            return Optional.of("the server makes up such names");
        }
        return rumours.about(id)
                .map(Reckoning::words)
                .or(() -> id.table().isPresent() ? ofTable(id) : ofDatabase(object));
    }

    private static String words(Doubt doubt) {
        return doubt.reason() + " in " + doubt.at().at().path().name();
    }

    private Optional<String> ofTable(ObjectId id) {
        String table = live.folded(live.qualified(id.schema(), id.table().orElseThrow()));
        Optional<Held> held = Optional.ofNullable(tables.get(table));
        if (held.isEmpty()) {
            boolean isOfStrange = live.family(ObjectKind.TABLE, "").stream()
                    .anyMatch(one -> one.id().schema().equals(id.schema())
                            && one.id().name().equals(id.table().orElseThrow()));
            return isOfStrange ? Optional.of("its table is not known") : Optional.empty();
        }
        // What a table made like another one takes over besides the columns, hangs on many words.
        boolean isWhole = held.get().certainty() == Held.Certainty.WHOLE
                && !held.get().facets().containsKey("like");
        return isWhole ? Optional.empty() : Optional.of("not all of its table is known");
    }

    /** Other schemas are of others; a sequence of a column is told with it. */
    private Optional<String> ofDatabase(SchemaObject object) {
        boolean isOfColumn = object.properties().containsKey("owned by");
        String qualified = live.qualified(object.id().schema(), "");
        boolean isOfOthers = !qualified.isEmpty()
                && account.held().stream()
                        .noneMatch(held -> held.name().startsWith(qualified) && Catalogued.isTable(held));
        return isOfColumn
                ? Optional.of("it belongs to a column")
                : isOfOthers ? Optional.of("migrations make nothing in its schema") : Optional.empty();
    }
}
