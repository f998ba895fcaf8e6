package dev.migtrue.language.code.python;

import dev.migtrue.model.Span;
import java.util.Optional;

/** What calls of functions do that come from elsewhere. */
public interface Library {

    /**
     * What a call does; absent where the library does not know it.
     *
     * @param function as it is reached
     * @param at the call
     */
    Optional<Outcome> call(Value function, Arguments arguments, Span at);
}
