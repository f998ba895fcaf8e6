package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lies in each schema of a database. Where each tenant has a schema of its own, they become comparable when all are told as if they lay in
 * the same.
 */
public final class SchemaParts {

    private final Map<String, List<SchemaObject>> parts = new HashMap<>();
    private final Schema whole;

    public SchemaParts(Schema whole) {
        this.whole = whole;
        whole.all()
                .forEach(object -> object.id()
                        .schema()
                        .ifPresent(schema -> parts.computeIfAbsent(schema, first -> new ArrayList<>())
                                .add(object)));
    }

    /** The objects of one schema as if they lay in another one, without the schema itself. */
    public Schema of(String schema, String as) {
        List<SchemaObject> objects = parts.getOrDefault(schema, List.of());
        return Schema.of(
                        schema.equals(as)
                                ? objects
                                : objects.stream()
                                        .map(object -> moved(object, new Renaming(schema, as)))
                                        .toList())
                .hiding(whole.hidden())
                .readFrom(whole.server());
    }

    private static SchemaObject moved(SchemaObject object, Renaming renaming) {
        ObjectId id = object.id();
        SequencedMap<String, String> properties = new LinkedHashMap<>();
        object.properties().forEach((name, value) -> properties.put(name, renaming.in(value)));
        return new SchemaObject(
                new ObjectId(id.kind(), Optional.of(renaming.to()), id.table(), renaming.in(id.name())),
                properties,
                object.unknown());
    }

    /** Another name for a schema wherever a text names something in it, quoted or not. */
    private record Renaming(String from, String to, Pattern qualifier) {

        Renaming(String from, String to) {
            this(
                    from,
                    to,
                    Pattern.compile("(?<![\\p{L}\\p{N}_$.\"])(?:%1$s|\"%1$s\")\\.".formatted(Pattern.quote(from))));
        }

        String in(String text) {
            return text.contains(from) ? qualifier.matcher(text).replaceAll(Matcher.quoteReplacement(to + ".")) : text;
        }
    }
}
