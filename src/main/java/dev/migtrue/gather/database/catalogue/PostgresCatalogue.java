package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.language.schema.SchemaObject;
import dev.migtrue.language.schema.ServerVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue of PostgreSQL. Whoever may connect may read it. */
public final class PostgresCatalogue implements Catalogue {

    /** Names that are printed stand with their schema, and values do not depend on who asks. */
    @Override
    public List<String> preamble() {
        return List.of(
                "SET LOCAL search_path = pg_catalog",
                "SET LOCAL DateStyle = ISO",
                "SET LOCAL IntervalStyle = iso_8601",
                "SET LOCAL TimeZone = UTC",
                "SET LOCAL bytea_output = hex",
                "SET LOCAL quote_all_identifiers = off");
    }

    @Override
    public Optional<String> home() {
        return Optional.of("public");
    }

    @Override
    public Schema read(Questions questions) {
        PostgresVersion version = new PostgresVersion(questions.ask("SHOW server_version_num").stream()
                .flatMap(row -> row.get("server_version_num").stream())
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow());
        Gathered gathered = new Gathered();
        questions(version).forEach(sql -> gathered.add(questions.ask(sql)));
        return withoutInherited(gathered).readFrom(Optional.of(new ServerVersion("PostgreSQL", version.major())));
    }

    @Override
    public Map<ObjectId, String> owners(Questions questions) {
        return questions.ask(PostgresRights.owners()).stream()
                .collect(Collectors.toMap(Gathered::id, row -> row.get("owner").orElseThrow()));
    }

    private static Stream<String> questions(PostgresVersion version) {
        PostgresTables tables = new PostgresTables(version);
        PostgresConstraints constraints = new PostgresConstraints(version);
        PostgresTypes types = new PostgresTypes(version);
        PostgresRoutines routines = new PostgresRoutines(version);
        return Stream.of(
                tables.schemas(),
                types.extensions(),
                types.collations(),
                types.types(),
                types.domainChecks(),
                tables.sequences(),
                tables.tables(),
                tables.columns(),
                constraints.constraints(),
                constraints.indexes(),
                constraints.statistics(),
                tables.views(),
                tables.viewColumns(),
                routines.functions(),
                types.operators(),
                types.casts(),
                routines.triggers(),
                routines.rules(),
                routines.policies(),
                routines.eventTriggers(),
                types.publications(),
                PostgresRights.rights());
    }

    /**
     * Leaves out the columns that a table has as the one that it is a partition or a child of: what changes there is told once, and whether a
     * column counts as inherited is not the same after a restore.
     */
    private static Schema withoutInherited(Gathered gathered) {
        List<SchemaObject> objects = gathered.objects().stream()
                .map(object -> new SchemaObject(
                        object.id(), PostgresText.settled(object.id().kind(), object.properties()), object.unknown()))
                .toList();
        Map<ObjectId, SchemaObject> byId =
                objects.stream().collect(Collectors.toMap(SchemaObject::id, Function.identity()));
        return Schema.of(objects.stream()
                .filter(object -> !isInherited(object, gathered, byId))
                .toList());
    }

    private static boolean isInherited(SchemaObject object, Gathered gathered, Map<ObjectId, SchemaObject> byId) {
        ObjectId id = object.id();
        if (id.kind() != ObjectKind.COLUMN) {
            return false;
        }
        ObjectId table = ObjectId.of(ObjectKind.TABLE, id.schema(), id.table().orElseThrow());
        return Stream.of("partition of", "inherits")
                .flatMap(property -> gathered.property(table, property).stream())
                .flatMap(parents -> Stream.of(parents.split(", ")))
                .map(parent -> new ObjectId(
                        ObjectKind.COLUMN,
                        Optional.of(parent.substring(0, Math.max(0, parent.indexOf('.')))),
                        Optional.of(parent.substring(parent.indexOf('.') + 1)),
                        id.name()))
                .flatMap(parent -> Optional.ofNullable(byId.get(parent)).stream())
                .anyMatch(parent -> parent.properties().equals(object.properties()));
    }
}
