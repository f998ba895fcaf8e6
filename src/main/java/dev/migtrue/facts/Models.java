package dev.migtrue.facts;

import java.util.List;

/**
 * What is wrong with the models of a program under review: classes, or a file, from which the people of a project have their tool write migrations.
 *
 * @param changes sorted by place
 * @param dangling sorted by place
 */
public record Models(List<ModelChange> changes, List<BrokenRelationship> dangling) {

    /** Nothing is wrong, or nothing was looked at. */
    public static final Models NONE = new Models(List.of(), List.of());

    public Models {
        changes = List.copyOf(changes);
        dangling = List.copyOf(dangling);
    }
}
