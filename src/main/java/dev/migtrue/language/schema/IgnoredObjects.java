package dev.migtrue.language.schema;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects that somebody else looks after: they are compared with nothing. With a table or a schema goes what is in it.
 *
 * @param patterns names as messages have them, with or without the kind: {@code public.audit_*}, {@code index public.people.tmp_*}; {@code *}
 *     stands for any characters
 */
public record IgnoredObjects(List<Pattern> patterns) {

    private static final Pattern WILDCARD = Pattern.compile("\\*");

    public IgnoredObjects {
        patterns = List.copyOf(patterns);
    }

    /** The objects that fit any of these texts. */
    public static IgnoredObjects of(Collection<String> globs) {
        return new IgnoredObjects(globs.stream().map(IgnoredObjects::pattern).toList());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                WILDCARD.splitAsStream(glob + " ")
                        .map(text -> Pattern.quote(text))
                        .collect(Collectors.joining(".*")),
                Pattern.DOTALL);
    }

    /** What is left of a schema. */
    public Schema outOf(Schema schema) {
        return patterns.isEmpty() ? schema : schema.where(object -> !contains(object.id()));
    }

    /** Whether an object is one of them, or in one of them. */
    public boolean contains(ObjectId id) {
        return names(id)
                .anyMatch(name -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(name + " ").matches()));
    }

    private static Stream<String> names(ObjectId id) {
        Stream<String> own = Stream.of(id.qualified(), id.toString());
        Stream<ObjectId> table = id.table().map(name -> ObjectId.of(ObjectKind.TABLE, id.schema(), name)).stream();
        Stream<ObjectId> schema =
                id.schema().map(name -> ObjectId.of(ObjectKind.SCHEMA, Optional.empty(), name)).stream();
        return Stream.concat(
                own, Stream.concat(table, schema).flatMap(holder -> Stream.of(holder.qualified(), holder.toString())));
    }
}
