package dev.migtrue.gather;

import dev.migtrue.facts.Exemption;
import dev.migtrue.gather.road.SchemaRoad;
import java.util.List;

/**
 * Whether to look at what databases are made of, and with what to compare it.
 *
 * @param roads to the schema that is expected, in the order in which they are tried; none means that nobody asked for schemas
 * @param exemptions what the user says is somebody else's
 */
public record SchemaOrder(List<SchemaRoad> roads, List<Exemption> exemptions) {

    /** Schemas are not looked at. */
    public static final SchemaOrder NONE = new SchemaOrder(List.of(), List.of());

    public SchemaOrder {
        roads = List.copyOf(roads);
        exemptions = List.copyOf(exemptions);
    }

    boolean isAsked() {
        return !roads.isEmpty();
    }
}
