package dev.migtrue.language.code.follow;

import java.util.Optional;

/** What calls of functions do that come from elsewhere: what a framework brings. */
public interface Library {

    /** What a call does; absent where the library does not know it. */
    Optional<Outcome> call(Call call);
}
