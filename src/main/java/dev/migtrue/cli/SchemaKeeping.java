package dev.migtrue.cli;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.Presence;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.facts.Survey;
import dev.migtrue.gather.SchemaOrder;
import dev.migtrue.gather.Surveyor;
import dev.migtrue.gather.Uses;
import dev.migtrue.gather.database.Database;
import dev.migtrue.gather.snapshot.KeepingRoad;
import dev.migtrue.gather.snapshot.KeptSchema;
import dev.migtrue.gather.snapshot.KeptSchemaFile;
import dev.migtrue.model.DatabaseName;
import dev.migtrue.model.Failure;
import dev.migtrue.model.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what one database is made of, as what others should be made of. */
record SchemaKeeping(Workplace workplace, List<Database> databases) {

    /** Reads it and writes it to a file; gives what is to be told of that. */
    String keep(Uses uses, KeptSchemaFile file) {
        if (databases.size() != 1) {
            throw new UsageException("--schema keeps what one database is made of, and there are " + databases.size()
                    + ": name one with --db");
        }
        if (databases.getFirst().tenants().isPresent()) {
            throw new UsageException(
                    "--schema keeps what one database is made of, and database %s has tenants: name one of them as a database of its own"
                            .formatted(databases.getFirst().name()));
        }
        KeepingRoad road = new KeepingRoad();
        Survey survey = new Surveyor(workplace.repository(), databases)
                .comparing(new SchemaOrder(List.of(road), List.of()))
                .survey(uses);
        Map<DatabaseName, SchemaView> views = new LinkedHashMap<>();
        survey.projects().forEach(facts -> views.putAll(facts.circumstances().schemas()));
        SchemaView view = views.values().stream()
                .findFirst()
                .orElseThrow(() -> new UsageException("no migrations found, so there is no schema to keep"));
        refuseOrphans(survey);
        DatabaseName name = databases.getFirst().name();
        KeptSchema kept = view.own().flatMap(schema -> road.kept(name, schema)).orElseThrow(() -> notRead(name, view));
        file.write(kept);
        return "kept %d objects of database %s in %s"
                .formatted(kept.schema().objects().size(), name, file.written());
    }

    /** What migrations made that nobody has is not what any database should be made of. */
    private static void refuseOrphans(Survey survey) {
        survey.projects().stream()
                .map(Facts::orphans)
                .flatMap(List::stream)
                .filter(Presence::isApplied)
                .findFirst()
                .ifPresent(orphan -> {
                    throw new Failure(
                            "migration '%s' was run there and has no file".formatted(orphan.id()),
                            "nothing was kept: keep the schema of a database whose migrations are all known");
                });
    }

    private static Failure notRead(DatabaseName name, SchemaView view) {
        String reason = view.live() instanceof LiveSchema.NotRead unread
                ? unread.reason()
                : "it has no version table, so nothing tells which migrations were run there";
        return new Failure(
                "the schema of database %s was not kept: %s".formatted(name, reason),
                "a file from before is as it was");
    }
}
