package dev.migtrue.system.liquibase.library;

import java.util.List;

/**
 * The checksums of one changeset, each with the number of its version in front.
 *
 * @param current what Liquibase would store now
 * @param accepted what else it would take for right: what an earlier version of it has stored, and what the changeset allows
 */
public record Sums(String current, List<String> accepted) {

    public Sums {
        accepted = List.copyOf(accepted);
    }
}
