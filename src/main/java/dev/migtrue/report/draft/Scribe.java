package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements of one kind of database that make what a catalogue tells of. */
interface Scribe {

    /** The kinds of objects that are made with their table, in its own statement. */
    Set<ObjectKind> inTables();

    /**
     * What makes an object.
     *
     * @param parts those of {@link #inTables} that a table has
     */
    List<Step> made(SchemaObject object, List<SchemaObject> parts);

    /** What is to be said of an object when all others are made. */
    List<Step> settled(SchemaObject object);

    /** What drops an object; absent where nothing plain does. */
    Optional<String> dropped(SchemaObject object);

    /**
     * What brings a property of an object to what is there.
     *
     * @param actual the object as it is there; absent where that is not known
     */
    List<Step> changed(Difference.Changed change, Optional<SchemaObject> actual);

    /** That of a database. {@code address} as reports show it: {@code postgresql://host:5432/db}. */
    static Scribe of(String address) {
        int colon = address.indexOf(':');
        return switch (colon < 0 ? address : address.substring(0, colon)) {
            case "postgresql" -> new PostgresScribe();
            case "sqlite" -> new SqliteScribe();
            default -> new WordsOnly();
        };
    }
}
