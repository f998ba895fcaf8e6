package dev.migtrue.facts;

import dev.migtrue.language.schema.ObjectId;
import java.util.List;

/**
 * Objects that were left out of a comparison, and why.
 *
 * @param objects in order, without what is in them; never empty
 */
public record Spared(List<ObjectId> objects, String reason) {

    public Spared {
        objects = List.copyOf(objects);
    }
}
