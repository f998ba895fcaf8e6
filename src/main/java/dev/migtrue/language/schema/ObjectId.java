package dev.migtrue.language.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells an object from all others of its database. Names are as the catalogue has them, without quotes.
 *
 * @param schema absent where the database has none, or the object stands in none: an extension, a schema itself
 * @param table the table or view that the object is a part of: a column, a key, an index, a trigger; absent where it stands by itself
 * @param name of a function with the types it takes; of what was never given a name, what it consists of
 */
public record ObjectId(ObjectKind kind, Optional<String> schema, Optional<String> table, String name)
        implements Comparable<ObjectId> {

    private static final List<ObjectKind> TABLES = List.of(
            ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private static final Comparator<ObjectId> ORDER = Comparator.comparing(ObjectId::kind)
            .thenComparing(id -> id.schema().orElse(""))
            .thenComparing(id -> id.table().orElse(""))
            .thenComparing(ObjectId::name);

    /** One that stands by itself. */
    public static ObjectId of(ObjectKind kind, Optional<String> schema, String name) {
        return new ObjectId(kind, schema, Optional.empty(), name);
    }

    /** A part of a table, or of what is like one. */
    public static ObjectId part(ObjectKind kind, ObjectId table, String name) {
        return new ObjectId(kind, table.schema(), Optional.of(table.name()), name);
    }

    /** What may hold it: the table, or what is like one, and the schema. */
    public List<ObjectId> holders() {
        List<ObjectId> holders = new ArrayList<>();
        table.ifPresent(name -> TABLES.forEach(kind -> holders.add(of(kind, schema, name))));
        schema.ifPresent(name -> holders.add(of(ObjectKind.SCHEMA, Optional.empty(), name)));
        return holders;
    }

    /** Schema, table and name, those that it has: {@code public.people.age}. */
    public String qualified() {
        return Stream.of(schema, table, Optional.of(name))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("."));
    }

    /** By kind, then by name. */
    @Override
    public int compareTo(ObjectId other) {
        return ORDER.compare(this, other);
    }

    /** As messages name it: {@code column public.people.age}. */
    @Override
    public String toString() {
        return kind.words() + " " + qualified();
    }
}
