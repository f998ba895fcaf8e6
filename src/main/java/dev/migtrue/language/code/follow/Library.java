package dev.migtrue.language.code.follow;

import java.util.Optional;

/** What calls of functions do that come from elsewhere: what a framework brings. */
public interface Library {

    /** What a call does; absent where the library does not know it. */
    Optional<Outcome> call(Call call);

    /** What a value does once no call is added to it: {@code knex("t").insert(row)}; absent where nothing is left to do. */
    default Optional<Outcome> settled(Value value, Following following) {
        return Optional.empty();
    }
}
