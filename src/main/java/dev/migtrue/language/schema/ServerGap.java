package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What differs between two schemas only because they are of different versions of a server.
 *
 * @param expected the expected schema, which has such things as they are in the other
 * @param omissions what therefore is not compared; empty where both are of one version, or it is not known of which
 */
public record ServerGap(Schema expected, List<Omission> omissions) {

    public ServerGap {
        omissions = List.copyOf(omissions);
    }

    /** Between what a database should be made of and what it is made of. */
    public static ServerGap between(Schema expected, Schema actual) {
        return expected.server()
                .flatMap(wanted -> actual.server()
                        .filter(there -> wanted.product().equals(there.product()) && wanted.major() != there.major())
                        .map(there -> new Bridge(wanted, there).over(expected, actual)))
                .orElseGet(() -> new ServerGap(expected, List.of()));
    }

    /** Makes one schema comparable with one of another version. */
    private static final class Bridge {

        private final ServerVersion wanted;
        private final ServerVersion there;
        private final Map<VersionChange, Map<ObjectKind, SortedMap<String, Set<ObjectId>>>> counts =
                new EnumMap<>(VersionChange.class);

        Bridge(ServerVersion wanted, ServerVersion there) {
            this.wanted = wanted;
            this.there = there;
        }

        ServerGap over(Schema expected, Schema actual) {
            List<SchemaObject> objects = expected.all().stream()
                    .map(object -> actual.find(object.id())
                            .map(other -> adapted(object, other))
                            .orElse(object))
                    .toList();
            List<Omission> omissions = new ArrayList<>();
            counts.forEach((change, kinds) -> kinds.forEach(
                    (kind, properties) -> omissions.add(new Omission.Counted(kind, properties, reason(change)))));
            return new ServerGap(Schema.of(objects).hiding(expected.hidden()).readFrom(expected.server()), omissions);
        }

        private String reason(VersionChange change) {
            return "what is expected is of %s, the database is %s: %s".formatted(wanted, there, change.reason());
        }

        private SchemaObject adapted(SchemaObject object, SchemaObject other) {
            SequencedMap<String, String> properties = new LinkedHashMap<>(object.properties());
            Set<String> names = new LinkedHashSet<>(object.properties().keySet());
            names.addAll(other.properties().keySet());
            for (String name : names) {
                Optional<String> before =
                        Optional.ofNullable(object.properties().get(name));
                Optional<String> after = Optional.ofNullable(other.properties().get(name));
                if (!Objects.equals(before, after)) {
                    change(object.id(), name, before, after).ifPresent(change -> {
                        count(change, object.id(), change.part(name));
                        after.ifPresentOrElse(value -> properties.put(name, value), () -> properties.remove(name));
                    });
                }
            }
            return new SchemaObject(object.id(), properties, object.unknown());
        }

        private Optional<VersionChange> change(
                ObjectId id, String property, Optional<String> before, Optional<String> after) {
            boolean isOlderWanted = wanted.major() < there.major();
            return VersionChange.between(wanted, there).stream()
                    .filter(change -> change.explains(
                            id, property, isOlderWanted ? before : after, isOlderWanted ? after : before))
                    .findFirst();
        }

        private void count(VersionChange change, ObjectId id, String part) {
            counts.computeIfAbsent(change, first -> new EnumMap<>(ObjectKind.class))
                    .computeIfAbsent(id.kind(), first -> new TreeMap<>())
                    .computeIfAbsent(part, first -> new TreeSet<>())
                    .add(id);
        }
    }
}
