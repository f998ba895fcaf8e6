package dev.migtrue.judge.rule;

import dev.migtrue.facts.Facts;
import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.language.schema.Deviation;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.model.Finding;
import dev.migtrue.model.Location;
import dev.migtrue.model.RuleId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reports indexes that are there and serve no query, as a failed CREATE INDEX CONCURRENTLY leaves them. */
public final class InvalidIndex implements Rule {

    private static final RuleId ID = new RuleId("invalid-index");

    /** What catalogues say of an index that is not valid; of others they say nothing. */
    private static final String VALID = "valid";

    private static final Set<ObjectKind> WITH_INDEX = EnumSet.of(
            ObjectKind.INDEX, ObjectKind.PRIMARY_KEY, ObjectKind.UNIQUE_CONSTRAINT, ObjectKind.EXCLUSION_CONSTRAINT);

    @Override
    public RuleId id() {
        return ID;
    }

    /** Whether a deviation is nothing but what this rule tells of. */
    static boolean tells(Deviation deviation) {
        return WITH_INDEX.contains(deviation.object().kind())
                && !deviation.changes().isEmpty()
                && deviation.affected().isEmpty()
                && deviation.changes().stream()
                        .allMatch(changed -> changed.property().equals(VALID)
                                && changed.actual().isPresent());
    }

    @Override
    public List<Finding> check(Facts facts) {
        return Sited.of(facts, view -> invalid(view).map(SchemaObject::id).toList()).stream()
                .map(InvalidIndex::finding)
                .toList();
    }

    private static Stream<SchemaObject> invalid(SchemaView view) {
        return view.live() instanceof LiveSchema.Read read
                ? read.schema().all().stream()
                        .filter(object -> WITH_INDEX.contains(object.id().kind()))
                        .filter(object -> object.properties().containsKey(VALID))
                : Stream.empty();
    }

    private static Finding finding(Sited<ObjectId> index) {
        return new Finding(
                ID,
                Optional.empty(),
                new Location.InSchema(index.database(), index.thing().toString()),
                "%s is not valid in %s: no query uses it, and every write still pays for it"
                        .formatted(index.thing(), index.where()),
                "unless it is being built right now, drop it with DROP INDEX CONCURRENTLY and build it anew; a guard such as IF NOT EXISTS"
                        + " would take it for built",
                List.of(),
                Optional.empty());
    }
}
