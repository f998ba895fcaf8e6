package dev.migtrue.gather.road;

import dev.migtrue.language.effect.Account;
import dev.migtrue.language.schema.Omission;
import dev.migtrue.language.schema.Schema;
import java.util.List;

/** Where a road led. */
public sealed interface Answer {

    /**
     * To a schema, in the same canonical texts as {@code Database.readSchema()} of such a database gives.
     *
     * @param how what was done, for people: {@code 14 migrations run on PostgreSQL 15.14}; no full stop
     * @param omissions what it does not tell of; mostly none where migrations were run
     */
    record Built(Schema schema, String how, List<Omission> omissions) implements Answer {
        public Built {
            omissions = List.copyOf(omissions);
        }
    }

    /**
     * To a part of it: what is sure, is sure only beside what is there.
     *
     * @param how what was done, for people: {@code the texts of 14 migrations}; no full stop
     */
    record Followed(Account account, String how) implements Answer {}

    /** Nowhere. {@code reason} is one line, lower case, without full stop and secret. */
    record Unable(String reason) implements Answer {}
}
