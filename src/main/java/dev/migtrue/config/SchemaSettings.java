package dev.migtrue.config;

import java.util.List;
import java.util.Optional;

/**
 * How the schemas of databases are compared with what migrations build.
 *
 * @param file where the schema is kept that databases should have, relative to the top of the repository; absent means where it usually is
 * @param roads how it is found out what they should be, in the words that {@code --road} takes; empty means by any
 * @param ignored what others look after
 */
public record SchemaSettings(Optional<String> file, List<String> roads, List<Ignored> ignored) {

    /** Everything is compared. */
    static final SchemaSettings USUAL = new SchemaSettings(Optional.empty(), List.of(), List.of());

    public SchemaSettings {
        roads = List.copyOf(roads);
        ignored = List.copyOf(ignored);
    }

    /**
     * Objects that are compared with nothing.
     *
     * @param objects their name, with {@code *} for any characters: {@code public.audit_*}, {@code index public.people.tmp_*}
     */
    public record Ignored(String objects, String reason) {}
}
