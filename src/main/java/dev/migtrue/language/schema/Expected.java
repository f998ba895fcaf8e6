package dev.migtrue.language.schema;

import java.util.List;

/** The schema that the migrations build which a database says were run there. "Not known" is never "nothing". */
public sealed interface Expected {

    /** The roads that were tried and led nowhere, in the order in which they were tried. */
    List<Attempt> attempts();

    /**
     * It was found out.
     *
     * @param road by which
     * @param how what that was, for people: {@code 14 migrations run on PostgreSQL 15.14}; lower case where it starts with a word
     * @param omissions what it does not tell of
     * @param attempts the roads that were tried before
     */
    record Known(Schema schema, Road road, String how, List<Omission> omissions, List<Attempt> attempts)
            implements Expected {
        public Known {
            omissions = List.copyOf(omissions);
            attempts = List.copyOf(attempts);
        }
    }

    /** No road led there. */
    record NotKnown(List<Attempt> attempts) implements Expected {
        public NotKnown {
            attempts = List.copyOf(attempts);
        }
    }

    /** A road that led nowhere. {@code reason} completes "by this road nothing is known: …"; one line, no secret. */
    record Attempt(Road road, String reason) {}
}
