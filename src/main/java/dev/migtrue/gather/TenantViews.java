package dev.migtrue.gather;

import dev.migtrue.facts.Exemption;
import dev.migtrue.facts.LiveSchema;
import dev.migtrue.facts.Orphan;
import dev.migtrue.facts.SchemaView;
import dev.migtrue.gather.database.SchemaRead;
import dev.migtrue.gather.database.TenantSchemas;
import dev.migtrue.language.schema.Expected;
import dev.migtrue.language.schema.IgnoredObjects;
import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Schema;
import dev.migtrue.model.DatabaseName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds each tenant against the schema that all should have. Those that are made the same are held against it together: of a thousand
 * tenants there are mostly one or two kinds.
 *
 * @param name of the database, with the tenants that have run the same migrations
 * @param order what is left out
 * @param destination the way to what is expected, gone when first needed
 */
record TenantViews(
        DatabaseName name,
        TenantSchemas tenants,
        SchemaOrder order,
        ToolTables tools,
        List<Orphan> orphans,
        Supplier<Destination> destination,
        Supplier<Optional<EffectSearch>> effects) {

    SequencedMap<DatabaseName, SchemaView> views() {
        SequencedMap<SchemaRead, List<String>> kinds = new LinkedHashMap<>();
        tenants.each()
                .forEach((tenant, read) ->
                        kinds.computeIfAbsent(read, first -> new ArrayList<>()).add(tenant));
        List<Schema> all = kinds.keySet().stream().flatMap(TenantViews::schema).toList();
        SequencedMap<DatabaseName, SchemaView> views = new LinkedHashMap<>();
        kinds.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<SchemaRead, List<String>> kind) ->
                                kind.getValue().size(),
                        Comparator.reverseOrder()))
                .forEach(kind -> views.put(new DatabaseName(name.value(), kind.getValue()), view(kind.getKey(), all)));
        return views;
    }

    private static Stream<Schema> schema(SchemaRead read) {
        return read instanceof SchemaRead.Read known ? Stream.of(known.schema()) : Stream.empty();
    }

    private SchemaView view(SchemaRead read, List<Schema> all) {
        return switch (read) {
            case SchemaRead.NotRead unread ->
                SchemaView.of(
                        new LiveSchema.NotRead(
                                unread.why().obstacle(), unread.why().reason()),
                        new Expected.NotKnown(List.of()),
                        List.of());
            case SchemaRead.Read known -> view(known.schema(), all);
        };
    }

    private SchemaView view(Schema live, List<Schema> all) {
        Expected expected = within(destination.get().beside(live));
        List<Exemption> exemptions = new ArrayList<>(order.exemptions());
        exemptions.add(
                tools.in(expected instanceof Expected.Known known ? List.of(live, known.schema()) : List.of(live)));
        shared(expected, all).ifPresent(exemptions::add);
        SchemaView view =
                SchemaView.of(new LiveSchema.Read(live), expected, exemptions).with(orphans);
        return effects.get().map(search -> view.with(search.effects(live))).orElse(view);
    }

    /** What migrations make in other schemas is not made once for each tenant. */
    private Expected within(Expected expected) {
        return tenants.as().isPresent() && expected instanceof Expected.Known known
                ? new Expected.Known(
                        known.schema().where(object -> object.id().schema().equals(tenants.as())),
                        known.road(),
                        "%s; compared is what lies in the schema of each tenant, told as if that were '%s'"
                                .formatted(known.how(), tenants.as().get()),
                        known.omissions(),
                        known.attempts())
                : expected;
    }

    /** What no tenant has and the schema beside theirs does is there for all of them. */
    private Optional<Exemption> shared(Expected expected, List<Schema> all) {
        if (tenants.shared().isEmpty() || !(expected instanceof Expected.Known known)) {
            return Optional.empty();
        }
        List<String> shared = known.schema().all().stream()
                .map(object -> object.id())
                .filter(id -> id.table().isEmpty()
                        && tenants.shared().get().find(id).isPresent()
                        && all.stream().allMatch(schema -> schema.find(id).isEmpty()))
                .map(ObjectId::toString)
                .toList();
        return shared.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exemption(
                        IgnoredObjects.of(shared),
                        "no tenant has such, and schema '%s' has it for all"
                                .formatted(tenants.as().orElse(""))));
    }
}
