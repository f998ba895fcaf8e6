package dev.migtrue.language.code.laravel;

import dev.migtrue.language.code.follow.Chain;
import dev.migtrue.language.code.follow.Value;

/** The changes of Doctrine's schema. */
final class DoctrineSchema {

    private DoctrineSchema() {}

    /** Whether a statement changes something of the schema. */
    static boolean isChange(Value value) {
        Chain chain = Chain.of(value, Doctrine.SCHEMA::equals);
        return chain.root().equals(Doctrine.SCHEMA)
                && chain.links().stream()
                        .anyMatch(link -> link.name().matches("(?:add|create|drop|rename|change|modify|set|remove).*"));
    }
}
