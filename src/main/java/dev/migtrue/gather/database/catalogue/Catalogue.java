package dev.migtrue.gather.database.catalogue;

import dev.migtrue.language.schema.ObjectId;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a kind of database knows of itself. */
public interface Catalogue {

    /** What is set before the first question, and taken back after the last. */
    default List<String> preamble() {
        return List.of();
    }

    /** Asks for all that there is. */
    Schema read(Questions questions);

    /**
     * The schema that objects lie in unless their names say otherwise, where one connection sees all schemas: {@code public}. Absent where it sees one
     * database only, which has none.
     */
    default Optional<String> home() {
        return Optional.empty();
    }

    /** Asks whose schemas and tables are; empty where that tells nothing. */
    default Map<ObjectId, String> owners(Questions questions) {
        return Map.of();
    }

    /** Asks what is spoken there, as addresses begin: {@code mariadb}; absent where the address tells for sure. */
    default Optional<String> spoken(Questions questions) {
        return Optional.empty();
    }

    /** What is never told here, and so can be compared with nothing. */
    default List<Omission> omissions() {
        return List.of();
    }
}
