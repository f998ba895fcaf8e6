package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.Orphan;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.sql.rerun.Origin;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rules that each report one way in which a live schema is not the one that the migrations build. */
public enum SchemaDrift implements Rule {
    MISSING(
            "schema-drift-missing",
            "find out who dropped it; where it is to be there, write a migration that makes it again and guard it, else one that drops it"),
    UNEXPECTED(
            "schema-drift-unexpected",
            "write a migration that makes it, guarded by IF NOT EXISTS, or one that drops it; what others look after belongs under"
                    + " 'schema: ignore' in migtrue.yaml"),
    CHANGED(
            "schema-drift-changed",
            "write a migration that brings the database and the migrations together: back to what is expected, or on to what is there");

    private final String id;
    private final String help;

    SchemaDrift(String id, String help) {
        this.id = id;
        this.help = help;
    }

    @Override
    public RuleId id() {
        return new RuleId(id);
    }

    @Override
    public List<Finding> check(Facts facts) {
        return Sited.of(facts, this::cases).stream().map(this::finding).toList();
    }

    /**
     * A deviation that this rule tells.
     *
     * @param beside what is said besides of what no migration makes
     * @param suspects those that may have made it
     */
    private record Case(Deviation deviation, String beside, List<Orphan> suspects) {}

    private List<Case> cases(SchemaView view) {
        Suspects suspects = Suspects.of(view);
        return view.deviations().stream()
                .filter(this::isOurs)
                .filter(deviation -> this != MISSING || !AppliedWithoutEffect.tells(view, deviation.object()))
                .map(deviation -> this == UNEXPECTED
                        ? new Case(deviation, lack(view) + suspects.words(deviation), suspects.of(deviation))
                        : new Case(deviation, "", List.of()))
                .toList();
    }

    private boolean isOurs(Deviation deviation) {
        return switch (deviation.cause()) {
            case Difference.Missing missing -> this == MISSING;
            case Difference.Unexpected unexpected -> this == UNEXPECTED;
            case Difference.Renamed renamed -> this == CHANGED;
            case Difference.Changed changed -> this == CHANGED && !InvalidIndex.tells(deviation);
        };
    }

    private Finding finding(Sited<Case> sited) {
        Deviation deviation = sited.thing().deviation();
        ObjectId object = deviation.object();
        String where = sited.where();
        String message = switch (deviation.cause()) {
            case Difference.Missing missing -> "%s is not in %s".formatted(object, where);
            case Difference.Unexpected unexpected ->
                "%s is in %s, and %s".formatted(object, where, sited.thing().beside());
            case Difference.Renamed renamed ->
                "%s is called %s in %s".formatted(object, renamed.actual().id().qualified(), where);
            case Difference.Changed changed ->
                "%s is not as expected in %s: %s".formatted(object, where, SchemaWords.changes(deviation.changes()));
        };
        return new Finding(
                id(),
                Optional.empty(),
                new Location.InSchema(sited.database(), object.toString()),
                message,
                help,
                related(sited),
                Optional.empty());
    }

    private static String lack(SchemaView view) {
        return view.expected() instanceof Expected.Known known && known.road() == Road.PEER
                ? "not in " + known.how()
                : "no migration makes it";
    }

    private static List<Related> related(Sited<Case> sited) {
        Deviation deviation = sited.thing().deviation();
        List<Related> related = new ArrayList<>();
        author(sited.view(), deviation).ifPresent(related::add);
        sited.thing()
                .suspects()
                .forEach(orphan -> related.add(new Related(
                        "migration '%s' was run there and has no file".formatted(orphan.id()), orphan.at())));
        deviation
                .affected()
                .forEach(id -> related.add(
                        new Related("goes with it", new Location.InSchema(sited.database(), id.toString()))));
        return related;
    }

    /** What made an object what it should be, or an orphan what it is; absent where nobody knows, and of what no migration makes. */
    private static Optional<Related> author(SchemaView view, Deviation deviation) {
        ObjectId object = deviation.object();
        Optional<Related> made = view.effects().origin(object).map(origin -> author(view, origin, "makes"));
        return switch (deviation.cause()) {
            case Difference.Unexpected unexpected -> Optional.empty();
            case Difference.Missing missing -> made;
            case Difference.Renamed renamed -> made;
            case Difference.Changed changed ->
                view.effects()
                        .change(object)
                        .map(origin -> author(view, origin, "last changes"))
                        .or(() -> made);
        };
    }

    private static Related author(SchemaView view, Origin origin, String verb) {
        return view.orphans().stream()
                .filter(orphan -> orphan.id().equals(origin.migration()))
                .findFirst()
                .map(orphan -> new Related("the orphan '%s' %s it".formatted(orphan.id(), verb), orphan.at()))
                .orElseGet(() -> new Related(
                        "migration '%s' %s it".formatted(origin.migration(), verb), new Location.InFile(origin.at())));
    }
}
