package dev.migtrue.language.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is true of any two schemas: of small ones made at random, so that names, contents and renames often meet. */
class SchemaDiffPropertyTest {

    private static final int SEEDS = 3000;
    private static final List<String> NAMES = List.of("a", "b", "c", "people", "a b");
    private static final List<ObjectKind> WHOLES =
            List.of(ObjectKind.TABLE, ObjectKind.TABLE, ObjectKind.FUNCTION, ObjectKind.SEQUENCE);
    private static final List<ObjectKind> PARTS =
            List.of(ObjectKind.COLUMN, ObjectKind.COLUMN, ObjectKind.INDEX, ObjectKind.CHECK_CONSTRAINT);

    private static Schema schema(Random random) {
        List<SchemaObject> objects = new ArrayList<>();
        for (String name : List.of("public", "audit")) {
            if (random.nextInt(3) > 0) {
                objects.add(object(random, ObjectId.of(ObjectKind.SCHEMA, Optional.empty(), name)));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                ObjectId whole = ObjectId.of(one(random, WHOLES), Optional.of(name), one(random, NAMES));
                objects.add(object(random, whole));
                for (int j = whole.kind() == ObjectKind.TABLE ? random.nextInt(4) : 0; j > 0; j--) {
                    objects.add(object(random, ObjectId.part(one(random, PARTS), whole, one(random, NAMES))));
                }
            }
        }
        return Schema.of(objects);
    }

    private static SchemaObject object(Random random, ObjectId id) {
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        if (random.nextBoolean()) {
            properties.put("text", "select " + one(random, NAMES) + " from " + one(random, NAMES));
        }
        if (random.nextInt(4) == 0) {
            properties.put("comment", one(random, NAMES));
        }
        Set<String> unknown = random.nextInt(8) == 0 ? Set.of("text") : Set.of();
        return new SchemaObject(id, properties, unknown);
    }

    private static <T> T one(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    void aSchemaIsLikeItself() {
        forAll((seed, one, other) -> assertThat(SchemaDiff.between(one, one).differences())
                .as("seed %d", seed)
                .isEmpty());
    }

    @Test
    void whatTwoSchemasDifferInIsTheSameFromBothSides() {
        forAll((seed, one, other) -> assertThat(
                        told(SchemaDiff.between(one, other).differences()))
                .as("seed %d", seed)
                .isEqualTo(told(SchemaDiff.between(other, one).differences().stream()
                        .map(SchemaDiffPropertyTest::mirrored)
                        .toList())));
    }

    @Test
    void schemasWithoutADifferenceSayTheSame() {
        forAll((seed, one, other) -> {
            SchemaDiff diff = SchemaDiff.between(one, other);
            if (diff.differences().isEmpty() && diff.notCompared().isEmpty()) {
                assertThat(one.text()).as("seed %d", seed).isEqualTo(other.text());
            }
        });
    }

    /** Nothing is told of twice, and nothing of what another difference takes along. */
    @Test
    void whateverIsOnOneSideOnlyIsToldOfOnce() {
        forAll((seed, one, other) -> {
            List<ObjectId> told = new ArrayList<>();
            for (Difference difference : SchemaDiff.between(one, other).differences()) {
                switch (difference) {
                    case Difference.Missing missing -> {
                        told.add(missing.object());
                        missing.parts().forEach(part -> told.add(part.id()));
                    }
                    case Difference.Renamed renamed -> told.add(renamed.object());
                    case Difference.Unexpected unexpected -> {}
                    case Difference.Changed changed -> {}
                }
            }
            assertThat(told).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(one.objects().keySet()).as("seed %d", seed).containsAll(told);
        });
    }

    private interface Claim {
        void hold(int seed, Schema one, Schema other);
    }

    /** Half of the schemas are made of one another, so that much is alike. */
    private static void forAll(Claim claim) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Schema one = schema(random);
            Schema other = random.nextBoolean() ? schema(random) : altered(random, one);
            claim.hold(seed, one, other);
        }
    }

    private static Schema altered(Random random, Schema schema) {
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.all()) {
            ObjectId id = object.id();
            switch (random.nextInt(6)) {
                case 0 -> {
                    // It is gone.
                }
                case 1 -> objects.add(renamed(object, one(random, NAMES)));
                case 2 -> objects.add(object(random, id));
                default -> objects.add(object);
            }
        }
        return Schema.of(objects);
    }

    private static SchemaObject renamed(SchemaObject object, String name) {
        ObjectId id = object.id();
        return new SchemaObject(
                new ObjectId(id.kind(), id.schema(), id.table(), name), object.properties(), object.unknown());
    }

    private static Difference mirrored(Difference difference) {
        return switch (difference) {
            case Difference.Missing missing -> new Difference.Unexpected(missing.expected(), missing.parts());
            case Difference.Unexpected unexpected -> new Difference.Missing(unexpected.actual(), unexpected.parts());
            case Difference.Renamed renamed ->
                new Difference.Renamed(/* expected= */ renamed.actual(), /* actual= */ renamed.expected());
            case Difference.Changed changed ->
                new Difference.Changed(
                        changed.object(),
                        changed.property(),
                        /* expected= */ changed.actual(),
                        /* actual= */ changed.expected());
        };
    }

    /** An object that has another name on the other side is told of by that of the expected one. */
    private static SortedSet<String> told(List<Difference> differences) {
        SortedSet<String> told = new TreeSet<>();
        for (Difference difference : differences) {
            told.add(
                    difference instanceof Difference.Changed changed
                            ? changed.property() + ": " + changed.expected() + " -> " + changed.actual()
                            : Told.inWords(difference));
        }
        return told;
    }
}
