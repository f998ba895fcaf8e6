package dev.migtrue.gather.road;

import dev.migtrue.language.sql.Dialect;
import dev.migtrue.model.DatabaseName;
import java.util.List;

/**
 * What a road is asked: which schema is in a database when nothing but these migrations was done to it.
 *
 * @param database whose version tables say that they were run
 * @param target where it is, without user or secret: {@code postgresql://host:5432/db}; for messages, and to keep away from it
 * @param dialect what it speaks
 * @param kind which kind of database it is: the dialect as users write it, or what the address of one begins with whose dialect nobody reads
 * @param home the schema that its tables lie in unless they say otherwise: {@code public}; empty where there are no schemas
 * @param projects all whose version table it has, in the order of their roots; at least one, but for roads that need none. They
 *     share the database
 */
public record Inquiry(
        DatabaseName database,
        String target,
        Dialect dialect,
        String kind,
        String home,
        List<AppliedProject> projects) {

    public Inquiry {
        projects = List.copyOf(projects);
    }
}
