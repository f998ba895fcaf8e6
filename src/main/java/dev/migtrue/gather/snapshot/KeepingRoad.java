package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.snapshot.KeptSchema.AppliedIds;
import dev.migtrue.language.schema.Road;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers what was run on each database, while its schema is read that is to be kept. Leads nowhere. Not for several threads. */
public final class KeepingRoad implements SchemaRoad {

    private final Map<DatabaseName, Inquiry> inquiries = new LinkedHashMap<>();

    @Override
    public Road road() {
        return Road.SNAPSHOT;
    }

    @Override
    public Answer answer(Inquiry inquiry) {
        inquiries.put(inquiry.database(), inquiry);
        return new Answer.Unable("it is only about to be kept");
    }

    /** The schema of a database, to be kept; absent where the database has no version table. */
    public Optional<KeptSchema> kept(DatabaseName database, Schema schema) {
        return Optional.ofNullable(inquiries.get(database))
                .map(inquiry -> new KeptSchema(
                        inquiry.kind(),
                        inquiry.projects().stream().map(KeepingRoad::ids).toList(),
                        schema));
    }

    private static AppliedIds ids(AppliedProject project) {
        return new AppliedIds(
                project.layout().project().system(),
                project.layout().project().root().toString(),
                project.copies().stream()
                        .map(copy -> copy.migration().id().value())
                        .toList());
    }
}
