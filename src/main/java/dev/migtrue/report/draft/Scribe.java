package dev.migtrue.report.draft;

import dev.migtrue.language.schema.Difference;
import dev.migtrue.language.schema.ObjectKind;
import dev.migtrue.language.schema.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements of one kind of database that make what a catalogue tells of. */
interface Scribe {

    /** How it writes objects, by their kinds; of a kind that is not there it has no statements. */
    Map<ObjectKind, Wording> wordings();

    /** The kinds of objects that are made with their table, in its own statement. */
    Set<ObjectKind> inTables();

    /** What says the comment on an object, where that is a statement of its own. */
    default Optional<Step> comment(SchemaObject object) {
        return Optional.empty();
    }

    /** Whether a property of an object is what it is where nobody says anything. */
    default boolean isUsual(SchemaObject object, String property) {
        return false;
    }

    /** What is to be said of an object when all others are made. */
    default List<Step> settled(SchemaObject object) {
        return List.of();
    }

    /** What brings one property to what is there, and does no harm where it is so already; absent where nothing plain does. */
    default Optional<Step> altered(Difference.Changed change, Optional<SchemaObject> actual) {
        return Optional.empty();
    }

    /** That of a database. {@code address} as reports show it: {@code postgresql://host:5432/db}. */
    static Scribe of(String address, Sides sides) {
        int colon = address.indexOf(':');
        return switch (colon < 0 ? address : address.substring(0, colon)) {
            case "postgresql" -> new PostgresScribe();
            case "sqlite" -> new SqliteScribe();
            case "mariadb" -> new MariaDbScribe(sides);
            case "h2" -> new H2Scribe();
            default -> new WordsOnly();
        };
    }
}
