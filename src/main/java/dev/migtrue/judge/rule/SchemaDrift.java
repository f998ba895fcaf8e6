package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Road;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.Related;
import dev.migtrue.model.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that each report one way in which a live schema is not the one that the migrations build. */
public enum SchemaDrift implements Rule {
    MISSING(
            "schema-drift-missing",
            "find out who dropped it; where it is to be there, write a migration that makes it again and guard it, else one that drops it"),
    UNEXPECTED(
            "schema-drift-unexpected",
            "write a migration that makes it and does nothing where it is there already, or one that drops it; what others look after"
                    + " belongs under 'schema: ignore' in migtrue.yaml"),
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
        return facts.circumstances().schemas().entrySet().stream()
                .flatMap(entry -> findings(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Finding> findings(DatabaseName database, SchemaView view) {
        List<Deviation> told = view.deviations().stream()
                .filter(this::isOurs)
                .filter(deviation -> this != MISSING || !AppliedWithoutEffect.tells(view, deviation.object()))
                .toList();
        Suspects suspects = Suspects.of(view);
        return told.stream().map(deviation -> finding(database, view, deviation, suspects));
    }

    private boolean isOurs(Deviation deviation) {
        return switch (deviation.cause()) {
            case Difference.Missing missing -> this == MISSING;
            case Difference.Unexpected unexpected -> this == UNEXPECTED;
            case Difference.Renamed renamed -> this == CHANGED;
            case Difference.Changed changed -> this == CHANGED && !InvalidIndex.tells(deviation);
        };
    }

    private Finding finding(DatabaseName database, SchemaView view, Deviation deviation, Suspects suspects) {
        ObjectId object = deviation.object();
        String message = switch (deviation.cause()) {
            case Difference.Missing missing -> "%s is not in database %s".formatted(object, database);
            case Difference.Unexpected unexpected ->
                "%s is in database %s, and %s%s".formatted(object, database, lack(view), suspects.words(deviation));
            case Difference.Renamed renamed ->
                "%s is called %s in database %s"
                        .formatted(object, renamed.actual().id().qualified(), database);
            case Difference.Changed changed ->
                "%s is not as expected in database %s: %s"
                        .formatted(object, database, SchemaWords.changes(deviation.changes()));
        };
        return new Finding(
                id(),
                Optional.empty(),
                new Location.InSchema(database, object.toString()),
                message,
                help,
                related(database, view, deviation, suspects),
                Optional.empty());
    }

    private static String lack(SchemaView view) {
        return view.expected() instanceof Expected.Known known && known.road() == Road.PEER
                ? "not in " + known.how()
                : "no migration makes it";
    }

    private static List<Related> related(
            DatabaseName database, SchemaView view, Deviation deviation, Suspects suspects) {
        List<Related> related = new ArrayList<>();
        if (deviation.cause() instanceof Difference.Missing missing) {
            view.effects()
                    .origin(missing.object())
                    .ifPresent(origin -> related.add(new Related(
                            "migration '%s' makes it".formatted(origin.migration()),
                            new Location.InFile(origin.at()))));
        }
        if (deviation.cause() instanceof Difference.Unexpected) {
            suspects.of(deviation)
                    .forEach(orphan -> related.add(new Related(
                            "migration '%s' was run there and has no file".formatted(orphan.id()), orphan.at())));
        }
        deviation
                .affected()
                .forEach(
                        id -> related.add(new Related("goes with it", new Location.InSchema(database, id.toString()))));
        return related;
    }
}
