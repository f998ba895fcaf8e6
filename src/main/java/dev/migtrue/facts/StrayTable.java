package dev.migtrue.facts;

import java.util.List;

/**
 * A version table in a database that is no project's here.
 *
 * @param table its name, with its schema where that is not a matter of course
 * @param tools the migration tools that keep such a table; at least one
 */
public record StrayTable(String table, List<String> tools) {

    public StrayTable {
        tools = List.copyOf(tools);
    }
}
