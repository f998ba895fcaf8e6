package dev.migtrue.gather.snapshot;

import dev.migtrue.gather.road.Answer;
import dev.migtrue.gather.road.AppliedProject;
import dev.migtrue.gather.road.Inquiry;
import dev.migtrue.gather.road.SchemaRoad;
import dev.migtrue.gather.snapshot.KeptSchema.AppliedIds;
import dev.migtrue.language.schema.Road;
import dev.migtrue.model.UsageException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A schema that somebody kept. It is what is expected only where the same migrations were applied when it was kept.
 *
 * @param written what people call it
 * @param kept reads it; absent where there is none. {@link UsageException} where it is damaged
 */
public record SnapshotRoad(String written, Supplier<Optional<KeptSchema>> kept) implements SchemaRoad {

    /** More ids than these are only counted. */
    private static final int NAMED = 3;

    @Override
    public Road road() {
        return Road.SNAPSHOT;
    }

    @Override
    public Answer answer(Inquiry inquiry) {
        try {
            return kept.get().map(schema -> answer(schema, inquiry)).orElseGet(() -> new Answer.Unable("none is kept"));
        } catch (UsageException damaged) {
            return new Answer.Unable(String.valueOf(damaged.getMessage()));
        }
    }

    private Answer answer(KeptSchema schema, Inquiry inquiry) {
        return obstacle(schema, inquiry)
                .<Answer>map(reason -> new Answer.Unable(written + " " + reason))
                .orElseGet(() -> new Answer.Built(schema.schema(), "what " + written + " holds", List.of()));
    }

    private static Optional<String> obstacle(KeptSchema kept, Inquiry inquiry) {
        if (!kept.dialect().equals(inquiry.kind())) {
            return Optional.of("is of another kind of database: " + kept.dialect());
        }
        return inquiry.projects().stream()
                .flatMap(project -> obstacle(kept, project).stream())
                .findFirst();
    }

    private static Optional<String> obstacle(KeptSchema kept, AppliedProject project) {
        String system = project.layout().project().system();
        String root = project.layout().project().root().toString();
        Set<String> applied = project.copies().stream()
                .map(copy -> copy.migration().id().value())
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> then = kept.applied().stream()
                .filter(ids -> ids.system().equals(system) && ids.root().equals(root))
                .map(AppliedIds::ids)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        List<String> since =
                applied.stream().filter(id -> !then.contains(id)).sorted().toList();
        List<String> before = then.stream()
                .filter(id -> !applied.contains(id))
                .filter(id -> project.orphans().stream()
                        .noneMatch(orphan -> orphan.id().value().equals(id)))
                .sorted()
                .toList();
        if (!since.isEmpty()) {
            return Optional.of("was kept before %s was applied".formatted(listed(since)));
        }
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of("was kept where %s was applied, which is not so here".formatted(listed(before)));
    }

    private static String listed(List<String> ids) {
        String named = ids.stream().limit(NAMED).map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return ids.size() > NAMED ? named + " and " + (ids.size() - NAMED) + " more" : named;
    }
}
